package io.mcpcatalogue.classifier.text;

/**
 * Splits prose into words, and notes commas, sentence ends, lines, list items. Linear in the length
 * of the text. For one thread.
 */
final class ProseSplitter {
  /** A pair of backticks further apart than this quotes no code. */
  private static final int LONGEST_CODE = 200;

  private final Vocabulary vocabulary;
  private final WordCollector words;
  private String text = "";

  /**
   * No backtick stands at or after this place, or it is not known yet where the next one stands.
   */
  private int nextBacktick;

  ProseSplitter(Vocabulary vocabulary, WordCollector words) {
    this.vocabulary = vocabulary;
    this.words = words;
  }

  Words split(String pointer, String prose) {
    text = prose;
    nextBacktick = 0;
    int i = 0;
    boolean lineStart = true;
    while (i < prose.length()) {
      char c = prose.charAt(i);
      if (c == '\n') {
        words.separate(lineStart ? Separator.PARAGRAPH : Separator.LINE);
        lineStart = true;
        i++;
      } else if (c <= ' ') {
        i++;
      } else if (lineStart && markerEnd(i) > i) {
        words.separate(Separator.BULLET);
        i = markerEnd(i);
      } else {
        lineStart = false;
        i = Characters.isWordStart(c) ? word(i) : sign(i, c);
      }
    }
    return words.take(pointer, prose);
  }

  /** Behind the sign of a list item or heading that begins at i, or i if there is none. */
  private int markerEnd(int i) {
    char c = text.charAt(i);
    if (c == '#') {
      return endOfRun(i, '#');
    }
    if (Characters.isBulletSign(c)) {
      return isSpace(i + 1) ? i + 1 : i;
    }
    int digits = i;
    while (digits < text.length() && digits < i + 3 && Characters.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > i
            && digits < text.length()
            && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
            && isSpace(digits + 1);
    return numbered ? digits + 1 : i;
  }

  private int endOfRun(int i, char c) {
    int end = i;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end;
  }

  private boolean isSpace(int i) {
    return i >= text.length() || text.charAt(i) <= ' ';
  }

  private int sign(int i, char c) {
    if (c == '`') {
      return code(i);
    }
    if (Characters.isApostrophe(c) && isPossessive(i)) {
      return i + 2;
    }
    if (c == '-') {
      words.separate(
          isSpace(i + 1) || text.charAt(i + 1) == '-' ? Separator.DASH : Separator.HYPHEN);
    } else if (c == '/') {
      words.separate(Separator.SLASH);
    } else if (Characters.isComma(c)) {
      words.separate(Separator.COMMA);
    } else if (Characters.isSentenceEnd(c)) {
      words.separate(isAbbreviation(i) ? Separator.SPACE : Separator.END);
    } else if (Characters.isColon(c) || c == ']') {
      words.separate(Separator.COLON);
    } else if (Characters.isDash(c)) {
      words.separate(Separator.DASH);
    } else if (Characters.isOpening(c)) {
      words.separate(Separator.OPEN);
    } else if (c == '<' || c == '>') {
      words.separate(Separator.END);
    }
    return i + 1;
  }

  /** The second dot of {@code e.g.} and {@code i.e.} ends no sentence. */
  private boolean isAbbreviation(int i) {
    return i >= 3 && text.charAt(i) == '.' && text.charAt(i - 2) == '.';
  }

  /** Code in backticks is one unknown word. */
  private int code(int i) {
    if (nextBacktick <= i) {
      int found = text.indexOf('`', i + 1);
      nextBacktick = found < 0 ? Integer.MAX_VALUE : found;
    }
    int close = nextBacktick;
    if (close == Integer.MAX_VALUE || close - i > LONGEST_CODE || close == i + 1) {
      return i + 1;
    }
    words.add(i + 1, close, Vocabulary.UNKNOWN);
    return close + 1;
  }

  private int word(int start) {
    if (Characters.isUnspaced(text.charAt(start))) {
      return UnspacedText.add(text, start, vocabulary, words);
    }
    int hash = 0;
    int i = start;
    boolean address = false;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!Characters.isAsciiLetterOrDigit(c)) {
        if (address ? c <= ' ' : !belongsToWord(i)) {
          break;
        }
        address |= c == ':';
      }
      hash = Vocabulary.nextHash(hash, Characters.lower(c));
      i++;
    }
    words.add(start, i, vocabulary.find(text, start, i, hash));
    return i;
  }

  private boolean belongsToWord(int i) {
    char c = text.charAt(i);
    if (Characters.isWordCharacter(c)) {
      return !Characters.isUnspaced(c);
    }
    return c == '_' || joinsName(c, i) || Characters.isApostrophe(c) && joinsWord(i);
  }

  /** A dot within a name ({@code package.json}), or the colon of an address. */
  private boolean joinsName(char c, int i) {
    if (c == '.' && i + 1 < text.length()) {
      char next = text.charAt(i + 1);
      return Characters.isLower(next) && !Characters.isUnspaced(next) || Characters.isDigit(next);
    }
    return c == ':' && text.startsWith("://", i);
  }

  /** An apostrophe within a word, but not before a possessive s. */
  private boolean joinsWord(int i) {
    return i + 1 < text.length()
        && Characters.isWordCharacter(text.charAt(i + 1))
        && !isPossessive(i);
  }

  private boolean isPossessive(int i) {
    return i + 1 < text.length()
        && Characters.lower(text.charAt(i + 1)) == 's'
        && (i + 2 >= text.length() || !Characters.isWordCharacter(text.charAt(i + 2)));
  }
}
