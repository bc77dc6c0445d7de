package io.mcpcatalogue.catalogue.search;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Reads the words by which tools and servers are found, each once for many scans. Words are runs of
 * letters, digits and marks, in lower case and without accents. Identifiers are split, so that
 * {@code getPodLogs} is found by {@code pod}; characters of scripts without blanks stand alone. For
 * one thread.
 */
public final class SearchWords {
  /** What a word is a word of stands before it, in one byte. */
  public static final char OF_TOOL = ' ';

  public static final char OF_TOOL_NAME = '=';
  public static final char OF_SERVER = '@';

  /** Of a longer word, the rest does not count. */
  private static final int LONGEST = 120;

  /** Of a scan with more different words, the rest does not count: nobody wrote it to be read. */
  private static final int MOST_WORDS = 1 << 17;

  /** ASCII in lower case; 0 for what is not of a word. */
  private static final byte[] FOLDED = folded();

  private final WordUses uses = new WordUses();
  private final WordList words = uses.words();

  /** The word that is being read, with its mark. */
  private final byte[] word = new byte[2 * LONGEST];

  /** The characters of the piece that is being read. */
  private char[] letters = new char[1 << 12];

  /** The text that is being read: so many were read before. */
  private int current = -1;

  /** The first text of the scan, and how many different words it has so far. */
  private int firstText;

  private int different;

  /** The words that were read, and which texts have them. */
  public WordUses uses() {
    return uses;
  }

  /** Announces another scan, whose different words count anew. */
  public void beginScan() {
    firstText = current + 1;
    different = 0;
  }

  /**
   * Name, title, description, and the names and descriptions of all parameters; the words of the
   * name once more as such.
   *
   * @return the number of this text
   */
  public int readTool(ToolDefinition tool) {
    current++;
    readIdentifier(tool.name(), OF_TOOL_NAME);
    readIdentifier(tool.name(), OF_TOOL);
    readProse(tool.title(), OF_TOOL);
    readProse(tool.description(), OF_TOOL);
    readSchema(tool.inputSchema());
    return current;
  }

  /** Gives the number of this text as well. */
  public int readServer(String id, String name, String description) {
    current++;
    readIdentifier(id, OF_SERVER);
    readIdentifier(name, OF_SERVER);
    readProse(description, OF_SERVER);
    return current;
  }

  /** The words of what somebody searches for. */
  static WordList ofQuery(String text, char mark) {
    SearchWords query = new SearchWords();
    query.current++;
    query.readIdentifier(text, mark);
    return query.words;
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
    int end = text.length();
    if (end > letters.length) {
      letters = new char[end];
    }
    text.getChars(0, end, letters, 0);
    word[0] = (byte) mark;
    int length = 1;
    for (int i = 0; i < end; i++) {
      char c = letters[i];
      if (c >= FOLDED.length) {
        length = readOther(text, i, split, length);
        i += Character.isHighSurrogate(c) ? 1 : 0;
        continue;
      }
      byte letter = FOLDED[c];
      if (letter == 0 || (split && letter != c && isBorder(text, i))) {
        length = endWord(length);
      }
      if (letter != 0 && length <= LONGEST) {
        word[length++] = letter;
      }
    }
    endWord(length);
  }

  /** A character beyond ASCII; the length of the word then. */
  private int readOther(String text, int index, boolean split, int before) {
    int c = text.codePointAt(index);
    boolean alone = standsAlone(c);
    boolean begins = alone || !isOfWord(c) || (split && isBorder(text, index));
    int length = begins ? endWord(before) : before;
    if (isOfWord(c) && length <= LONGEST) {
      for (byte b : folded(c)) {
        word[length++] = b;
      }
    }
    return alone ? endWord(length) : length;
  }

  /** Notes the word that was read, if any; the length of the next one, which has its mark only. */
  private int endWord(int length) {
    if (length > 1) {
      note(length);
    }
    return 1;
  }

  private void note(int length) {
    int place = words.find(word, length);
    int lastText = place < 0 ? -1 : uses.lastText(place);
    if (lastText == current) {
      return;
    }
    if (lastText < firstText) {
      if (different == MOST_WORDS) {
        return;
      }
      different++;
    }
    if (place < 0) {
      uses.addWord(word, length, current);
    } else {
      uses.addUse(place, current);
    }
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
