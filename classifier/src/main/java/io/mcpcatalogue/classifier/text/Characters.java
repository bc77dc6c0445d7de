package io.mcpcatalogue.classifier.text;

/** What the splitters need to know of single characters; independent of locale. */
public final class Characters {
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

  private static final int WORD = 1;
  private static final int WORD_START = 2;
  private static final int UNSPACED = 4;
  private static final int UPPER = 8;
  private static final int LOWER = 16;
  private static final int JOINER = 32;

  /** Below it stand the letters of most alphabets; all that follow are looked up in Java. */
  private static final char FIRST_IDEOGRAPHS = '\u3000';

  private Characters() {}

  /** What Java knows of a character takes it long to find. Made with the first beyond ASCII. */
  private static final class Table {
    private static final byte[] TRAITS = new byte[FIRST_IDEOGRAPHS];
    private static final char[] IN_LOWER_CASE = new char[FIRST_IDEOGRAPHS];
    private static final char[] LETTERS = new char[FIRST_IDEOGRAPHS];

    static {
      fill(TRAITS, IN_LOWER_CASE, LETTERS);
    }

    /** Given the arrays, since those of a class that is being made take long to read. */
    private static void fill(byte[] allTraits, char[] inLowerCase, char[] letters) {
      for (char c = 0; c < FIRST_IDEOGRAPHS; c++) {
        int traits = traits(c);
        char lower = Character.toLowerCase(c);
        allTraits[c] = (byte) traits;
        inLowerCase[c] = lower;
        letters[c] = letterOf(c, traits, lower);
      }
      inLowerCase[CURLY_APOSTROPHE] = APOSTROPHE;
    }
  }

  private static boolean has(char c, int trait) {
    return ((c < FIRST_IDEOGRAPHS ? Table.TRAITS[c] : traits(c)) & trait) != 0;
  }

  private static int traits(char c) {
    if (isIdeograph(c)) {
      return WORD | WORD_START | UNSPACED;
    }
    int type = 1 << Character.getType(c);
    return ((type & (LETTERS_AND_DIGITS | MARKS)) != 0 ? WORD : 0)
        | ((type & LETTERS_AND_DIGITS) != 0 ? WORD_START : 0)
        | (isOfUnspacedScript(c) ? UNSPACED : 0)
        | (Character.isUpperCase(c) ? UPPER : 0)
        | (Character.isLowerCase(c) ? LOWER : 0)
        | ((type & (LETTERS_AND_DIGITS | MARKS)) != 0 || isApostrophe(c) || LookAlikes.isHidden(c)
            ? JOINER
            : 0);
  }

  /** Whether it is one of the signs that most Chinese is written with. */
  static boolean isIdeograph(char c) {
    return c >= '\u4E00' && c <= '\u9FA5';
  }

  public static boolean isAsciiLetter(char c) {
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
    return c < FIRST_IDEOGRAPHS ? Table.IN_LOWER_CASE[c] : Character.toLowerCase(c);
  }

  /**
   * What a word's key goes on with for a letter, digit or mark; 0 for every other character, and
   * for those of scripts that set no space between words.
   */
  static int letter(char c) {
    return c < FIRST_IDEOGRAPHS ? Table.LETTERS[c] : letterOf(c, traits(c), lower(c));
  }

  private static char letterOf(char c, int traits, char lower) {
    int code = WordKey.code(c);
    return code > 0 ? (char) code : (traits & (WORD | UNSPACED)) == WORD ? lower : 0;
  }

  /**
   * Whether a character beyond ASCII may belong to the word that it follows. Those from the
   * ideographs on all may.
   */
  static boolean mayJoin(char c) {
    return c >= FIRST_IDEOGRAPHS || has(c, JOINER);
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
