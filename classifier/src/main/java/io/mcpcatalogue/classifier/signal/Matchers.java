package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.BitSet;

/**
 * All that is looked for in a tool or server, each sort with its number of slots. Immutable.
 *
 * @param phrases runs over every text, as do the characters
 * @param compared the slots of phrases of which many finds are kept
 * @param names runs over the names of tools and parameters
 * @param bounds the numbers that matter
 */
record Matchers(
    PhraseMatcher phrases,
    int phraseSlots,
    BitSet compared,
    CharacterScan characters,
    int literalSlots,
    PhraseMatcher names,
    int nameSlots,
    Bounds bounds) {

  static Matchers of(Slots slots, Vocabulary vocabulary) {
    return new Matchers(
        PhraseMatcher.of(slots.allPhrases(), vocabulary),
        slots.allPhrases().size(),
        slots.allCompared(),
        new CharacterScan(new LiteralMatcher(slots.allLiterals())),
        slots.allLiterals().size(),
        PhraseMatcher.of(slots.allNames(), vocabulary),
        slots.allNames().size(),
        new Bounds(slots.allBounds()));
  }
}
