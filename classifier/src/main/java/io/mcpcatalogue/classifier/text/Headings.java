package io.mcpcatalogue.classifier.text;

import io.mcpcatalogue.classifier.text.Clause.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words above a section that tell what it is about, such as {@code Args} or {@code When to
 * use}. Immutable.
 */
public final class Headings {
  /** Without any heading everything is purpose. */
  public static final Headings NONE = new Headings(Map.of(), Vocabulary.of(List.of()));

  /** For each word of the vocabulary the headings that begin with it; null for most. */
  private final List<Heading>[] byFirstWord;

  @SuppressWarnings("ArrayRecordComponent")
  private record Heading(int[] words, Optional<Section> section) {}

  /**
   * The headings with their sections; words in lower case, one space between them, all of them in
   * the vocabulary.
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Headings(Map<String, Section> sections, Vocabulary vocabulary) {
    this.byFirstWord = new List[vocabulary.size()];
    for (Map.Entry<String, Section> entry : sections.entrySet()) {
      int[] words = vocabulary.ids(List.of(entry.getKey().split(" ")));
      int first = words[0];
      if (byFirstWord[first] == null) {
        byFirstWord[first] = new ArrayList<>();
      }
      byFirstWord[first].add(new Heading(words, Optional.of(entry.getValue())));
    }
  }

  /** The section that these words open as a heading, if they are one. */
  Optional<Section> opens(Words words, int from, int to) {
    int first = words.id(from);
    if (first < 0 || first >= byFirstWord.length || byFirstWord[first] == null) {
      return Optional.empty();
    }
    for (Heading heading : byFirstWord[first]) {
      if (heading.words.length == to - from && standsAt(heading.words, words, from)) {
        return heading.section;
      }
    }
    return Optional.empty();
  }

  private static boolean standsAt(int[] heading, Words words, int from) {
    for (int i = 1; i < heading.length; i++) {
      if (words.id(from + i) != heading[i]) {
        return false;
      }
    }
    return true;
  }
}
