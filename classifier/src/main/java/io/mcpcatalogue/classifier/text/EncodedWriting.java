package io.mcpcatalogue.classifier.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Finds what a text says in another writing than its own: Base64, hexadecimal, escapes, letters
 * that stand apart. A model reads all of them, a person does not. Linear in the length of the text.
 * For one thread.
 */
final class EncodedWriting {
  private static final int SHORTEST_RUN = 20;
  private static final int FEWEST_LETTERS = 12;
  private static final int MOST_LETTERS = 10_000;
  private static final int LONGEST_WORD = 16;
  private static final int UNKNOWN_LETTER = 4;

  private final Words words;
  private final String text;
  private final List<String> found = new ArrayList<>(0);

  private EncodedWriting(Words words) {
    this.words = words;
    this.text = words.text();
  }

  /** What is found, decoded; in most texts a look at the words shows that there is nothing. */
  static List<String> in(Words words, Vocabulary vocabulary) {
    boolean run = false;
    int letters = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = words.end(i) - words.start(i);
      run |= length >= SHORTEST_RUN;
      letters += length == 1 ? 1 : 0;
    }
    boolean escapes = Escapes.mayStandIn(words.text());
    if (!run && !escapes && letters < FEWEST_LETTERS) {
      return List.of();
    }
    EncodedWriting writing = new EncodedWriting(words);
    if (run) {
      LongRuns.find(writing.text, SHORTEST_RUN, EncodedWriting::isOfRun, writing::decodeRun);
    }
    if (escapes) {
      new Escapes(writing.text, writing.found).find();
    }
    if (letters >= FEWEST_LETTERS) {
      writing.findLetters(vocabulary);
    }
    return writing.found;
  }

  private static boolean isOfRun(char c) {
    return Characters.isAsciiLetterOrDigit(c) || c == '+' || c == '/';
  }

  private void decodeRun(int start, int end) {
    String run = text.substring(start, end);
    if (run.length() % 2 == 0 && run.chars().allMatch(HexFormat::isHexDigit)) {
      addIfProse(HexFormat.of().parseHex(run));
    } else if (run.length() % 4 != 1) {
      addIfProse(Base64.getDecoder().decode(run));
    }
  }

  /** What is no sentence was no text before it was encoded. */
  private void addIfProse(byte[] bytes) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    boolean prose =
        decoded.indexOf(' ') > 0
            && decoded.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == '\uFFFD');
    if (prose) {
      found.add(decoded);
    }
  }

  /** {@code i g n o r e a l l}: where no gap is wider, known words tell where the next begins. */
  private void findLetters(Vocabulary vocabulary) {
    int left = MOST_LETTERS;
    int i = 0;
    while (i < words.size() && left > 0) {
      int from = i;
      while (i < words.size() && i - from < left && isLetter(i)) {
        i++;
      }
      if (i - from >= FEWEST_LETTERS) {
        found.add(joined(from, i, vocabulary));
        left -= i - from;
      }
      i++;
    }
  }

  private boolean isLetter(int i) {
    char c = text.charAt(words.start(i));
    return words.end(i) - words.start(i) == 1
        && Characters.isAsciiLetterOrDigit(c)
        && !Characters.isDigit(c);
  }

  private String joined(int from, int to, Vocabulary vocabulary) {
    int narrowest = Integer.MAX_VALUE;
    for (int i = from + 1; i < to; i++) {
      narrowest = Math.min(narrowest, words.start(i) - words.end(i - 1));
    }
    StringBuilder joined = new StringBuilder();
    StringBuilder letters = new StringBuilder();
    for (int i = from; i < to; i++) {
      letters.append(text.charAt(words.start(i)));
      if (i + 1 == to || words.start(i + 1) - words.end(i) > narrowest) {
        joined.append(parted(letters.toString(), vocabulary));
        letters.setLength(0);
      }
    }
    return joined.toString();
  }

  /** The letters as words, so that as few letters as possible belong to none that is known. */
  private static String parted(String letters, Vocabulary vocabulary) {
    char[] read = letters.toCharArray();
    int[] cost = new int[read.length + 1];
    int[] next = new int[read.length];
    for (int i = read.length - 1; i >= 0; i--) {
      cost[i] = cost[i + 1] + UNKNOWN_LETTER;
      next[i] = i + 1;
      for (int end = i + 2; end <= Math.min(read.length, i + LONGEST_WORD); end++) {
        if (cost[end] + 1 < cost[i] && vocabulary.find(read, i, end) != Vocabulary.UNKNOWN) {
          cost[i] = cost[end] + 1;
          next[i] = end;
        }
      }
    }
    StringBuilder parted = new StringBuilder(2 * read.length);
    for (int i = 0; i < read.length; i = next[i]) {
      parted.append(read, i, next[i] - i).append(' ');
    }
    return parted.toString();
  }
}
