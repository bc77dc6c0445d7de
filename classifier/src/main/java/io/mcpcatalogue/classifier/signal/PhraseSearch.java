package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.signal.PhraseMatcher.Anchor;
import io.mcpcatalogue.classifier.signal.PhraseMatcher.Anchors;
import io.mcpcatalogue.classifier.text.Words;
import java.util.Arrays;

/**
 * Finds phrases in one text after another. The work a word costs is bounded by the phrases that are
 * looked for where it stands, so that it is linear in the length of the text. For one thread.
 */
final class PhraseSearch {
  /**
   * Each find takes three places: its first word, the number of the phrase, behind its last word.
   */
  private static final int PLACES = 3;

  private final PhraseMatcher matcher;

  /** So many finds in one text that their number is counted for each phrase. */
  private static final int FLOOD = 512;

  /** A phrase that was found so often in a flooded text is not looked for in it any more. */
  private static final int MOST_FINDS = 256;

  /**
   * The bits of so many words before and behind the word that is looked at: gathered once for all
   * the phrases that ask for them.
   */
  private final long[] before;

  private final long[] after;

  private int[] finds = {};
  private int filled;

  /** How often each phrase was found since the text is flooded; null while it is not. */
  private int[] counts;

  /**
   * For each loose phrase how far its beginnings were tried, as a place in all texts together: from
   * two words one may come to the same beginning. Made when it is first needed, which is rare.
   */
  private int[] tried;

  /** The number of words in the texts that were searched before. */
  private int wordsBefore;

  /** Takes what is found: the phrase's slot, and its first word and the one behind its last. */
  interface Sink {
    void found(int slot, int from, int to);
  }

  PhraseSearch(PhraseMatcher matcher) {
    this.matcher = matcher;
    this.before = new long[matcher.farthestReach() + 1];
    this.after = new long[matcher.farthestReach() + 1];
    before[0] = PhraseMatcher.ANY;
    after[0] = PhraseMatcher.ANY;
  }

  /** Tells all finds in the text in the order of their first words. */
  void search(Words words, Sink sink) {
    int size = words.size();
    for (int i = 0; i < size; i++) {
      Anchors anchors = matcher.anchors(words.idAlsoInCode(i));
      if (anchors != null) {
        tryAround(anchors, words, i);
      }
    }
    wordsBefore += size;
    if (filled > 0) {
      tell(sink);
    }
  }

  private void tryAround(Anchors anchors, Words words, int place) {
    lookAround(words, place, anchors.reachBefore(), anchors.reachAfter());
    for (Anchor anchor : anchors.all()) {
      if ((after[anchor.reachAfter()] & anchor.after()) != 0
          && (before[anchor.reachBefore()] & anchor.before()) != 0
          && isWanted(anchor.phrase())) {
        tryAround(anchor, words, place);
      }
    }
  }

  private void lookAround(Words words, int place, int reachBefore, int reachAfter) {
    long mask = 0;
    for (int distance = 1; distance <= reachAfter; distance++) {
      int i = place + distance;
      mask |= i < words.size() ? PhraseMatcher.mask(words.idAlsoInCode(i)) : 0;
      after[distance] = mask;
    }
    mask = 0;
    for (int distance = 1; distance <= reachBefore; distance++) {
      int i = place - distance;
      mask |= i >= 0 ? PhraseMatcher.mask(words.idAlsoInCode(i)) : 0;
      before[distance] = mask;
    }
  }

  private boolean isWanted(CompiledPhrase phrase) {
    return counts == null || counts[phrase.number()] < MOST_FINDS;
  }

  private void tryAround(Anchor anchor, Words words, int place) {
    CompiledPhrase phrase = anchor.phrase();
    if (anchor.farthest() == 0) {
      if (place == 0 || !phrase.fromStart()) {
        addIfAny(place, phrase, phrase.endBehind(words, place));
      }
      return;
    }
    int last = place - anchor.nearest();
    int first = Math.max(0, place - anchor.farthest());
    if (anchor.loose() != PhraseMatcher.FIXED) {
      first = Math.max(first, firstUntried(anchor.loose(), last));
    }
    for (int from = first; from <= last && (from == 0 || !phrase.fromStart()); from++) {
      addIfAny(from, phrase, phrase.endFrom(words, from));
    }
  }

  private void addIfAny(int from, CompiledPhrase phrase, int to) {
    if (to != CompiledPhrase.NO_MATCH) {
      add(from, phrase.number(), to);
    }
  }

  /** The first word of this text that was not tried yet; all up to the last now count as tried. */
  private int firstUntried(int loose, int last) {
    if (tried == null) {
      tried = new int[matcher.loosePhrases()];
    }
    int untried = tried[loose] - wordsBefore;
    tried[loose] = Math.max(untried, last + 1) + wordsBefore;
    return untried;
  }

  /**
   * Puts the find where it belongs, first by its first word, then by the number of the phrase. It
   * is never far from the end, as a phrase begins near its rarest word.
   */
  private void add(int from, int phrase, int to) {
    if (filled == finds.length) {
      finds = Arrays.copyOf(finds, Math.max(8 * PLACES, 2 * filled));
    }
    int place = filled;
    while (place > 0 && isBehind(place - PLACES, from, phrase)) {
      System.arraycopy(finds, place - PLACES, finds, place, PLACES);
      place -= PLACES;
    }
    finds[place] = from;
    finds[place + 1] = phrase;
    finds[place + 2] = to;
    filled += PLACES;
    if (counts != null) {
      counts[phrase]++;
    } else if (filled == FLOOD * PLACES) {
      counts = new int[matcher.phrases()];
    }
  }

  private boolean isBehind(int place, int from, int phrase) {
    return finds[place] > from || finds[place] == from && finds[place + 1] > phrase;
  }

  private void tell(Sink sink) {
    for (int place = 0; place < filled; place += PLACES) {
      sink.found(matcher.slot(finds[place + 1]), finds[place], finds[place + 2]);
    }
    filled = 0;
    counts = null;
  }
}
