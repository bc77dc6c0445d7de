package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.facts.SchemaParts.Part;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.Members;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds all parameters of an input schema, at any depth, without recursion and within fixed limits:
 * schemas that refer to themselves or unfold without end are read as far as the limits go, what
 * lies on top first. For one thread.
 */
final class ParameterWalk {
  private static final int DEEPEST = 12;
  private static final int MOST_SCHEMAS = 4000;
  private static final int MOST_REQUIRED = 200;

  /** Below longer paths nothing is read, since each of many places there would repeat them. */
  private static final int LONGEST_PATH = 1000;

  private static final Comparator<Parameter> BY_PATH =
      (one, other) -> {
        int order = one.path().compareTo(other.path());
        return order != 0 ? order : one.pointer().compareTo(other.pointer());
      };

  private final TextSplitter splitter;
  private final SchemaParts parts;
  private final List<Parameter> found = new ArrayList<>();
  private final Deque<Place> open = new ArrayDeque<>();
  private final Coverage coverage = new Coverage();
  private int schemas;

  /** Whether something had to be left out of the members that are being read. */
  private boolean cut;

  /** A schema that remains to be looked at, and the place of its value among the arguments. */
  private record Place(JsonObject schema, Pointer pointer, String path, int depth) {}

  ParameterWalk(JsonObject schema, TextSplitter splitter) {
    this.splitter = splitter;
    this.parts = new SchemaParts(schema);
    if (!schema.isEmpty()) {
      open.add(new Place(schema, parts.root().pointer(), "", 0));
    }
    while (!open.isEmpty()) {
      readMembers(open.poll());
    }
    if (found.size() > 1) {
      found.sort(BY_PATH);
    }
  }

  List<Parameter> parameters() {
    return found;
  }

  /** How many schemas were read in part only. */
  int cutShort() {
    return coverage.inPartOnly() + parts.cutShort();
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
    cut = false;
    Members members = schema.members();
    if (members.get("properties") instanceof JsonObject object) {
      Members properties = object.members();
      String prefix = place.path.isEmpty() ? "" : place.path + ".";
      for (int i = 0; i < properties.size(); i++) {
        String name = properties.name(i);
        if (isWithinLimits(place.depth + 1)) {
          readParameter(
              name,
              properties.value(i).asObject(),
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
    coverage.add(schema, !cut);
  }

  private void openElements(
      JsonValue elements, String keyword, String sign, Pointer pointer, Place place) {
    if (elements instanceof JsonObject schema
        && !schema.isEmpty()
        && isWithinLimits(place.depth)
        && ParameterSchema.mayHaveMembers(schema)) {
      open(new Place(schema, pointer.to(keyword), place.path + sign, place.depth));
    }
  }

  private void open(Place place) {
    if (place.path.length() > LONGEST_PATH) {
      coverage.add(place.schema, false);
    } else {
      open.add(place);
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
            read.isCombined() && !read.values().isEmpty() && parts.admitAnyText(schema),
            required,
            depth,
            schema));
    if (read.isContainer()) {
      open(new Place(schema, pointer, path, depth));
    }
  }

  private boolean isWithinLimits(int depth) {
    if (depth > DEEPEST || ++schemas > MOST_SCHEMAS) {
      cut = true;
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
