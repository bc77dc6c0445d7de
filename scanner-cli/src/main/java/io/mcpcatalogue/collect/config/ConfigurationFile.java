package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.TomlReader;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new CollectException(Gap.Kind.NOT_FOUND, file + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new CollectException(Gap.Kind.NOT_FOUND, file + ": may not be read", e);
    } catch (IOException e) {
      throw new CollectException(Gap.Kind.NOT_FOUND, file + ": cannot be read", e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new CollectException(
          Gap.Kind.LIMIT, file + ": larger than " + MAX_BYTES + " bytes, no configuration");
    }
    return SourceText.decode(bytes)
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
