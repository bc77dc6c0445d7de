package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.facts.Parameter.AllowedValue;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds all parameters of an input schema, at any depth, without recursion and within fixed limits:
 * schemas that refer to themselves or unfold without end are read as far as the limits go. For one
 * thread.
 */
final class ParameterWalk {
  private static final int DEEPEST = 12;
  private static final int MOST_SCHEMAS = 4000;
  private static final int MOST_PARTS = 64;

  /** What combinators and references may add in one tool; far more than real tools need. */
  private static final int MOST_ADDED = 10_000;

  private static final int MOST_REQUIRED = 200;
  private static final int LONGEST_REFERENCE = 500;

  private static final Comparator<Parameter> BY_PATH =
      (one, other) -> {
        int order = one.path().compareTo(other.path());
        return order != 0 ? order : one.pointer().compareTo(other.pointer());
      };

  private final JsonObject root;
  private final TextSplitter splitter;
  private final List<Parameter> found = new ArrayList<>();
  private final Deque<Place> open = new ArrayDeque<>();
  private int schemas;
  private int added;
  private boolean complete = true;

  /** A schema that remains to be looked at, and the place of its value among the arguments. */
  private record Place(JsonObject schema, String path, String pointer, int depth) {}

  /** A schema that applies to a value: its own, or one that a combinator or reference adds. */
  private record Part(JsonObject schema, String pointer) {}

  ParameterWalk(JsonObject schema, TextSplitter splitter) {
    this.root = schema;
    this.splitter = splitter;
    if (!schema.isEmpty()) {
      open.push(new Place(schema, "", "/inputSchema", 0));
    }
    while (!open.isEmpty()) {
      Place place = open.pop();
      readMembers(parts(place.schema, place.pointer), place.path, place.depth);
    }
    if (found.size() > 1) {
      found.sort(BY_PATH);
    }
  }

  List<Parameter> parameters() {
    return found;
  }

  boolean isComplete() {
    return complete;
  }

  private void readMembers(List<Part> parts, String path, int depth) {
    List<String> required = required(parts);
    String prefix = path.isEmpty() ? "" : path + ".";
    for (Part part : parts) {
      if (part.schema.members().get("properties") instanceof JsonObject properties) {
        String below = part.pointer + "/properties/";
        for (Map.Entry<String, JsonValue> property : properties.members().entrySet()) {
          String name = property.getKey();
          readParameter(
              name,
              property.getValue().asObject(),
              prefix.isEmpty() ? name : prefix + name,
              below + escaped(name),
              required.contains(name),
              depth + 1);
        }
      }
      openElements(part, path, depth);
    }
  }

  /** The members of array elements and of free keys belong to the array or object itself. */
  private void openElements(Part part, String path, int depth) {
    open(part, "items", path + "[]", depth);
    open(part, "additionalProperties", path + "{}", depth);
  }

  private void open(Part part, String keyword, String path, int depth) {
    JsonValue value = part.schema.members().get(keyword);
    if (value instanceof JsonObject schema && !schema.isEmpty() && isWithinLimits(depth)) {
      open.push(new Place(schema, path, part.pointer + "/" + keyword, depth));
    }
  }

  private void readParameter(
      String name, JsonObject schema, String path, String pointer, boolean required, int depth) {
    if (!isWithinLimits(depth)) {
      return;
    }
    List<Part> parts = parts(schema, pointer);
    List<String> types = List.of();
    List<AllowedValue> values = new ArrayList<>(0);
    String description = "";
    boolean isContainer = false;
    for (Part part : parts) {
      for (Map.Entry<String, JsonValue> member : part.schema.members().entrySet()) {
        switch (member.getKey()) {
          case "type" -> types = withTypes(types, member.getValue());
          case "enum" -> addValues(member.getValue(), part.pointer, values);
          case "const" -> addValue(member.getValue(), part.pointer + "/const", values);
          case "description" -> {
            if (description.isEmpty() && member.getValue() instanceof JsonString words) {
              description = words.value();
            }
          }
          case "properties", "items", "additionalProperties" -> isContainer = true;
          default -> {}
        }
      }
    }
    found.add(
        new Parameter(
            path,
            pointer,
            splitter.name(pointer, name),
            description,
            types,
            values.isEmpty() ? List.of() : values,
            required,
            depth,
            schema));
    if (isContainer) {
      open.push(new Place(schema, path, pointer, depth));
    }
  }

