package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON as values of a program, for what a program makes out of its own types. */
public final class JsonValues {
  private JsonValues() {}

  /** The value; the JSON comes from us and is not deep. */
  public static Value toValue(JsonValue json) {
    if (json instanceof JsonString string) {
      return Value.text(string.value());
    }
    if (json instanceof JsonNumber number) {
      return new NumberValue(number.spelling());
    }
    if (json instanceof JsonBoolean bool) {
      return new Bool(bool.value());
    }
    if (json instanceof JsonArray array) {
      return new ListValue(array.values().stream().map(JsonValues::toValue).toList(), true);
    }
    if (json instanceof JsonObject object) {
      Map<String, Value> members = new LinkedHashMap<>();
      object.members().forEach((name, value) -> members.put(name, toValue(value)));
      return new ObjectValue(members, true, Optional.empty());
    }
    return Value.Nothing.VALUE;
  }
}
