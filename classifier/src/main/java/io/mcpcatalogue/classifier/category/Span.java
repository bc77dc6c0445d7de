package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Words;

/** A stretch of words: from the first up to, not including, the last. Immutable. */
record Span(int from, int to) {

  static Span of(Words words) {
    return new Span(0, words.size());
  }
}
