package io.mcpcatalogue.catalogue.changes;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows what differs between two scans by nature: moments, and identifiers made anew each time. */
final class Volatile {
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?(\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Seconds or milliseconds since 1970, in this century. */
  private static final Pattern EPOCH = Pattern.compile("[1-4]\\d{9}(\\d{3})?(\\.\\d{1,9})?");

  /** Members whose values say what is used when nothing is passed, not what a tool does. */
  private static final Set<String> DEFAULTS = Set.of("default", "example", "examples");

  private Volatile() {}

  /** Whether two values are the same but for what differs by nature; the order counts not. */
  static boolean same(JsonValue one, JsonValue other) {
    return one.equals(other) || plain(one, false).equals(plain(other, false));
  }

  /** The text with moments and identifiers replaced. */
  static String plain(String text) {
    String momentless = MOMENT.matcher(text).replaceAll("<moment>");
    return IDENTIFIER.matcher(momentless).replaceAll("<identifier>");
  }

  private static JsonValue plain(JsonValue value, boolean isDefault) {
    if (value instanceof JsonObject object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object
          .members()
          .forEach(
              (name, member) ->
                  members.put(name, plain(member, isDefault || DEFAULTS.contains(name))));
      return new JsonObject(members);
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> values = new ArrayList<>();
      array.values().forEach(item -> values.add(plain(item, isDefault)));
      return new JsonArray(values);
    }
    if (value instanceof JsonString string) {
      boolean date = isDefault && DATE.matcher(string.value()).matches();
      return JsonValue.of(date ? "<date>" : plain(string.value()));
    }
    boolean epoch =
        isDefault
            && value instanceof JsonNumber number
            && EPOCH.matcher(number.spelling()).matches();
    return epoch ? JsonValue.of("<moment>") : value;
  }
}
