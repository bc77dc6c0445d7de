package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.rule.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files of suppressions; all faults at once. */
public final class SuppressionsReader {
  private static final int MAX_BYTES = 1 << 20;

  private SuppressionsReader() {}

  public static List<Suppression> read(Path file) throws IOException, RuleLoadException {
    byte[] bytes;
    // What is no regular file has no size, and may have no end.
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IOException("larger than " + MAX_BYTES + " bytes");
    }
    return read(file.toString(), new String(bytes, StandardCharsets.UTF_8));
  }

  static List<Suppression> read(String file, String text) throws RuleLoadException {
    Faults faults = new Faults();
    List<Suppression> found = new ArrayList<>();
    Optional<YamlNode> root = YamlReader.read(file, text, faults);
    if (root.isPresent()) {
      MapReader map = MapReader.of(root.get(), faults);
      for (YamlNode item : map.items("suppressions")) {
        read(MapReader.of(item, faults)).ifPresent(found::add);
      }
      map.finish();
    }
    faults.throwIfAny();
    return found;
  }

  private static Optional<Suppression> read(MapReader map) {
    String rule = map.text("rule");
    String reason = map.text("reason");
    Optional<LocalDate> expires = date(map);
    String server = map.textOr("server", "*");
    String tool = map.textOr("tool", "*");
    map.finish();
    return reason.isBlank() || rule.isBlank()
        ? Optional.empty()
        : Optional.of(new Suppression(server, tool, rule, reason, expires, map.place().toString()));
  }

  private static Optional<LocalDate> date(MapReader map) {
    String text = map.textOr("expires", "");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      map.faults().add(map.placeOf("expires"), "'" + text + "' is no date such as 2027-06-30");
      return Optional.empty();
    }
  }
}
