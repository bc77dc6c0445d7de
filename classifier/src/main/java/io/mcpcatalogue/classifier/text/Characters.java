package io.mcpcatalogue.classifier.text;

/** What the splitters need to know of single characters; independent of locale. */
final class Characters {
  private static final char APOSTROPHE = '\'';
  private static final char CURLY_APOSTROPHE = '\u2019';
  private static final char FIRST_UNSPACED = '\u0E00';

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

  private static final int KNOWN = 1;
  private static final int WORD = 2;
  private static final int WORD_START = 4;
  private static final int UNSPACED = 8;
  private static final int UPPER = 16;
  private static final int LOWER = 32;

  /**
   * The traits of each character, and its lower case, noted when they are first asked for: what
   * Java knows of a character takes it long to find. Every thread would note the same.
   */
  private static final byte[] TRAITS = new byte[Character.MAX_VALUE + 1];

  private static final char[] IN_LOWER_CASE = new char[Character.MAX_VALUE + 1];

  private Characters() {}

  private static boolean has(char c, int trait) {
    int traits = TRAITS[c];
    return ((traits == 0 ? look(c) : traits) & trait) != 0;
  }

  private static int look(char c) {
    int type = 1 << Character.getType(c);
    int traits =
        KNOWN
            | ((type & (LETTERS_AND_DIGITS | MARKS)) != 0 ? WORD : 0)
            | ((type & LETTERS_AND_DIGITS) != 0 ? WORD_START : 0)
            | (isOfUnspacedScript(c) ? UNSPACED : 0)
            | (Character.isUpperCase(c) ? UPPER : 0)
            | (Character.isLowerCase(c) ? LOWER : 0);
    TRAITS[c] = (byte) traits;
    return traits;
  }

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
    char lower = IN_LOWER_CASE[c];
    if (lower == 0) {
      lower = c == CURLY_APOSTROPHE ? APOSTROPHE : Character.toLowerCase(c);
      IN_LOWER_CASE[c] = lower;
    }
    return lower;
  }

  static boolean isUpper(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : has(c, UPPER);
  }

  static boolean isLower(char c) {
    return c < 128 ? c >= 'a' && c <= 'z' : has(c, LOWER);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A letter, digit or combining mark: what words are made of. */
  static boolean isWordCharacter(char c) {
    return c < 128 ? isAsciiLetterOrDigit(c) : has(c, WORD);
  }

  /** What a word may begin with: no combining mark, for those follow many emoji. */
  static boolean isWordStart(char c) {
    return c < 128 ? isAsciiLetterOrDigit(c) : has(c, WORD_START);
  }

  static boolean isApostrophe(char c) {
    return c == APOSTROPHE || c == CURLY_APOSTROPHE;
  }

  /**
   * Chinese, Japanese, Korean, Thai: scripts that set no space between words, or join endings to
   * them.
   */
  static boolean isUnspaced(char c) {
    return c >= FIRST_UNSPACED && has(c, UNSPACED);
  }

  private static boolean isOfUnspacedScript(char c) {
    return c >= '\u2E80'
            && (c <= '\u9FFF' || c >= '\uAC00' && c <= '\uD7AF')
            && c != '\u3000'
            && c != '\u3164'
            && (c < '\u3001' || c > '\u3020')
        || c >= FIRST_UNSPACED && c <= '\u0E7F';
  }

  static boolean isBulletSign(char c) {
    return c == '-' || c == '*' || c == '\u2022' || c == '+' || c == '\u2013' || c == '\u25CF';
  }
}
