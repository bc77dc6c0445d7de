package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rules in the form that the program carries them in: read in a few milliseconds and without the
 * YAML library, since every start waits for it. Immutable.
 *
 * <p>Numbers are written in groups of seven bits, the lowest first. A text stands behind its length
 * in bytes, doubled, plus one where a byte is no ASCII. Then follow: the digest; the number of
 * files; for each its path and its root. A node is its kind, its line and column, and what it
 * holds.
 *
 * @param digest of what the pack says
 */
record PackedRules(String digest, RulePack pack) {
  private static final int TEXT = 0;
  private static final int PLAIN_TEXT = 1;
  private static final int LIST = 2;
  private static final int MAP = 3;

  static byte[] write(RulePack pack) {
    Writer writer = new Writer();
    writer.text(RulesDigest.of(pack));
    writer.number(pack.files().size());
    for (RuleFile file : pack.files()) {
      writer.text(file.path());
      writer.node(file.root());
    }
    return Arrays.copyOf(writer.bytes, writer.size);
  }

  static PackedRules read(byte[] bytes) {
    Reader reader = new Reader(bytes);
    String digest = reader.text();
    int count = reader.number();
    List<RuleFile> files = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String path = reader.text();
      files.add(new RuleFile(path, reader.node(path)));
    }
    return new PackedRules(digest, new RulePack(files));
  }

  /** Writes from the front to the end. For one thread. */
  private static final class Writer {
    private byte[] bytes = new byte[1 << 16];
    private int size;

    void node(YamlNode node) {
      if (node instanceof YamlText text) {
        begin(text.plain() ? PLAIN_TEXT : TEXT, text.place());
        text(text.value());
      } else if (node instanceof YamlList list) {
        begin(LIST, list.place());
        number(list.items().size());
        for (YamlNode item : list.items()) {
          node(item);
        }
      } else {
        YamlMap map = (YamlMap) node;
        begin(MAP, map.place());
        number(map.entries().size());
        for (Entry entry : map.entries()) {
          text(entry.key());
          place(entry.keyPlace());
          node(entry.value());
        }
      }
    }

    private void begin(int kind, Place place) {
      number(kind);
      place(place);
    }

    private void place(Place place) {
      number(place.line());
      number(place.column());
    }

    void text(String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      number(encoded.length << 1 | (encoded.length == text.length() ? 0 : 1));
      for (byte each : encoded) {
        add(each);
      }
    }

    void number(int number) {
      int rest = number;
      while (rest >= 1 << 7) {
        add((byte) (rest | 1 << 7));
        rest >>>= 7;
      }
      add((byte) rest);
    }

    private void add(byte next) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      bytes[size++] = next;
    }
  }

  /** Reads from the front to the end. For one thread. */
  private static final class Reader {
    private final byte[] bytes;
    private int next;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    YamlNode node(String file) {
      int kind = number();
      Place place = place(file);
      if (kind == TEXT || kind == PLAIN_TEXT) {
        return new YamlText(text(), kind == PLAIN_TEXT, place);
      }
      int count = number();
      if (kind == LIST) {
        List<YamlNode> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          items.add(node(file));
        }
        return new YamlList(items, place);
      }
      List<Entry> entries = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        entries.add(new Entry(text(), place(file), node(file)));
      }
      return new YamlMap(entries, place);
    }

    private Place place(String file) {
      return new Place(file, number(), number());
    }

    /** ASCII is copied, which costs less than to decode it. */
    String text() {
      int length = number();
      int from = next;
      next += length >> 1;
      return new String(
          bytes,
          from,
          length >> 1,
          (length & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    int number() {
      int number = bytes[next++];
      if (number >= 0) {
        return number;
      }
      number &= 0x7f;
      int shift = 7;
      while (bytes[next] < 0) {
        number |= (bytes[next++] & 0x7f) << shift;
        shift += 7;
      }
      return number | bytes[next++] << shift;
    }
  }
}
