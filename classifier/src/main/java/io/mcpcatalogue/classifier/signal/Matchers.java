package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.signal.Trigger.Kind;
import io.mcpcatalogue.classifier.signal.Trigger.Slot;
import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All that is looked for in a tool or server, each sort with its number of slots. Immutable.
 *
 * @param phrases those that wake rules; runs over every text, as do the characters
 * @param askedPhrases all others; runs over the texts when a rule that is awake asks for one
 * @param asked the slots of those others
 * @param compared the slots of phrases of which many finds are kept
 * @param names runs over the names of tools and parameters
 * @param bounds the numbers that matter
 */
record Matchers(
    PhraseMatcher phrases,
    PhraseMatcher askedPhrases,
    BitSet asked,
    int phraseSlots,
    BitSet compared,
    CharacterScan characters,
    int literalSlots,
    PhraseMatcher names,
    int nameSlots,
    Bounds bounds) {

  static Matchers of(Slots slots, Vocabulary vocabulary, List<Waking> wakings) {
    List<List<Phrase>> waking = new ArrayList<>();
    List<List<Phrase>> others = new ArrayList<>();
    BitSet asked = new BitSet();
    for (List<Phrase> phrases : slots.allPhrases()) {
      int slot = waking.size();
      boolean wakes = wake(Slot.index(Kind.PHRASES, slot), wakings);
      asked.set(slot, !wakes);
      waking.add(wakes ? phrases : List.of());
      others.add(wakes ? List.of() : phrases);
    }
    return new Matchers(
        PhraseMatcher.of(waking, vocabulary),
        PhraseMatcher.of(others, vocabulary),
        asked,
        waking.size(),
        slots.allCompared(),
        new CharacterScan(new LiteralMatcher(slots.allLiterals())),
        slots.allLiterals().size(),
        PhraseMatcher.of(slots.allNames(), vocabulary),
        slots.allNames().size(),
        new Bounds(slots.allBounds()));
  }

  private static boolean wake(int slot, List<Waking> wakings) {
    for (Waking waking : wakings) {
      if (waking.hears(slot)) {
        return true;
      }
    }
    return false;
  }
}
