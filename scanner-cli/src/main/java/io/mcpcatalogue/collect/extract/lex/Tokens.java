package io.mcpcatalogue.collect.extract.lex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens of one file in flat arrays, with the bracket tree over them. A token is named by its
 * index; {@link #NONE} stands for no token. Immutable.
 */
public final class Tokens {
  /** No token. */
  public static final int NONE = -1;

  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    STRING,
    /** Literal text inside a template. */
    TEXT,
    REGEX,
    /** Opens a group: a round, square or curly bracket, a template or a hole in one. */
    OPEN,
    /** Closes a group: a round, square or curly bracket, or a template. */
    CLOSE,
    PUNCTUATION;

    private static final Kind[] ALL = values();

    static Kind of(byte ordinal) {
      return ALL[ordinal];
    }
  }

  private static final byte WORD = (byte) Kind.WORD.ordinal();

  /** What most marks are spelled like. */
  private static final String[] SINGLE =
      IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

  private final Language language;
  private final String text;
  private final int count;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int[] words;
  private final Spellings spellings;
  private final int[] lines;
  private final int[] lineStarts;
  private final int[] commentStarts;
  private final int[] commentEnds;
  private final BracketTree brackets;

  /** Made when it is first asked for; two threads that ask at once make the same. */
  private volatile WordIndex index;

  Tokens(Language language, String text, TokenBuffer buffer, Spellings spellings) {
    this.language = language;
    this.text = text;
    this.count = buffer.count;
    this.kinds = Arrays.copyOf(buffer.kinds, count);
    this.starts = Arrays.copyOf(buffer.starts, count);
    this.ends = Arrays.copyOf(buffer.ends, count);
    this.words = Arrays.copyOf(buffer.words, count);
    this.spellings = spellings;
    this.commentStarts = Arrays.copyOf(buffer.commentStarts, buffer.commentCount);
    this.commentEnds = Arrays.copyOf(buffer.commentEnds, buffer.commentCount);
    this.lineStarts = lineStarts(text);
    this.lines = lines();
    this.brackets = BracketTree.of(kinds, starts, ends, text);
  }

  public Language language() {
    return language;
  }

  /** The whole text of the file. */
  public String source() {
    return text;
  }

  public int count() {
    return count;
  }

  public Kind kind(int token) {
    return Kind.of(kinds[token]);
  }

  public boolean is(int token, Kind kind) {
    return token >= 0 && token < count && kinds[token] == kind.ordinal();
  }

  /** Whether the token is spelled exactly so; a string with that content is not. */
  public boolean is(int token, String spelling) {
    return token >= 0
        && token < count
        && ends[token] - starts[token] == spelling.length()
        && text.startsWith(spelling, starts[token]);
  }

  public boolean is(int token, char spelling) {
    return token >= 0
        && token < count
        && ends[token] - starts[token] == 1
        && text.charAt(starts[token]) == spelling;
  }

  /** The token as it is spelled. */
  public String text(int token) {
    if (kinds[token] == WORD) {
      return spellings.text(words[token]);
    }
    int length = ends[token] - starts[token];
    char first = text.charAt(starts[token]);
    return length == 1 && first < SINGLE.length
        ? SINGLE[first]
        : text.substring(starts[token], ends[token]);
  }

  /** What a string, or the text in a template, says; escapes are resolved. */
  public String string(int token) {
    return StringLiterals.content(language, text(token), kind(token));
  }

  public int start(int token) {
    return starts[token];
  }

  public int end(int token) {
    return ends[token];
  }

  /** Where each word stands. */
  public WordIndex words() {
    WordIndex known = index;
    if (known == null) {
      known = new WordIndex(spellings, words);
      index = known;
    }
    return known;
  }

  /** The line of the token, from 1. */
  public int line(int token) {
    return lines[token];
  }

  /** The line of an offset of the text, from 1. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** How far the token is from the start of its line, in characters. */
  public int column(int token) {
    return starts[token] - lineStarts[lines[token] - 1];
  }

  /** Whether a line ends between the token and the one before it. */
  public boolean startsLine(int token) {
    int from = token == 0 ? 0 : ends[token - 1];
    for (int i = from; i < starts[token]; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return true;
      }
    }
    return token == 0;
  }

  /** The other end of a group, {@link #NONE} when it has none. */
  public int partner(int bracket) {
    return brackets.partner(bracket);
  }

  /** The opening token of the innermost group around the token, {@link #NONE} at the top. */
  public int enclosing(int token) {
    return brackets.enclosing(token);
  }

  /** The end of a group: its closing token, or the end of the file when it is never closed. */
  public int closing(int open) {
    int partner = brackets.partner(open);
    return partner == NONE ? count : partner;
  }

  /** The token after this one, past the group when it opens one. */
  public int next(int token) {
    return is(token, Kind.OPEN) ? Math.min(count, closing(token) + 1) : token + 1;
  }

  /** The comments directly before the token, in their order, as they are spelled. */
  public List<String> commentsBefore(int token) {
    int from = token == 0 ? 0 : ends[token - 1];
    int first = Arrays.binarySearch(commentStarts, from);
    List<String> comments = new ArrayList<>();
    for (int i = first < 0 ? -first - 1 : first;
        i < commentStarts.length && commentStarts[i] < starts[token];
        i++) {
      comments.add(text.substring(commentStarts[i], commentEnds[i]));
    }
    return comments;
  }

  private int[] lines() {
    int[] lines = new int[count];
    int line = 1;
    for (int token = 0; token < count; token++) {
      while (line < lineStarts.length && lineStarts[line] <= starts[token]) {
        line++;
      }
      lines[token] = line;
    }
    return lines;
  }

  private static int[] lineStarts(String text) {
    int[] lines = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      boolean fed = feed >= 0 && (carriage < 0 || feed < carriage || feed == carriage + 1);
      int end = fed ? feed : carriage;
      if (carriage >= 0 && carriage <= end) {
        carriage = text.indexOf('\r', carriage + 1);
      }
      if (fed) {
        feed = text.indexOf('\n', feed + 1);
      }
      if (count == lines.length) {
        lines = Arrays.copyOf(lines, count * 2);
      }
      lines[count++] = end + 1;
    }
    return Arrays.copyOf(lines, count);
  }
}
