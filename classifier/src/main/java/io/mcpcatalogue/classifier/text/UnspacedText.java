package io.mcpcatalogue.classifier.text;

/** Cuts text without spaces into the longest words that the vocabulary knows. */
final class UnspacedText {
  /** The longest forms of verbs have a character or two less. */
  private static final int LONGEST = 12;

  private UnspacedText() {}

  /** Adds the longest known word at the start, else the character as an unknown word. */
  static int add(char[] text, int length, int start, Vocabulary vocabulary, WordCollector words) {
    int found = Vocabulary.UNKNOWN;
    int foundEnd = start + 1;
    long key = WordKey.EMPTY;
    int limit = Math.min(length, start + LONGEST);
    for (int i = start; i < limit && Characters.isUnspaced(text[i]); i++) {
      key = WordKey.appendUnspaced(key, text[i]);
      if (!vocabulary.mayBegin(key)) {
        break;
      }
      int id = vocabulary.find(text, start, i + 1, WordKey.end(key, i + 1 - start, false));
      if (id != Vocabulary.UNKNOWN) {
        found = id;
        foundEnd = i + 1;
      }
    }
    words.add(start, foundEnd, found);
    return foundEnd;
  }
}
