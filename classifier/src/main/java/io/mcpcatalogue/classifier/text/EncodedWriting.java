package io.mcpcatalogue.classifier.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds what a text says in another writing than its own: Base64 and Base32, hexadecimal, escapes,
 * letters and the numbers of letters that stand apart, digits for letters, sentences joined to one
 * word. A model reads all of them, a person does not. Linear in the length of the text. For one
 * thread.
 */
final class EncodedWriting {
  static final int SHORTEST_RUN = 20;
  static final int FEWEST_LETTERS = 12;
  static final int FEWEST_NUMBERS = 12;
  static final int FEWEST_APART = 4;
  private static final LongRuns.Kind OF_RUN = LongRuns.Kind.lettersAndDigitsAnd("+/");
  private static final int FEWEST_JOINTS = 3;

  /** So many characters of Base64 are decoded to see whether it is worth to go on. */
  private static final int BEGINNING = 16;

  private static final int MOST_LETTERS = 10_000;
  private static final int MOST_LAYERS = 3;
  private static final int LONGEST_WORD = 16;
  private static final int LONGEST_NUMBER = 8;
  private static final int[] RADIXES = {2, 10, 16};

  private static final int UNKNOWN_LETTER = 4;

  private final Words words;
  private final char[] text;
  private final List<String> found = new ArrayList<>(0);
  private int lettersLeft = MOST_LETTERS;

  /** Runs that only the ends of lines part, and where the last of them ends. */
  private final List<String> lines = new ArrayList<>(0);

  private int endOfLines;

  private EncodedWriting(Words words, char[] characters) {
    this.words = words;
    this.text = characters;
  }

  /** What is found, decoded, in words whose text is given with a blank behind it. */
  static List<String> in(Words words, char[] characters, Vocabulary vocabulary) {
    int signs = words.encodings();
    int length = words.text().length();
    EncodedWriting writing = new EncodedWriting(words, characters);
    if ((signs & EncodingSigns.RUN) != 0) {
      LongRuns.find(characters, length, SHORTEST_RUN, OF_RUN, writing::addRun);
      writing.decodeLines();
      writing.findJoined();
    }
    if ((signs & EncodingSigns.ESCAPES) != 0) {
      new Escapes(characters, length, writing.found).find();
    }
    if ((signs & EncodingSigns.DIGITS) != 0) {
      DigitsForLetters.find(words, characters, vocabulary, writing.found);
    }
    if ((signs & EncodingSigns.LETTERS) != 0) {
      writing.findLetters(vocabulary);
    }
    if ((signs & EncodingSigns.NUMBERS) != 0) {
      writing.findNumbers();
    }
    if ((signs & EncodingSigns.APART) != 0) {
      writing.findApart();
    }
    return writing.found;
  }

  /** An encoded text may be broken into lines. */
  private void addRun(int start, int end) {
    if (!isLineEnd(endOfLines, start)) {
      decodeLines();
    }
    lines.add(new String(text, start, end - start));
    endOfLines = end;
  }

  /** As one text, or else each for itself: long words stand in lines of their own as well. */
  private void decodeLines() {
    if (lines.isEmpty()) {
      return;
    }
    int before = found.size();
    decode(String.join("", lines), MOST_LAYERS);
    if (lines.size() > 1 && found.size() == before) {
      lines.forEach(line -> decode(line, MOST_LAYERS));
    }
    lines.clear();
  }

