package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.Members;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the schemas that apply to one value: its own, and those that combinators and references
 * add, of which there may be so many in one tool. For one thread.
 */
final class SchemaParts {
  private static final int MOST_PARTS = 64;

  /** What combinators and references may add in one tool; far more than real tools need. */
  private static final int MOST_ADDED = 10_000;

  /** Branches of branches are looked into so deep. */
  private static final int DEEPEST_BRANCH = 4;

  private static final JsonString TEXT = new JsonString("string");
  private static final JsonString LIST = new JsonString("array");

  private static final int LONGEST_REFERENCE = 500;
  private static final String ROOT = "/inputSchema";

  private final JsonObject root;
  private final Coverage coverage = new Coverage();
  private int added;
  private int lookedAt;

  /** Whether something had to be left out of the parts that are being gathered. */
  private boolean cut;

  /** A schema that applies to a value. */
  record Part(JsonObject schema, Pointer pointer) {}

  SchemaParts(JsonObject root) {
    this.root = root;
  }

  /** The whole input schema. */
  Part root() {
    return new Part(root, Pointer.of(ROOT));
  }

  /** How many schemas have parts that were left out for their number. */
  int cutShort() {
    return coverage.inPartOnly();
  }

  /** Whether other schemas apply to the value, too. Most schemas stand alone. */
  static boolean isCombined(JsonObject schema) {
    Members members = schema.members();
    return members.containsKey("anyOf")
        || members.containsKey("oneOf")
        || members.containsKey("allOf")
        || members.containsKey("$ref")
        || members.containsKey("then")
        || members.containsKey("else")
        || members.containsKey("dependentSchemas");
  }

  /**
   * Whether a value may be any text, since one of the branches does not limit it. What lies too
   * deep, or is too much, limits nothing that a reader could see.
   */
  boolean admitAnyText(JsonObject schema) {
    return admitAnyText(schema, DEEPEST_BRANCH);
  }

  private boolean admitAnyText(JsonObject schema, int deepest) {
    if (deepest == 0 || ++lookedAt > MOST_ADDED) {
      return true;
    }
    Members members = schema.members();
    return !members.containsKey("enum")
        && !members.containsKey("const")
        && mayBeText(schema, deepest)
        && anyAdmitsText(members.get("anyOf"), deepest)
        && anyAdmitsText(members.get("oneOf"), deepest)
        && allAdmitText(members.get("allOf"), deepest)
        && (!(members.get("$ref") instanceof JsonString target)
            || admitAnyText(referred(target.value()), deepest - 1));
  }

  /** Whether the type of a value, or of the elements of a list, is that of a text. */
  private boolean mayBeText(JsonObject schema, int deepest) {
    JsonValue type = schema.members().get("type");
    if (LIST.equals(type)) {
      return admitAnyText(schema.object("items"), deepest - 1);
    }
    return type == null || type.equals(TEXT) || type.asArray().values().contains(TEXT);
  }

  private boolean anyAdmitsText(JsonValue branches, int deepest) {
    return branches == null
        || branches.asArray().values().stream()
            .anyMatch(branch -> admitAnyText(branch.asObject(), deepest - 1));
  }

  private boolean allAdmitText(JsonValue parts, int deepest) {
    return parts == null
        || parts.asArray().values().stream()
            .allMatch(part -> admitAnyText(part.asObject(), deepest - 1));
  }

  /** The schema itself and all that its combinators and references add to the same value. */
  List<Part> of(JsonObject schema, Pointer pointer) {
    cut = false;
    List<Part> parts = new ArrayList<>(4);
    parts.add(new Part(schema, pointer));
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Members members = part.schema.members();
      for (int k = 0; k < members.size(); k++) {
        switch (members.name(k)) {
          case "anyOf", "oneOf", "allOf" ->
              addBranches(part, members.name(k), members.value(k), parts);
          case "then", "else" ->
              addBranch(members.value(k), part.pointer.to(members.name(k)), parts);
          case "dependentSchemas" -> addDependent(part, members.value(k).asObject(), parts);
          case "$ref" -> addReferred(members.value(k), parts);
          default -> {}
        }
      }
    }
    coverage.add(schema, !cut);
    return parts;
  }

  private void addBranches(Part part, String combinator, JsonValue combined, List<Part> parts) {
    List<JsonValue> branches = combined.asArray().values();
    for (int i = 0; i < branches.size(); i++) {
      addBranch(branches.get(i), part.pointer.to(combinator, Integer.toString(i)), parts);
    }
  }

  /** What applies if other arguments are given. */
  private void addDependent(Part part, JsonObject dependent, List<Part> parts) {
    Members members = dependent.members();
    for (int i = 0; i < members.size(); i++) {
      addBranch(members.value(i), part.pointer.to("dependentSchemas", members.name(i)), parts);
    }
  }

  private void addBranch(JsonValue schema, Pointer pointer, List<Part> parts) {
    JsonObject branch = schema.asObject();
    if (!branch.isEmpty()) {
      add(branch, pointer, parts);
    }
  }

  private void addReferred(JsonValue reference, List<Part> parts) {
    String target = reference.text().orElse("");
    if (!target.equals("#") && !target.startsWith("#/") || target.length() > LONGEST_REFERENCE) {
      return;
    }
    JsonObject referred = referred(target);
    String pointer = ROOT + target.substring(1);
    if (!referred.isEmpty() && !isAmong(parts, referred, pointer)) {
      add(referred, Pointer.of(pointer), parts);
    }
  }

  private JsonObject referred(String target) {
    JsonObject referred = root;
    int from = 2;
    while (from <= target.length() && target.length() > 1) {
      int slash = target.indexOf('/', from);
      int to = slash < 0 ? target.length() : slash;
      String name = target.substring(from, to).replace("~1", "/").replace("~0", "~");
      referred = referred.get(name).orElse(JsonObject.EMPTY).asObject();
      from = to + 1;
    }
    return referred;
  }

  /** One place holds one schema, so that places need be compared only where the schema is same. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAmong(List<Part> parts, JsonObject schema, String pointer) {
    for (Part part : parts) {
      if (part.schema == schema && part.pointer.toString().equals(pointer)) {
        return true;
      }
    }
    return false;
  }

  private void add(JsonObject schema, Pointer pointer, List<Part> parts) {
    if (parts.size() >= MOST_PARTS || ++added > MOST_ADDED) {
      cut = true;
    } else {
      parts.add(new Part(schema, pointer));
    }
  }
}
