package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;

/** The vendor's claims about a tool; claims, not facts. Immutable. */
public final class Hints {
  private static final Hint[] ALL = Hint.values();

  private final Claim[] claims = new Claim[ALL.length];

  private Hints(JsonObject annotations) {
    for (Hint hint : ALL) {
      claims[hint.ordinal()] = claim(annotations.members().get(hint.annotation()));
    }
  }

  static Hints of(JsonObject annotations) {
    return new Hints(annotations);
  }

  /** What is claimed about a hint. */
  public Claim claim(Hint hint) {
    return claims[hint.ordinal()];
  }

  private static Claim claim(JsonValue value) {
    return value instanceof JsonBoolean bool ? Claim.of(bool.value()) : Claim.ABSENT;
  }
}
