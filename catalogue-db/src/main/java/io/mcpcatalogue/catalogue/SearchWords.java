package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Reads the words by which tools and servers are found, each once: those of one tool are places
 * among them. Words are runs of letters, digits and marks, in lower case and without accents.
 * Identifiers are split, so that {@code getPodLogs} is found by {@code pod}; characters of scripts
 * without blanks stand alone. For one thread.
 */
final class SearchWords {
  /** What a word is a word of stands before it, in one byte. */
  static final char OF_TOOL = ' ';

  static final char OF_TOOL_NAME = '=';
  static final char OF_SERVER = '@';

  /** Of a longer word, the rest does not count. */
  private static final int LONGEST = 120;

  /** Of a scan with more different words, the rest does not count: nobody wrote it to be read. */
  private static final int MOST_WORDS = 1 << 17;

  private static final int FIRST_SLOTS = 1 << 8;

  /**
   * What words are hashed by, another one in each process: else a server could choose words that
   * all have one hash. No result depends on it.
   */
  private static final long MULTIPLIER = new SplittableRandom().nextLong() | 1;

  /** ASCII in lower case; 0 for what is not of a word. */
  private static final byte[] FOLDED = folded();

  /** The words one behind the other, each with its mark, and the word that is being read. */
  private byte[] bytes = new byte[1 << 12];

  /** Where the words end. */
  private int[] ends = new int[FIRST_SLOTS / 2];

  private int[] hashes = new int[FIRST_SLOTS / 2];

  /** For each word the number of the text that had it last. */
  private int[] lastUse = new int[FIRST_SLOTS / 2];

  private int size;

  /** Places among the words, plus one, by hash. */
  private int[] slots = new int[FIRST_SLOTS];

  /** Where the word that is being read begins, and where it ends so far. */
  private int start;

  private int end;

  private int texts;
  private int[] found = new int[FIRST_SLOTS];
  private int count;

  /** The words that were read since this was asked last. */
  WordList take() {
    WordList words =
        new WordList(
            Arrays.copyOf(bytes, start), Arrays.copyOf(ends, size), Arrays.copyOf(hashes, size));
    Arrays.fill(slots, 0);
    size = 0;
    start = 0;
    return words;
  }

  /**
   * Name, title, description, and the names and descriptions of all parameters; the words of the
   * name once more as such.
   */
  int[] ofTool(ToolDefinition tool) {
    begin();
    readIdentifier(tool.name(), OF_TOOL_NAME);
    readIdentifier(tool.name(), OF_TOOL);
    readProse(tool.title(), OF_TOOL);
    readProse(tool.description(), OF_TOOL);
    readSchema(tool.inputSchema());
    return Arrays.copyOf(found, count);
  }

  int[] ofServer(String id, String name, String description) {
    begin();
    readIdentifier(id, OF_SERVER);
    readIdentifier(name, OF_SERVER);
    readProse(description, OF_SERVER);
    return Arrays.copyOf(found, count);
  }

  /** The words of what somebody searches for. */
  static WordList ofQuery(String text, char mark) {
    SearchWords query = new SearchWords();
    query.begin();
    query.readIdentifier(text, mark);
    return query.take();
  }

  private void begin() {
    texts++;
    count = 0;
  }

