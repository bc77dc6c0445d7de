package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A rule pack as bytes: read in a few milliseconds and without the YAML library, since every start
 * of the program waits for it. The same bytes without the places are what the digest is taken of,
 * so that neither comments, nor line ends, nor the order of files change it.
 */
final class PackedRules {
  private static final int TEXT = 0;
  private static final int PLAIN_TEXT = 1;
  private static final int LIST = 2;
  private static final int MAP = 3;

  private final DataOutputStream out;
  private final boolean places;

  private PackedRules(DataOutputStream out, boolean places) {
    this.out = out;
    this.places = places;
  }

  static byte[] write(RulePack pack) {
    return write(pack, true);
  }

  /** {@code sha256:} and the digest of what the pack says. */
  static String digest(RulePack pack) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(write(pack, false));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static RulePack read(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<RuleFile> files = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String path = readText(in);
      files.add(new RuleFile(path, readNode(in, path)));
    }
    return new RulePack(files);
  }

  private static byte[] write(RulePack pack, boolean places) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      PackedRules writer = new PackedRules(out, places);
      out.writeInt(pack.files().size());
      for (RuleFile file : pack.files()) {
        writer.text(file.path());
        writer.node(file.root());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void node(YamlNode node) throws IOException {
    if (node instanceof YamlText text) {
      begin(text.plain() && places ? PLAIN_TEXT : TEXT, text.place());
      text(text.value());
    } else if (node instanceof YamlList list) {
      begin(LIST, list.place());
      out.writeInt(list.items().size());
      for (YamlNode item : list.items()) {
        node(item);
      }
    } else {
      YamlMap map = (YamlMap) node;
      begin(MAP, map.place());
      out.writeInt(map.entries().size());
      for (Entry entry : map.entries()) {
        text(entry.key());
        place(entry.keyPlace());
        node(entry.value());
      }
    }
  }

  private void begin(int kind, Place place) throws IOException {
    out.writeByte(kind);
    place(place);
  }

  private void place(Place place) throws IOException {
    if (places) {
      out.writeInt(place.line());
      out.writeShort(Math.min(place.column(), Short.MAX_VALUE));
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static YamlNode readNode(DataInputStream in, String file) throws IOException {
    int kind = in.readByte();
    Place place = readPlace(in, file);
    if (kind == TEXT || kind == PLAIN_TEXT) {
      return new YamlText(readText(in), kind == PLAIN_TEXT, place);
    }
    int count = in.readInt();
    if (kind == LIST) {
      List<YamlNode> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(readNode(in, file));
      }
      return new YamlList(items, place);
    }
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(readText(in), readPlace(in, file), readNode(in, file)));
    }
    return new YamlMap(entries, place);
  }

  private static Place readPlace(DataInputStream in, String file) throws IOException {
    int line = in.readInt();
    return new Place(file, line, in.readShort());
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
