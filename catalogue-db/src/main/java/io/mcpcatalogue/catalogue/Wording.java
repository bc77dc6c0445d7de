package io.mcpcatalogue.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Cuts the words that a verdict quotes out of its sentences, so that sentences become phrases that
 * many verdicts share: {@code Runs "{1}"}. What was cut is put back exactly. Immutable.
 */
final class Wording {
  /** Shorter words are left where they are: they would turn up inside of others. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 300;
  private static final int FEW = 16;

  private final List<String> words;

  /** Indexes of the words that may be cut out, the longest word first. */
  private final int[] longestFirst;

  /** A bit for the first character of each of them: most places in a sentence begin no word. */
  private final long beginnings;

  private Wording(List<String> words) {
    this.words = words;
    this.longestFirst = longestFirst(words);
    long bits = 0;
    for (int index : longestFirst) {
      bits |= 1L << words.get(index).charAt(0);
    }
    this.beginnings = bits;
  }

  /** A wording with these words to cut out; the same word counts once. */
  static Wording of(List<String> words) {
    return new Wording(
        words.size() <= FEW ? distinct(words) : new ArrayList<>(new LinkedHashSet<>(words)));
  }

  /** Compares each with each: of few words, that is sooner done than their hashes. */
  private static List<String> distinct(List<String> words) {
    List<String> distinct = new ArrayList<>(words.size());
    for (String word : words) {
      if (!distinct.contains(word)) {
        distinct.add(word);
      }
    }
    return distinct;
  }

  /** By insertion: there are few, and this is done for every tool. */
  private static int[] longestFirst(List<String> words) {
    int[] order = new int[words.size()];
    int count = 0;
    for (int index = 0; index < order.length; index++) {
      int length = words.get(index).length();
      if (length < SHORTEST || length > LONGEST) {
        continue;
      }
      int place = count++;
      while (place > 0 && words.get(order[place - 1]).length() < length) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = index;
    }
    return Arrays.copyOf(order, count);
  }

  /** The sentence with its words replaced by their numbers in braces. */
  String phrase(String sentence) {
    StringBuilder phrase = new StringBuilder(sentence.length() + 8);
    int copied = 0;
    int from = 0;
    while (from < sentence.length()) {
      char c = sentence.charAt(from);
      int word = (beginnings & 1L << c) == 0 ? -1 : wordAt(sentence, from);
      if (word >= 0) {
        phrase.append(sentence.substring(copied, from)).append('{').append(word).append('}');
        from += words.get(word).length();
        copied = from;
      } else {
        from++;
        if (c == '{') {
          phrase.append(sentence.substring(copied, from)).append(c);
          copied = from;
        }
      }
    }
    return copied == 0 ? sentence : phrase.append(sentence.substring(copied)).toString();
  }

  /** The sentence that a phrase came from. */
  String sentence(String phrase) {
    if (phrase.indexOf('{') < 0) {
      return phrase;
    }
    StringBuilder sentence = new StringBuilder(phrase.length() + 64);
    int from = 0;
    while (from < phrase.length()) {
      char c = phrase.charAt(from++);
      if (c != '{') {
        sentence.append(c);
      } else if (phrase.charAt(from) == '{') {
        sentence.append(c);
        from++;
      } else {
        int end = phrase.indexOf('}', from);
        sentence.append(words.get(Integer.parseInt(phrase.substring(from, end))));
        from = end + 1;
      }
    }
    return sentence.toString();
  }

  private int wordAt(String sentence, int from) {
    if (from > 0 && Character.isLetterOrDigit(sentence.charAt(from - 1))) {
      return -1;
    }
    for (int index : longestFirst) {
      String word = words.get(index);
      if (sentence.startsWith(word, from) && endsAt(sentence, from + word.length())) {
        return index;
      }
    }
    return -1;
  }

  private static boolean endsAt(String sentence, int end) {
    return end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end));
  }
}