  private boolean isLineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] != '\n' && text[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private void decode(String run, int layers) {
    if (run.length() % 2 == 0 && all(run, HexFormat::isHexDigit)) {
      add(HexFormat.of().parseHex(run), layers);
      return;
    }
    if (all(run, c -> base32(c) >= 0)) {
      add(ofBase32(run), layers);
    }
    if (run.length() % 4 != 1 && beginsAsText(run)) {
      add(Base64.getDecoder().decode(run), layers);
    }
  }

  /** Most long words decode to no text: a look at the first bytes is enough to tell. */
  private static boolean beginsAsText(String base64) {
    String text = read(Base64.getDecoder().decode(base64.substring(0, BEGINNING)));
    // The last character may be cut in two.
    return isText(text.substring(0, text.length() - 1));
  }

  /** What is no sentence was no text before it was encoded, unless it was encoded twice. */
  private void add(byte[] bytes, int layers) {
    String decoded = read(bytes);
    if (isProse(decoded)) {
      found.add(decoded);
      return;
    }
    String run = decoded.replace("=", "");
    if (layers > 1 && run.length() >= SHORTEST_RUN && all(run, c -> OF_RUN.includes((char) c))) {
      decode(run, layers - 1);
    }
  }

  /** Windows encodes its commands in two bytes a letter. */
  private static String read(byte[] bytes) {
    boolean wide = bytes.length > 1 && bytes[1] == 0;
    return new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
  }

  private static boolean isProse(String decoded) {
    return decoded.indexOf(' ') > 0 && isText(decoded);
  }

  private static boolean isText(String decoded) {
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t' || c == '\uFFFD') {
        return false;
      }
    }
    return true;
  }

  private static boolean all(String run, IntPredicate kind) {
    for (int i = 0; i < run.length(); i++) {
      if (!kind.test(run.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ofBase32(String run) {
    byte[] bytes = new byte[run.length() * 5 / 8];
    int bits = 0;
    for (int i = 0, filled = 0; filled < bytes.length; i++) {
      bits = bits << 5 | base32(run.charAt(i));
      int left = (i + 1) * 5 - filled * 8;
      if (left >= 8) {
        bytes[filled++] = (byte) (bits >> left - 8);
      }
    }
    return bytes;
  }

  private static int base32(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
  }

  /** {@code ignore_all_rules}, {@code IgnoreAllRules}: so many words in one are a sentence. */
  private void findJoined() {
    char[] sentences = {};
    int filled = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = words.end(i) - words.start(i);
      if (length >= SHORTEST_RUN) {
        int needed = filled + 2 * length + 2;
        if (needed > sentences.length) {
          sentences = Arrays.copyOf(sentences, Math.max(needed, 2 * filled));
        }
        filled = part(i, sentences, filled);
      }
    }
    if (filled > 0) {
      found.add(new String(sentences, 0, filled));
    }
  }

  /**
   * Puts down a word with blanks where further words begin in it, if it is made of letters and
   * there are enough; returns where it ends.
   */
  private int part(int word, char[] sentences, int from) {
    int filled = from;
    int joints = 0;
    boolean behindLower = false;
    for (int at = words.start(word); at < words.end(word); at++) {
      char c = text[at];
      if (c == '_' || c == '.') {
        joints++;
        sentences[filled++] = ' ';
        behindLower = false;
      } else if (isLetter(c)) {
        if (behindLower && Characters.isUpper(c)) {
          joints++;
          sentences[filled++] = ' ';
        }
        sentences[filled++] = c;
        behindLower = Characters.isLower(c);
      } else {
        return from;
      }
    }
    if (joints < FEWEST_JOINTS) {
      return from;
    }
    sentences[filled++] = '\n';
    sentences[filled++] = '\n';
    return filled;
  }

  private static boolean isLetter(char c) {
    return c < 128 ? Characters.isAsciiLetter(c) : Character.isLetter(c);
  }

  /** {@code Ignore. All. Rules.}: words each in a sentence, line or item of its own are one. */
  private void findApart() {
    LongRuns.find(words.size(), FEWEST_APART, this::beginsApart, this::addApart);
  }

  private boolean beginsApart(int word) {
    return words.standsApart(word) && isLetter(text[words.start(word)]);
  }

  private void addApart(int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int word = from; word < to; word++) {
      int start = words.start(word);
      joined.append(text, start, words.end(word) - start).append(' ');
    }
    found.add(joined.toString());
  }

  /** {@code 73 103 110}: the numbers of letters, in decimal, hexadecimal or binary. */
  private void findNumbers() {
    if (hasNumbers()) {
      LongRuns.find(words.size(), FEWEST_NUMBERS, this::isNumber, this::addNumbers);
    }
  }

  private boolean isNumber(int word) {
    return words.end(word) - words.start(word) <= LONGEST_NUMBER && isHex(word);
  }

  private void addNumbers(int from, int to) {
    for (int radix : RADIXES) {
      addNumbers(from, to, radix);
    }
  }

  private void addNumbers(int from, int to, int radix) {
    StringBuilder decoded = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      int letter = 0;
      for (int at = words.start(i); at < words.end(i); at++) {
        letter = letter * radix + Character.digit(text[at], radix);
        if (Character.digit(text[at], radix) < 0 || letter > '~') {
          return;
        }
      }
      decoded.append((char) letter);
    }
    if (isProse(decoded.toString())) {
      found.add(decoded.toString());
    }
  }

  /** Whether enough words that no rule knows begin with a digit and go on. */
  private boolean hasNumbers() {
    int numbers = 0;
    for (int i = 0; i < words.size() && numbers < FEWEST_NUMBERS; i++) {
      boolean isNumber =
          words.id(i) < 0
              && words.end(i) - words.start(i) > 1
              && Characters.isDigit(text[words.start(i)]);
      numbers += isNumber ? 1 : 0;
    }
    return numbers == FEWEST_NUMBERS;
  }

  private boolean isHex(int i) {
    for (int at = words.start(i); at < words.end(i); at++) {
      if (!HexFormat.isHexDigit(text[at])) {
        return false;
      }
    }
    return true;
  }

  /** {@code i g n o r e a l l}: where no gap is wider, known words tell where the next begins. */
  private void findLetters(Vocabulary vocabulary) {
    LongRuns.find(
        words.size(),
        FEWEST_LETTERS,
        this::isSingleLetter,
        (from, to) -> addLetters(from, Math.min(to, from + lettersLeft), vocabulary));
  }

  private void addLetters(int from, int to, Vocabulary vocabulary) {
    if (to - from >= FEWEST_LETTERS) {
      found.add(joined(from, to, vocabulary));
      lettersLeft -= to - from;
    }
  }

  private boolean isSingleLetter(int i) {
    char c = text[words.start(i)];
    return words.end(i) - words.start(i) == 1 && Characters.isAsciiLetter(c);
  }

  private String joined(int from, int to, Vocabulary vocabulary) {
    int narrowest = Integer.MAX_VALUE;
    for (int i = from + 1; i < to; i++) {
      narrowest = Math.min(narrowest, words.start(i) - words.end(i - 1));
    }
    StringBuilder joined = new StringBuilder();
    StringBuilder letters = new StringBuilder();
    for (int i = from; i < to; i++) {
      letters.append(text[words.start(i)]);
      if (i + 1 == to || words.start(i + 1) - words.end(i) > narrowest) {
        joined.append(parted(letters.toString(), vocabulary));
        letters.setLength(0);
      }
    }
    return joined.toString();
  }

  private static boolean isKnown(
      char[] letters, int start, int end, long key, Vocabulary vocabulary) {
    return vocabulary.find(letters, start, end, WordKey.end(key, end - start, true))
        != Vocabulary.UNKNOWN;
  }

  /** The letters as words, so that as few letters as possible belong to none that is known. */
  private static String parted(String letters, Vocabulary vocabulary) {
    char[] read = letters.toCharArray();
    int[] cost = new int[read.length + 1];
    int[] next = new int[read.length];
    for (int i = read.length - 1; i >= 0; i--) {
      cost[i] = cost[i + 1] + UNKNOWN_LETTER;
      next[i] = i + 1;
      long key = WordKey.append(WordKey.EMPTY, read[i]);
      for (int end = i + 2; end <= Math.min(read.length, i + LONGEST_WORD); end++) {
        key = WordKey.append(key, read[end - 1]);
        if (cost[end] + 1 < cost[i] && isKnown(read, i, end, key, vocabulary)) {
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
