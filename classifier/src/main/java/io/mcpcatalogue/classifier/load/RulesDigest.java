package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of what a pack says, so that neither comments, nor line ends, nor the order of files
 * change it.
 */
final class RulesDigest {
  private static final int TEXT = 0;
  private static final int LIST = 2;
  private static final int MAP = 3;

  private final DataOutputStream out;

  private RulesDigest(DataOutputStream out) {
    this.out = out;
  }

  /** {@code sha256:} and the digest. */
  static String of(RulePack pack) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      RulesDigest digest = new RulesDigest(out);
      out.writeInt(pack.files().size());
      for (RuleFile file : pack.files()) {
        digest.text(file.path());
        digest.node(file.root());
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void node(YamlNode node) throws IOException {
    if (node instanceof YamlText text) {
      out.writeByte(TEXT);
      text(text.value());
    } else if (node instanceof YamlList list) {
      out.writeByte(LIST);
      out.writeInt(list.items().size());
      for (YamlNode item : list.items()) {
        node(item);
      }
    } else {
      YamlMap map = (YamlMap) node;
      out.writeByte(MAP);
      out.writeInt(map.entries().size());
      for (Entry entry : map.entries()) {
        text(entry.key());
        node(entry.value());
      }
    }
  }

  /** Texts stand behind their length, so that no text can pass for structure. */
  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
