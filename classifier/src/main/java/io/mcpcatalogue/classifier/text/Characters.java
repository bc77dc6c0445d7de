package io.mcpcatalogue.classifier.text;

/** What the splitters need to know of single characters; independent of locale. */
final class Characters {
  private static final char APOSTROPHE = '\'';
  private static final char CURLY_APOSTROPHE = '\u2019';

  /** A bit for each type of characters. */
  private static final int LETTERS_AND_DIGITS =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.DECIMAL_DIGIT_NUMBER;

  private static final int MARKS =
      1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK;

  private Characters() {}

  static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isAsciiLetterOrDigit(char c) {
    return isAsciiLetter(c) || isDigit(c);
  }

  /** Lower case, with the curly apostrophe straightened. */
  static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (isUnspaced(c)) {
      return c;
    }
    return c == CURLY_APOSTROPHE ? APOSTROPHE : Character.toLowerCase(c);
  }

  static boolean isUpper(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  static boolean isLower(char c) {
    return c < 128 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A letter, digit or combining mark: what words are made of. */
  static boolean isWordCharacter(char c) {
    return isOf(c, LETTERS_AND_DIGITS | MARKS);
  }

  /** What a word may begin with: no combining mark, for those follow many emoji. */
  static boolean isWordStart(char c) {
    return isOf(c, LETTERS_AND_DIGITS);
  }

  private static boolean isOf(char c, int types) {
    return c < 128
        ? isAsciiLetterOrDigit(c)
        : isIdeograph(c) || (types >> Character.getType(c) & 1) != 0;
  }

  /** All of these are letters, which is found out faster than the type of a character. */
  private static boolean isIdeograph(char c) {
    return c >= '\u4E00' && c <= '\u9FA5';
  }

  static boolean isApostrophe(char c) {
    return c == APOSTROPHE || c == CURLY_APOSTROPHE;
  }

  /**
   * Chinese, Japanese, Korean, Thai: scripts that set no space between words, or join endings to
   * them.
   */
  static boolean isUnspaced(char c) {
    return c >= '\u2E80'
            && (c <= '\u9FFF' || c >= '\uAC00' && c <= '\uD7AF')
            && c != '\u3000'
            && c != '\u3164'
            && (c < '\u3001' || c > '\u3020')
        || c >= '\u0E00' && c <= '\u0E7F';
  }

  static boolean isBulletSign(char c) {
    return c == '-' || c == '*' || c == '\u2022' || c == '+' || c == '\u2013' || c == '\u25CF';
  }
}
