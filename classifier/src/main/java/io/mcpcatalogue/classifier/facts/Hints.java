package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;

/** The vendor's claims about a tool; claims, not facts. Immutable. */
public record Hints(Claim readOnly, Claim destructive, Claim idempotent, Claim openWorld) {

  static Hints of(JsonObject annotations) {
    return new Hints(
        claim(annotations, "readOnlyHint"),
        claim(annotations, "destructiveHint"),
        claim(annotations, "idempotentHint"),
        claim(annotations, "openWorldHint"));
  }

  private static Claim claim(JsonObject annotations, String name) {
    JsonValue value = annotations.members().get(name);
    if (value instanceof JsonBoolean bool) {
      return bool.value() ? Claim.TRUE : Claim.FALSE;
    }
    return Claim.ABSENT;
  }

  /** The claim of an annotation by its name; ABSENT for any other name. */
  public Claim claim(String name) {
    return switch (name) {
      case "readOnlyHint" -> readOnly;
      case "destructiveHint" -> destructive;
      case "idempotentHint" -> idempotent;
      case "openWorldHint" -> openWorld;
      default -> Claim.ABSENT;
    };
  }
}
