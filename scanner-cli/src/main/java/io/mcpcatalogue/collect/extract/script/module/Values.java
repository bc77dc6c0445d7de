package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values out of data that is no code. */
public final class Values {

  private Values() {}

  /** An object of texts and truth values, as annotations are; everything else is unknown. */
  public static Value ofJson(JsonValue json) {
    if (json instanceof JsonString text) {
      return Value.text(text.value());
    }
    if (json instanceof JsonBoolean bool) {
      return new Value.Bool(bool.value());
    }
    if (!(json instanceof JsonObject object)) {
      return Value.Unknown.VALUE;
    }
    Map<String, Value> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, ofScalar(member)));
    return new Value.ObjectValue(members, true, Optional.empty());
  }

  private static Value ofScalar(JsonValue json) {
    return json instanceof JsonObject ? Value.Unknown.VALUE : ofJson(json);
  }
}