  /** The schema itself and all that its combinators and references add to the same value. */
  private List<Part> parts(JsonObject schema, String pointer) {
    Part own = new Part(schema, pointer);
    if (!isCombined(schema)) {
      return List.of(own);
    }
    List<Part> parts = new ArrayList<>(4);
    parts.add(own);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      for (Map.Entry<String, JsonValue> member : part.schema.members().entrySet()) {
        switch (member.getKey()) {
          case "anyOf", "oneOf", "allOf" -> {
            String at = part.pointer + "/" + member.getKey() + "/";
            int branch = 0;
            for (JsonValue value : member.getValue().asArray().values()) {
              addPart(value.asObject(), at + branch++, parts);
            }
          }
          case "$ref" -> addReferred(member.getValue(), parts);
          default -> {}
        }
      }
    }
    return parts;
  }

  private static boolean isCombined(JsonObject schema) {
    Map<String, JsonValue> members = schema.members();
    return members.containsKey("anyOf")
        || members.containsKey("oneOf")
        || members.containsKey("allOf")
        || members.containsKey("$ref");
  }

  private void addPart(JsonObject schema, String pointer, List<Part> parts) {
    if (schema.isEmpty()) {
      return;
    }
    if (parts.size() >= MOST_PARTS || ++added > MOST_ADDED) {
      complete = false;
    } else {
      parts.add(new Part(schema, pointer));
    }
  }

  private void addReferred(JsonValue reference, List<Part> parts) {
    String target = reference.text().orElse("");
    if (!target.equals("#") && !target.startsWith("#/") || target.length() > LONGEST_REFERENCE) {
      return;
    }
    JsonObject referred = root;
    if (target.length() > 1) {
      for (String step : target.substring(2).split("/", -1)) {
        String name = step.replace("~1", "/").replace("~0", "~");
        referred = referred.get(name).orElse(JsonObject.EMPTY).asObject();
      }
    }
    String pointer = "/inputSchema" + target.substring(1);
    for (Part part : parts) {
      if (part.pointer.equals(pointer)) {
        return;
      }
    }
    addPart(referred, pointer, parts);
  }

  private boolean isWithinLimits(int depth) {
    if (depth > DEEPEST || ++schemas > MOST_SCHEMAS) {
      complete = false;
      return false;
    }
    return true;
  }

  private static List<String> required(List<Part> parts) {
    List<String> names = List.of();
    for (Part part : parts) {
      if (part.schema.members().get("required") instanceof JsonArray required) {
        names = names.isEmpty() ? new ArrayList<>(required.values().size()) : names;
        for (JsonValue name : required.values()) {
          if (name instanceof JsonString text && names.size() < MOST_REQUIRED) {
            names.add(text.value());
          }
        }
      }
    }
    return names;
  }

  private static List<String> withTypes(List<String> types, JsonValue type) {
    if (type instanceof JsonString one && types.isEmpty()) {
      return List.of(one.value());
    }
    Set<String> all = new LinkedHashSet<>(types);
    if (type instanceof JsonString one) {
      all.add(one.value());
    } else {
      for (JsonValue each : type.asArray().values()) {
        each.text().ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  private static void addValues(JsonValue enumeration, String pointer, List<AllowedValue> values) {
    int index = 0;
    for (JsonValue value : enumeration.asArray().values()) {
      addValue(value, pointer + "/enum/" + index++, values);
    }
  }

  private static void addValue(JsonValue value, String pointer, List<AllowedValue> values) {
    String text = value.text().orElseGet(value::toString);
    values.add(new AllowedValue(text, pointer));
  }

  private static String escaped(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace("~", "~0").replace("/", "~1");
  }
}
