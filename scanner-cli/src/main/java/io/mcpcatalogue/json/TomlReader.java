package io.mcpcatalogue.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import io.mcpcatalogue.model.JsonValue;
import java.io.IOException;

/** Parses TOML into {@link JsonValue}s within {@link JsonLimits}. Immutable and thread-safe. */
public final class TomlReader {
  private final TomlFactory factory;

  public TomlReader(JsonLimits limits) {
    this.factory =
        TomlFactory.builder().streamReadConstraints(JsonReader.constraints(limits)).build();
  }

  /** Parses a document; dates become strings. */
  public JsonValue parse(String text) throws MalformedJsonException {
    try (JsonParser parser = factory.createParser(text)) {
      return JsonReader.whole(parser, JsonLimits.DEFAULT.maxMemory());
    } catch (IOException e) {
      throw JsonReader.malformed("TOML", e);
    }
  }
}
