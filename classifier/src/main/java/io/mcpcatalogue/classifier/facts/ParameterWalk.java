package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.facts.SchemaParts.Part;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Finds all parameters of an input schema, at any depth, without recursion and within fixed limits:
 * schemas that refer to themselves or unfold without end are read as far as the limits go. For one
 * thread.
 */
final class ParameterWalk {
  private static final int DEEPEST = 12;
  private static final int MOST_SCHEMAS = 4000;
  private static final int MOST_REQUIRED = 200;

  private static final Comparator<Parameter> BY_PATH =
      (one, other) -> {
        int order = one.path().compareTo(other.path());
        return order != 0 ? order : one.pointer().compareTo(other.pointer());
      };

  private final TextSplitter splitter;
  private final SchemaParts parts;
  private final List<Parameter> found = new ArrayList<>();
  private final Deque<Place> open = new ArrayDeque<>();
  private int schemas;
  private boolean complete = true;

  /** A schema that remains to be looked at, and the place of its value among the arguments. */
  private record Place(JsonObject schema, Pointer pointer, String path, int depth) {}

  ParameterWalk(JsonObject schema, TextSplitter splitter) {
    this.splitter = splitter;
    this.parts = new SchemaParts(schema);
    if (!schema.isEmpty()) {
      open.push(new Place(schema, parts.root().pointer(), "", 0));
    }
    while (!open.isEmpty()) {
      readMembers(open.pop());
    }
    if (found.size() > 1) {
      found.sort(BY_PATH);
    }
  }

  List<Parameter> parameters() {
    return found;
  }

  boolean isComplete() {
    return complete && parts.isComplete();
  }

  private void readMembers(Place place) {
    if (!SchemaParts.isCombined(place.schema)) {
      readMembers(place.schema, place.pointer, required(place.schema, List.of()), place);
      return;
    }
    List<Part> all = parts.of(place.schema, place.pointer);
    List<String> required = List.of();
    for (Part part : all) {
      required = required(part.schema(), required);
    }
    for (Part part : all) {
      readMembers(part.schema(), part.pointer(), required, place);
    }
  }

  private void readMembers(JsonObject schema, Pointer pointer, List<String> required, Place place) {
    Map<String, JsonValue> members = schema.members();
    if (members.get("properties") instanceof JsonObject properties) {
      String prefix = place.path.isEmpty() ? "" : place.path + ".";
      for (Map.Entry<String, JsonValue> property : properties.members().entrySet()) {
        String name = property.getKey();
        if (isWithinLimits(place.depth + 1)) {
          readParameter(
              name,
              property.getValue().asObject(),
              prefix.isEmpty() ? name : prefix + name,
              pointer.to("properties", name),
              required.contains(name),
              place.depth + 1);
        }
      }
    }
    // The members of array elements and of free keys belong to the array or object itself.
    openElements(members.get("items"), "items", "[]", pointer, place);
    openElements(members.get("additionalProperties"), "additionalProperties", "{}", pointer, place);
  }

  private void openElements(
      JsonValue elements, String keyword, String sign, Pointer pointer, Place place) {
    if (elements instanceof JsonObject schema
        && !schema.isEmpty()
        && isWithinLimits(place.depth)
        && ParameterSchema.mayHaveMembers(schema)) {
      open.push(new Place(schema, pointer.to(keyword), place.path + sign, place.depth));
    }
  }

  private void readParameter(
      String name, JsonObject schema, String path, Pointer pointer, boolean required, int depth) {
    ParameterSchema read = new ParameterSchema();
    read.add(schema, pointer);
    if (read.isCombined()) {
      List<Part> all = parts.of(schema, pointer);
      for (Part part : all.subList(1, all.size())) {
        read.add(part.schema(), part.pointer());
      }
    }
    found.add(
        new Parameter(
            path,
            pointer,
            splitter.name("", name),
            read.description(),
            read.types(),
            read.values(),
            required,
            depth,
            schema));
    if (read.isContainer()) {
      open.push(new Place(schema, pointer, path, depth));
    }
  }

  private boolean isWithinLimits(int depth) {
    if (depth > DEEPEST || ++schemas > MOST_SCHEMAS) {
      complete = false;
      return false;
    }
    return true;
  }

  /** The names that the schema requires, with those that are known already. */
  private static List<String> required(JsonObject schema, List<String> known) {
    if (!(schema.members().get("required") instanceof JsonArray required)) {
      return known;
    }
    List<String> names = new ArrayList<>(known);
    for (JsonValue name : required.values()) {
      if (name instanceof JsonString text && names.size() < MOST_REQUIRED) {
        names.add(text.value());
      }
    }
    return names;
  }
}
