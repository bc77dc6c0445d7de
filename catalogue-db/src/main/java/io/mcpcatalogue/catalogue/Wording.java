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

  /** Behind every place of a sentence. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final List<String> words;

  /** Indexes of the words that may be cut out, the longest word first. */
  private final int[] longestFirst;

  private Wording(List<String> words) {
    this.words = words;
    this.longestFirst = longestFirst(words);
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
    int[] places = new int[longestFirst.length];
    Arrays.fill(places, -1);
    int brace = -1;
    int from = 0;
    while (true) {
      brace = brace < from ? orNowhere(sentence.indexOf('{', from)) : brace;
      int next = brace;
      int word = -1;
      // From the shortest to the longest: of those that begin at one place the longest is cut out.
      for (int i = places.length - 1; i >= 0; i--) {
        if (places[i] < from) {
          places[i] = find(words.get(longestFirst[i]), sentence, from);
        }
        if (places[i] <= next && places[i] < NOWHERE) {
          next = places[i];
          word = longestFirst[i];
        }
      }
      if (next == NOWHERE) {
        return from == 0 ? sentence : phrase.append(sentence, from, sentence.length()).toString();
      }
      phrase.append(sentence, from, next);
      if (word < 0) {
        phrase.append("{{");
        from = next + 1;
      } else {
        phrase.append('{').append(word).append('}');
        from = next + words.get(word).length();
      }
    }
  }

  /** Where the word next stands by itself. */
  private static int find(String word, String sentence, int from) {
    int place = sentence.indexOf(word, from);
    while (place >= 0 && !standsAlone(sentence, place, place + word.length())) {
      place = sentence.indexOf(word, place + 1);
    }
    return orNowhere(place);
  }

  private static boolean standsAlone(String sentence, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(sentence.charAt(start - 1)))
        && (end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end)));
  }

  private static int orNowhere(int place) {
    return place < 0 ? NOWHERE : place;
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
}
