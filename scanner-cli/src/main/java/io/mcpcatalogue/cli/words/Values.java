package io.mcpcatalogue.cli.words;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of options; what is none is an {@link IllegalArgumentException} that says so.
 * These are classes and no lambdas, which Java would have to learn to link before it reads a word.
 */
public final class Values {
  /** A word as it is. */
  public static final Function<String, String> TEXT =
      new Function<>() {
        @Override
        public String apply(String word) {
          return word;
        }
      };

  /** A file or folder. */
  public static final Function<String, Path> PATH =
      new Function<>() {
        @Override
        public Path apply(String word) {
          // To the system it is the folder that one is in.
          if (word.isEmpty()) {
            throw new IllegalArgumentException("an empty name");
          }
          return Path.of(word);
        }
      };

  /** A whole number. */
  public static final Function<String, Integer> NUMBER =
      new Function<>() {
        @Override
        public Integer apply(String word) {
          return Math.toIntExact(within(word, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
      };

  /** A whole number that may be a long one. */
  public static final Function<String, Long> LONG_NUMBER =
      new Function<>() {
        @Override
        public Long apply(String word) {
          return within(word, Long.MIN_VALUE, Long.MAX_VALUE);
        }
      };

  /** A duration as people write it: {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}. */
  public static final Function<String, Duration> DURATION =
      new Function<>() {
        @Override
        public Duration apply(String word) {
          return duration(word);
        }
      };

  private Values() {}

  private static long within(String word, long least, long most) {
    try {
      long number = Long.parseLong(word);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + word + "' is no whole number", e);
    }
    throw new IllegalArgumentException("'" + word + "' is beyond all bounds");
  }

  /** A word of a list, in upper or lower case. */
  static <E extends Enum<E>> Function<String, E> oneOf(E[] all) {
    return new Function<>() {
      @Override
      public E apply(String word) {
        return one(all, word);
      }
    };
  }

  /** The two sides of {@code KEY=VALUE}. */
  public static <V> Function<String, Map.Entry<String, V>> pair(Function<String, V> value) {
    return new Function<>() {
      @Override
      public Map.Entry<String, V> apply(String word) {
        return pair(word, value);
      }
    };
  }

  private static <E extends Enum<E>> E one(E[] all, String word) {
    StringBuilder known = new StringBuilder();
    for (E each : all) {
      if (each.name().equalsIgnoreCase(word)) {
        return each;
      }
      known.append(known.length() == 0 ? "" : ", ").append(each.name().toLowerCase(Locale.ROOT));
    }
    throw new IllegalArgumentException("'" + word + "' is none of " + known);
  }

  private static <V> Map.Entry<String, V> pair(String word, Function<String, V> value) {
    int equals = word.indexOf('=');
    if (equals <= 0) {
      // The word is not quoted: it may be a secret whose name was forgotten.
      throw new IllegalArgumentException("has no '=' behind a name");
    }
    return Map.entry(word.substring(0, equals), value.apply(word.substring(equals + 1)));
  }

  private static Duration duration(String word) {
    Matcher matcher = Pattern.compile("(\\d{1,7})(ms|s|m|h)?").matcher(word);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new IllegalArgumentException("'" + word + "' is no duration; write 500ms, 30s or 2m");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
