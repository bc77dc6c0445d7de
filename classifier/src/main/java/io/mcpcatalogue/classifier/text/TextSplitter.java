package io.mcpcatalogue.classifier.text;

/** Splits many texts with one vocabulary. For one thread. */
public final class TextSplitter {
  private final NameSplitter names;
  private final ProseSplitter prose;

  public TextSplitter(Vocabulary vocabulary) {
    WordCollector words = new WordCollector();
    this.names = new NameSplitter(vocabulary, words);
    this.prose = new ProseSplitter(vocabulary, words);
  }

  /** The words of a name: {@code getUserById}, {@code issues.create}. */
  public Words name(String pointer, String name) {
    return names.split(pointer, name);
  }

  /** The words of a text that people read. */
  public Words prose(String pointer, String text) {
    return prose.split(pointer, text);
  }
}
