package io.mcpcatalogue.classifier.text;

import java.util.Locale;

/**
 * The words of one text: for each its place in the text, its number in the vocabulary, and what
 * separates it from the word before. Immutable.
 */
public final class Words {
  private static final Separator[] SEPARATORS = Separator.values();
  private static final int PLACES = WordCollector.PLACES;

  private final String pointer;
  private final String text;
  private final int[] words;
  private final int encodings;

  /** The words with their {@link EncodingSigns}; each takes so many places. */
  Words(String pointer, String text, int[] words, int encodings) {
    this.pointer = pointer;
    this.text = text;
    this.words = words;
    this.encodings = encodings;
  }

  /**
   * The words of a name: {@code getUserById}, {@code issues.create}, {@code list-EC2-instances}.
   */
  public static Words ofName(String pointer, String name, Vocabulary vocabulary) {
    return new TextSplitter(vocabulary).name(pointer, name);
  }

  /** The words of a text that people read. Names within it are single, unknown words. */
  public static Words ofProse(String pointer, String text, Vocabulary vocabulary) {
    return new TextSplitter(vocabulary).prose(pointer, text);
  }

  /** JSON pointer of the text within the tool definition. */
  public String pointer() {
    return pointer;
  }

  public String text() {
    return text;
  }

  /** The {@link EncodingSigns} of prose. */
  int encodings() {
    return encodings;
  }

  public int size() {
    return words.length / PLACES;
  }

  /** First character of the word within the text. */
  public int start(int index) {
    return words[index * PLACES];
  }

  /** Behind the last character of the word within the text. */
  public int end(int index) {
    return words[index * PLACES + 1];
  }

  /** The first word that ends behind a character of the text. */
  public int wordAt(int character) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (end(middle) <= character) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The word's number in the vocabulary, or {@link Vocabulary#UNKNOWN}, as is all code. */
  public int id(int index) {
    return Math.max(Vocabulary.UNKNOWN, words[index * PLACES + 2]);
  }

  /** The same, also within code: a model obeys what stands in backticks like anything else. */
  public int idAlsoInCode(int index) {
    int id = words[index * PLACES + 2];
    return id < Vocabulary.UNKNOWN ? inCode(id) : id;
  }

  /** The number of the last word; {@link Vocabulary#UNKNOWN} where there is none. */
  public int lastId() {
    return words.length == 0 ? Vocabulary.UNKNOWN : id(size() - 1);
  }

  /** The number that stands for a word of code, and back again; the unknown stays unknown. */
  static int inCode(int id) {
    return id == Vocabulary.UNKNOWN ? id : Vocabulary.UNKNOWN - 1 - id;
  }

  /** What separates the word from the one before it. */
  public Separator before(int index) {
    return SEPARATORS[words[index * PLACES + 3]];
  }

  /** The word in lower case, with a straight apostrophe. */
  public String word(int index) {
    return text.substring(start(index), end(index))
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'');
  }

  /** Whether the word begins with a capital letter. */
  public boolean isCapitalised(int index) {
    return Characters.isUpper(text.charAt(start(index)));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      out.append(i == 0 ? "" : " ").append(word(i));
    }
    return out.toString();
  }
}
