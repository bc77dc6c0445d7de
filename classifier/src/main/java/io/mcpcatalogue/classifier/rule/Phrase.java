package io.mcpcatalogue.classifier.rule;

import java.util.List;

/**
 * A sequence of words to look for: each place with its alternatives, possibly optional, possibly
 * behind a gap. Immutable.
 *
 * @param elements at least one; the first neither optional nor behind a gap
 * @param fromStart it must begin with the first word
 * @param toEnd it must end with the last word
 */
public record Phrase(List<Element> elements, boolean fromStart, boolean toEnd) {

  public Phrase {
    elements = List.copyOf(elements);
  }

  /** Written out, as all that a start needs: Java makes the equality of records up at run time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Phrase phrase
        && elements.equals(phrase.elements)
        && fromStart == phrase.fromStart
        && toEnd == phrase.toEnd;
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  /**
   * One place of a phrase.
   *
   * @param words the alternatives, in lower case
   * @param optional it may be absent
   * @param gap so many other words may stand before it
   */
  public record Element(List<String> words, boolean optional, int gap) {
    public Element {
      words = List.copyOf(words);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Element element
          && words.equals(element.words)
          && optional == element.optional
          && gap == element.gap;
    }

    @Override
    public int hashCode() {
      return words.hashCode();
    }
  }
}
