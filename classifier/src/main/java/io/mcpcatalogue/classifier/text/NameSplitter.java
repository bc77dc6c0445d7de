package io.mcpcatalogue.classifier.text;

/**
 * Splits identifiers at case changes and at every sign that is no letter or digit. Acronyms stay
 * whole ({@code getHTTPResponse}, {@code listVMs}), digits stay with the letters before them
 * ({@code s3}, {@code oauth2}), and a word that nobody knows is halved where both halves are known
 * ({@code sendmail}). For one thread.
 */
final class NameSplitter {
  private static final int SHORTEST_HEAD = 3;
  private static final int SHORTEST_TAIL = 4;

  private final Vocabulary vocabulary;
  private final WordCollector words;

  NameSplitter(Vocabulary vocabulary, WordCollector words) {
    this.vocabulary = vocabulary;
    this.words = words;
  }

  Words split(String pointer, String name) {
    int i = 0;
    while (i < name.length()) {
      char c = name.charAt(i);
      if (!Characters.isWordCharacter(c)) {
        words.separate(c == '/' || c == '.' || c == ':' ? Separator.SLASH : Separator.SPACE);
        i++;
      } else if (Characters.isUnspaced(c)) {
        i = UnspacedText.add(name, i, vocabulary, words);
      } else {
        int end = wordEnd(name, i);
        add(name, i, end);
        i = end;
      }
    }
    return words.take(pointer, name);
  }

  private void add(String name, int start, int end) {
    int id = vocabulary.find(name, start, end);
    if (id == Vocabulary.UNKNOWN && end - start <= 2 * vocabulary.longest()) {
      for (int middle = end - SHORTEST_TAIL; middle >= start + SHORTEST_HEAD; middle--) {
        int head = vocabulary.find(name, start, middle);
        int tail = head == Vocabulary.UNKNOWN ? head : vocabulary.find(name, middle, end);
        if (tail != Vocabulary.UNKNOWN) {
          words.add(start, middle, head);
          words.add(middle, end, tail);
          return;
        }
      }
    }
    words.add(start, end, id);
  }

  private static int wordEnd(String name, int start) {
    int i = start + 1;
    while (i < name.length()
        && Characters.isWordCharacter(name.charAt(i))
        && !Characters.isUnspaced(name.charAt(i))
        && !isBoundary(name, i)) {
      i++;
    }
    return i;
  }

  /** Whether a new word begins at i, which is not the first character of a run. */
  private static boolean isBoundary(String name, int i) {
    char c = name.charAt(i);
    char previous = name.charAt(i - 1);
    if (!Characters.isUpper(c)) {
      return false;
    }
    if (!Characters.isUpper(previous)) {
      return !Characters.isDigit(previous) || nextIsLower(name, i);
    }
    return nextIsLower(name, i) && !isPluralOfAcronym(name, i + 1);
  }

  private static boolean nextIsLower(String name, int i) {
    return i + 1 < name.length() && Characters.isLower(name.charAt(i + 1));
  }

  private static boolean isPluralOfAcronym(String name, int i) {
    return name.charAt(i) == 's'
        && (i + 1 == name.length() || !Characters.isLower(name.charAt(i + 1)));
  }
}
