package io.mcpcatalogue.model;

import io.mcpcatalogue.model.JsonValue.JsonObject;

/**
 * A prompt or a resource that a server offers beside its tools; its texts are scanned by the same
 * rules. Immutable.
 */
public record OfferedItem(Kind kind, String name, String description, JsonObject raw) {

  /** What is offered. */
  public enum Kind {
    PROMPT,
    RESOURCE,
    RESOURCE_TEMPLATE
  }

  public static OfferedItem of(Kind kind, JsonObject raw) {
    return new OfferedItem(
        kind,
        raw.text("name").or(() -> raw.text("uri")).or(() -> raw.text("uriTemplate")).orElse(""),
        raw.text("description").orElse(""),
        raw);
  }
}
