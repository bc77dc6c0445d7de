package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Notes which schemas were read whole, and which in part since a limit was reached. One thread. */
final class Coverage {
  private final List<JsonObject> whole = new ArrayList<>();

  /** Compared by identity: two places may say the same. Empty for nearly all tools. */
  private Set<JsonObject> inPart = Set.of();

  void add(JsonObject schema, boolean isWhole) {
    if (isWhole) {
      whole.add(schema);
      return;
    }
    if (inPart.isEmpty()) {
      inPart = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    inPart.add(schema);
  }

  /**
   * How many schemas were never read whole. One that contains itself is read whole before a limit
   * ends the repetition, so that nothing of it is unknown.
   */
  int inPartOnly() {
    if (!inPart.isEmpty()) {
      whole.forEach(inPart::remove);
    }
    return inPart.size();
  }
}
