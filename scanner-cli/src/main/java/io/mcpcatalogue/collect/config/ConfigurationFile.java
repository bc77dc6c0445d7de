package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.TomlReader;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a configuration file of any client into a value. */
final class ConfigurationFile {
  static final int MAX_BYTES = 8 << 20;

  private static final JsonLimits LIMITS =
      new JsonLimits(100, 1 << 20, MAX_BYTES, JsonLimits.DEFAULT.maxMemory());

  private ConfigurationFile() {}

  /** The languages in which clients keep their configuration. */
  enum Language {
    JSON,
    TOML,
    YAML,
    XML;

    static Language of(String file) {
      String lower = file.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".toml")) {
        return TOML;
      }
      if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
        return YAML;
      }
      return lower.endsWith(".xml") ? XML : JSON;
    }
  }

  static JsonValue read(Path file) throws CollectException {
    return parse(file.toString(), text(file));
  }

  static String text(Path file) throws CollectException {
    return SourceText.decode(InputFile.read(file, MAX_BYTES))
        .orElseThrow(() -> new CollectException(Gap.Kind.MALFORMED, file + ": is no text"));
  }

  static JsonValue parse(String file, String text) throws CollectException {
    try {
      return switch (Language.of(file)) {
        case JSON -> JsonReader.withComments(LIMITS).parse(text);
        case TOML -> new TomlReader(LIMITS).parse(text);
        case YAML -> new YamlReader(LIMITS).parse(text);
        case XML -> XmlConfiguration.toJson(text);
      };
    } catch (MalformedJsonException e) {
      Gap.Kind kind = e.beyondLimits() ? Gap.Kind.LIMIT : Gap.Kind.MALFORMED;
      throw new CollectException(kind, file + ": " + e.getMessage(), e);
    }
  }
}
