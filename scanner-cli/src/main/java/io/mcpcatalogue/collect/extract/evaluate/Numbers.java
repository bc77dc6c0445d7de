package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as languages spell them. */
final class Numbers {
  private static final int MAX_LENGTH = 100;

  /** The letters behind a number that tell its type. */
  private static final Pattern TYPE =
      Pattern.compile("(?<=[0-9.])(u|l|ul|f|d|m|[iu](8|16|32|64|128|size)|f32|f64)$");

  private Numbers() {}

  /** The number in the spelling of JSON; unknown when it is none. */
  static Value read(String spelling) {
    return isPlain(spelling) ? new NumberValue(spelling) : normalised(spelling);
  }

  /** Nearly all numbers are spelled as JSON spells them. */
  private static boolean isPlain(String spelling) {
    for (int i = 0; i < spelling.length(); i++) {
      if (spelling.charAt(i) < '0' || spelling.charAt(i) > '9') {
        return false;
      }
    }
    return !spelling.isEmpty()
        && spelling.length() < MAX_LENGTH
        && (spelling.charAt(0) != '0' || spelling.length() == 1);
  }

  private static Value normalised(String spelling) {
    String text = spelling.replace("_", "").toLowerCase(Locale.ROOT);
    if (text.length() > MAX_LENGTH) {
      return Value.Unknown.VALUE;
    }
    try {
      if (text.startsWith("0x")) {
        return new NumberValue(new BigInteger(text.substring(2), 16).toString());
      }
      BigDecimal number = new BigDecimal(TYPE.matcher(text).replaceFirst(""));
      return new NumberValue(
          number.scale() <= 0 && number.precision() < MAX_LENGTH && number.scale() > -MAX_LENGTH
              ? number.toBigInteger().toString()
              : number.toString());
    } catch (NumberFormatException e) {
      return Value.Unknown.VALUE;
    }
  }

  static Optional<Integer> asInt(Value value) {
    if (value instanceof NumberValue number) {
      try {
        return Optional.of(Integer.parseInt(number.spelling()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  static Optional<BigDecimal> asDecimal(Value value) {
    return value instanceof NumberValue number && number.spelling().length() <= MAX_LENGTH
        ? Optional.of(new BigDecimal(number.spelling()))
        : Optional.empty();
  }
}
