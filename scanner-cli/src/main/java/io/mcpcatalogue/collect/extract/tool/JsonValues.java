package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.NumberValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON as values of a program, for what a program reads, or makes out of its own types. */
public final class JsonValues {
  private JsonValues() {}

  /** What a text says as JSON; empty where it is none, which its own program cannot read either. */
  public static Optional<JsonValue> parsed(String text) {
    try {
      return Optional.of(JsonReader.withDefaultLimits().parse(text));
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

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
