package io.mcpcatalogue.classifier.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Reads a word that nobody knows as a person would read it: letters of other scripts and styles as
 * the Latin ones they look like, letters without their marks, and without what cannot be seen.
 */
final class LookAlikes {
  /** Longer words than this are no words of a language. */
  private static final int LONGEST = 40;

  private static final char NOTHING = 0;
  private static final char MATHEMATICAL = '\uD835';
  private static final int FIRST_MATHEMATICAL = 0x1D400;
  private static final int LAST_MATHEMATICAL = 0x1D6A3;

  /** Letters without a decomposition, each with the Latin letter that it looks like. */
  private static final String PAIRS =
      // Latin with strokes, phonetic and small capital letters.
      "\u00F8o\u0111d\u0142l\u0127h\u0167t\u0180b\u0247e\u0268i\u0289u\u024Fy\u0249j\u024Dr\u0131i"
          + "\u0261g\u0251a\u0269i\u0192f\u1D00a\u0299b\u1D04c\u1D05d\u1D07e\uA730f\u0262g\u029Ch"
          + "\u026Ai\u1D0Aj\u1D0Bk\u029Fl\u1D0Dm\u0274n\u1D0Fo\u1D18p\u0280r\uA731s\u1D1Bt\u1D1Cu"
          + "\u1D20v\u1D21w\u028Fy\u1D22z\u212Ee"
          // Cyrillic.
          + "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0501d\u04CFl"
          + "\u04BBh\u051Bq\u051Dw\u043Ak\u043Cm\u043Dh\u0442t\u0432b\u0475v\u0185b"
          // Greek.
          + "\u03BFo\u03B1a\u03BDv\u03C1p\u03C4t\u03C5u\u03B9i\u03BAk\u03B5e\u03B7n\u03C7x\u03B3y"
          + "\u03B2b\u03B6z\u03BCm\u03C9w\u03F2c\u03F3j"
          // Armenian and Cherokee.
          + "\u0585o\u057Du\u0578n\u0570h\u0581g\u0566q\u0575j\u13A0d\u13A1r\u13A2t\u13A5i\u13AAa"
          + "\u13ABj\u13ACe\u13B3w\u13B7m\u13BBh\u13C0g\u13C3z\u13DAs\u13D9v\u13DEl\u13DFc\u13E2p"
          + "\u13E6k\u13F4b";

  /** The ranges, by their first and last, of letters that decompose to Latin ones with marks. */
  private static final int[] DECOMPOSED = {
    0x00C0, 0x024F, 0x1E00, 0x1EFF, 0xFF21, 0xFF3A, 0xFF41, 0xFF5A, 0x0400, 0x0457, 0x0390, 0x03CE
  };

  /** For each character, in lower case, what it looks like; itself for most. */
  private static final char[] LATIN = new char[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < LATIN.length; c++) {
      LATIN[c] = isHidden((char) c) ? NOTHING : (char) c;
    }
    for (int i = 0; i < PAIRS.length(); i += 2) {
      LATIN[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
    }
    for (int i = 0; i < DECOMPOSED.length; i += 2) {
      for (int c = DECOMPOSED[i]; c <= DECOMPOSED[i + 1]; c++) {
        char lower = Character.toLowerCase((char) c);
        char base = Normalizer.normalize(String.valueOf(lower), Form.NFKD).charAt(0);
        LATIN[c] = LATIN[base];
      }
    }
  }

  private LookAlikes() {}

  /** What cannot be seen between two letters, or is drawn onto the one before it. */
  static boolean isHidden(char c) {
    return c >= '\u0300' && c <= '\u036F'
        || c == '\u00AD'
        || c == '\u061C'
        || c == '\u115F'
        || c == '\u1160'
        || c >= '\u180B' && c <= '\u180F'
        || c >= '\u200B' && c <= '\u200F'
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2060' && c <= '\u206F'
        || c == '\u3164'
        || c >= '\uFE00' && c <= '\uFE0F'
        || c == '\uFEFF'
        || c == '\uFFA0';
  }

  /** Whether a letter of mathematics begins with it, which takes two characters. */
  static boolean beginsLetter(char c) {
    return c == MATHEMATICAL;
  }

  /**
   * Whether a character that is no letter belongs to a word: a part of a letter of mathematics, or
   * what cannot be seen within a word that is known without it. Else it may stand for a space.
   */
  static boolean joins(char[] text, int i, Vocabulary vocabulary) {
    char c = text[i];
    return beginsLetter(c)
        || Character.isLowSurrogate(c) && i > 0 && beginsLetter(text[i - 1])
        || isHidden(c) && isHiddenWithin(text, i, vocabulary);
  }

  private static boolean isHiddenWithin(char[] text, int i, Vocabulary vocabulary) {
    int start = i;
    while (start > 0
        && i - start < LONGEST
        && isOfWord(text[start - 1])
        && !beginsNext(text, start)) {
      start--;
    }
    int end = i + 1;
    while (end - start <= LONGEST && isOfWord(text[end]) && !beginsNext(text, end)) {
      end++;
    }
    return find(text, start, end, vocabulary) != Vocabulary.UNKNOWN;
  }

  private static boolean isOfWord(char c) {
    return isHidden(c) || Characters.isWordCharacter(c) && !Characters.isUnspaced(c);
  }

  /** {@code deleteFile}: a capital letter behind a small one. */
  private static boolean beginsNext(char[] text, int i) {
    return Characters.isUpper(text[i]) && Characters.isLower(text[i - 1]);
  }

  /** The number of the word that this looks like, or {@link Vocabulary#UNKNOWN}. */
  static int find(char[] text, int start, int end, Vocabulary vocabulary) {
    if (end - start > LONGEST || isPlain(text, start, end)) {
      return Vocabulary.UNKNOWN;
    }
    char[] plain = new char[end - start];
    int length = 0;
    boolean latin = false;
    boolean changed = false;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (beginsLetter(c) && i + 1 < end) {
        plain[length++] = ofMathematics(Character.toCodePoint(c, text[++i]));
        latin = true;
        changed = true;
      } else {
        char read = LATIN[Character.toLowerCase(c)];
        latin |= Characters.isAsciiLetter(c) || c >= '\u1D00' && Characters.isAsciiLetter(read);
        changed |= read != c && c >= 128;
        if (read != NOTHING) {
          plain[length++] = read;
        }
      }
    }
    // A whole word of another alphabet is one of another language.
    return latin && changed ? vocabulary.find(plain, 0, length) : Vocabulary.UNKNOWN;
  }

  private static boolean isPlain(char[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] > '~') {
        return false;
      }
    }
    return true;
  }

  private static char ofMathematics(int point) {
    return point >= FIRST_MATHEMATICAL && point <= LAST_MATHEMATICAL
        ? (char) ('a' + (point - FIRST_MATHEMATICAL) % 26)
        : '?';
  }
}
