package io.mcpcatalogue.collect.extract.tree;

import io.mcpcatalogue.collect.Utf8;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes into text: finds the encoding, and tells text from binary data. */
public final class SourceText {
  private static final int LOOK_AT = 8_192;

  /** Of so many characters of a text at most one is a control. */
  private static final int CHARACTERS_A_CONTROL = 16;

  /** What stands in a decoded text where its bytes were none of UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private SourceText() {}

  /** The text; empty when the bytes are no text. */
  public static Optional<String> decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    Optional<Charset> unmarked = utf16WithoutMark(bytes);
    if (unmarked.isPresent()) {
      return Optional.of(new String(bytes, unmarked.get()));
    }
    if (isBinary(bytes)) {
      return Optional.empty();
    }
    return Optional.of(utf8OrLatin(bytes));
  }

  private static String utf8OrLatin(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // Every byte is a character there, so no source is lost to one odd byte.
    return text.indexOf(REPLACEMENT) >= 0 && !Utf8.isValid(bytes)
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : text;
  }

  /** Source text in UTF-16 has a zero in nearly every second byte, always on the same side. */
  private static Optional<Charset> utf16WithoutMark(byte[] bytes) {
    int length = Math.min(bytes.length, LOOK_AT) & ~1;
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < length; i += 2) {
      evenZeros += bytes[i] == 0 ? 1 : 0;
      oddZeros += bytes[i + 1] == 0 ? 1 : 0;
    }
    int most = length / 2 * 4 / 5;
    if (length < 16 || Math.max(evenZeros, oddZeros) <= most || Math.min(evenZeros, oddZeros) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        evenZeros > oddZeros ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  /**
   * Whether there are zeros, and many other controls: of any data they are a tenth, and in a
   * comment or string of a source a zero may stand to hide the file.
   */
  private static boolean isBinary(byte[] bytes) {
    int length = Math.min(bytes.length, LOOK_AT);
    int zeros = 0;
    int controls = 0;
    for (int i = 0; i < length; i++) {
      zeros += bytes[i] == 0 ? 1 : 0;
      controls += bytes[i] >= 0 && bytes[i] < ' ' && !Character.isWhitespace(bytes[i]) ? 1 : 0;
    }
    return zeros > 0 && controls > length / CHARACTERS_A_CONTROL;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