  private void readSchema(JsonObject schema) {
    Deque<JsonValue> open = new ArrayDeque<>();
    open.push(schema);
    while (!open.isEmpty()) {
      JsonValue next = open.pop();
      if (next instanceof JsonArray array) {
        for (JsonValue value : array.values()) {
          open.push(value);
        }
      } else if (next instanceof JsonObject object) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          readMember(member.getKey(), member.getValue());
          open.push(member.getValue());
        }
      }
    }
  }

  private void readMember(String name, JsonValue value) {
    if (name.equals("properties")) {
      for (String parameter : value.asObject().members().keySet()) {
        readIdentifier(parameter, OF_TOOL);
      }
    } else if (name.equals("description") || name.equals("title")) {
      readProse(value.text().orElse(""), OF_TOOL);
    }
  }

  private void readIdentifier(String text, char mark) {
    read(text, mark, true);
  }

  private void readProse(String text, char mark) {
    read(text, mark, false);
  }

  private void read(String text, char mark, boolean split) {
    char[] letters = text.toCharArray();
    long hash = beginWord(mark);
    for (int i = 0; i < letters.length; i++) {
      char c = letters[i];
      if (c >= FOLDED.length) {
        hash = readOther(text, i, mark, split, hash);
        i += Character.isHighSurrogate(c) ? 1 : 0;
        continue;
      }
      byte letter = FOLDED[c];
      if (letter == 0 || (split && letter != c && isBorder(text, i))) {
        hash = endWord(mark, hash);
      }
      if (letter != 0 && end - start <= LONGEST) {
        bytes[end++] = letter;
        hash = hash * MULTIPLIER + letter;
      }
    }
    endWord(mark, hash);
  }

  /** A character beyond ASCII. */
  private long readOther(String text, int index, char mark, boolean split, long before) {
    int c = text.codePointAt(index);
    boolean alone = standsAlone(c);
    boolean begins = alone || !isOfWord(c) || (split && isBorder(text, index));
    long hash = begins ? endWord(mark, before) : before;
    if (isOfWord(c) && end - start <= LONGEST) {
      for (byte b : folded(c)) {
        bytes[end++] = b;
        hash = hash * MULTIPLIER + b;
      }
    }
    return alone ? endWord(mark, hash) : hash;
  }

  private long beginWord(char mark) {
    if (bytes.length - start < 2 * LONGEST) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[start] = (byte) mark;
    end = start + 1;
    return mark;
  }

  /** Notes the word that was read, if any, and begins another. */
  private long endWord(char mark, long hash) {
    if (end - start > 1) {
      int place = place((int) (hash >>> Integer.SIZE));
      if (place >= 0 && lastUse[place] != texts) {
        lastUse[place] = texts;
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = place;
      }
    }
    return beginWord(mark);
  }

  /**
   * Where the word that was read stands among the words; it is added when it is new. Negative when
   * there are too many.
   */
  private int place(int hash) {
    int slot = slot(hash);
    for (int next = slots[slot]; next != 0; next = slots[slot]) {
      int place = next - 1;
      if (hashes[place] == hash && isRead(place)) {
        return place;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == MOST_WORDS) {
      return -1;
    }
    if (size == ends.length) {
      grow();
      slot = freeSlot(hash);
    }
    ends[size] = end;
    hashes[size] = hash;
    start = end;
    slots[slot] = ++size;
    return size - 1;
  }

  private boolean isRead(int place) {
    int from = place == 0 ? 0 : ends[place - 1];
    return Arrays.equals(bytes, from, ends[place], bytes, start, end);
  }

  private void grow() {
    ends = Arrays.copyOf(ends, 2 * size);
    hashes = Arrays.copyOf(hashes, 2 * size);
    lastUse = Arrays.copyOf(lastUse, 2 * size);
    slots = new int[2 * slots.length];
    for (int place = 0; place < size; place++) {
      slots[freeSlot(hashes[place])] = place + 1;
    }
  }

  private int freeSlot(int hash) {
    int slot = slot(hash);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int slot(int hash) {
    return hash & (slots.length - 1);
  }

  /** Whether a word of an identifier begins at this character. */
  private static boolean isBorder(String text, int index) {
    if (index == 0 || !Character.isUpperCase(text.charAt(index))) {
      return false;
    }
    char before = text.charAt(index - 1);
    boolean acronymEnds =
        Character.isUpperCase(before)
            && index + 1 < text.length()
            && Character.isLowerCase(text.charAt(index + 1));
    return Character.isLowerCase(before) || Character.isDigit(before) || acronymEnds;
  }

  private static boolean standsAlone(int c) {
    return c >= 0x2e80 && (Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30ff));
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || isMark(c)
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Whether it is an accent or the like, without which a word is found as well. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static byte[] folded(int c) {
    if (standsAlone(c)) {
      return Character.toString(c).getBytes(StandardCharsets.UTF_8);
    }
    String lower = Character.toString(Character.toLowerCase(Character.toUpperCase(c)));
    StringBuilder bare = new StringBuilder(4);
    Normalizer.normalize(lower, Normalizer.Form.NFD)
        .codePoints()
        .filter(part -> !isMark(part))
        .forEach(bare::appendCodePoint);
    return bare.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] folded() {
    byte[] folded = new byte[128];
    for (int c = 0; c < folded.length; c++) {
      folded[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0);
    }
    return folded;
  }
}
