package io.mcpcatalogue.classifier.text;

import io.mcpcatalogue.classifier.text.Clause.Section;
import java.util.Map;
import java.util.Optional;

/**
 * The words above a section that tell what it is about, such as {@code Args} or {@code When to
 * use}. Immutable.
 */
public final class Headings {
  /** Without any heading everything is purpose. */
  public static final Headings NONE = new Headings(Map.of());

  private final Map<String, Section> sections;
  private final int longest;

  /** The headings with their sections; words in lower case, one space between them. */
  public Headings(Map<String, Section> sections) {
    this.sections = Map.copyOf(sections);
    int words = 0;
    for (String heading : sections.keySet()) {
      words = Math.max(words, heading.split(" ").length);
    }
    this.longest = words;
  }

  /** The section that these words open as a heading, if they are one. */
  Optional<Section> opens(Words words, int from, int to) {
    if (to - from > longest || sections.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder heading = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (words.id(i) == Vocabulary.UNKNOWN) {
        return Optional.empty();
      }
      heading.append(i == from ? "" : " ").append(words.word(i));
    }
    return Optional.ofNullable(sections.get(heading.toString()));
  }
}
