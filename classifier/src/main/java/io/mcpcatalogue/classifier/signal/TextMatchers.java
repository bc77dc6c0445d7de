package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.List;

/** The matchers that run over every text, each with its number of slots. Immutable. */
record TextMatchers(
    PhraseMatcher phrases, int wordSlots, CharacterScan characters, int literalSlots) {

  static TextMatchers of(
      List<List<Phrase>> phrases, List<List<String>> literals, Vocabulary vocabulary) {
    return new TextMatchers(
        PhraseMatcher.of(phrases, vocabulary),
        phrases.size(),
        new CharacterScan(new LiteralMatcher(literals)),
        literals.size());
  }
}
