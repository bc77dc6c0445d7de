package io.mcpcatalogue.classifier;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** Makes up tools: any JSON where a schema should be, with words that the rules listen to. */
final class ArbitraryJson {
  private static final List<String> KEYWORDS =
      List.of(
          "type",
          "properties",
          "items",
          "required",
          "enum",
          "const",
          "anyOf",
          "oneOf",
          "allOf",
          "$ref",
          "$defs",
          "additionalProperties",
          "description",
          "title",
          "format",
          "default",
          "maxLength",
          "pattern",
          "annotations",
          "readOnlyHint",
          "destructiveHint",
          "inputSchema");
  private static final List<String> WORDS =
      List.of(
          "delete",
          "file",
          "path",
          "command",
          "get",
          "user",
          "not",
          "without",
          "ignore",
          "previous",
          "instructions",
          "run",
          "sql",
          "pay",
          "url",
          "string",
          "object",
          "array",
          "#/$defs/a",
          "#",
          "and",
          "`code`",
          "e.g.",
          "\n- ",
          "\n\n",
          "Args:",
          "\u5220\u9664",
          "\u200b",
          "\udb40\udc41",
          "\ud800",
          "\u0000",
          "\u202e",
          "((",
          "\"",
          "://",
          "it's",
          "~0/~1",
          "%s{words}$1");

  private final SplittableRandom random;

  ArbitraryJson(long seed) {
    this.random = new SplittableRandom(seed);
  }

  ToolDefinition tool() {
    JsonObjectBuilder tool = new JsonObjectBuilder().put("name", "x" + text());
    if (random.nextBoolean()) {
      tool.put("description", value(1));
    }
    if (random.nextBoolean()) {
      tool.put("inputSchema", value(5));
    }
    if (random.nextBoolean()) {
      tool.put("annotations", value(2));
    }
    if (random.nextInt(4) == 0) {
      tool.put(text(), value(3));
    }
    return ToolDefinition.of(tool.build(), "made up");
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(pick(WORDS));
      if (random.nextInt(3) > 0) {
        text.append(random.nextBoolean() ? ' ' : (char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }

  private JsonValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> new JsonNumber(Integer.toString(random.nextInt()));
      case 1 -> JsonValue.of(random.nextBoolean());
      case 2 -> JsonNull.NULL;
      case 3, 4 -> JsonValue.of(random.nextBoolean() ? pick(WORDS) : text());
      case 5 -> array(depth - 1);
      default -> object(depth - 1);
    };
  }

  private JsonArray array(int depth) {
    List<JsonValue> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value(depth));
    }
    return new JsonArray(values);
  }

  private JsonObject object(int depth) {
    JsonObjectBuilder object = new JsonObjectBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(random.nextInt(3) > 0 ? pick(KEYWORDS) : text(), value(depth));
    }
    return object.build();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The same value with the members of all its objects in another order. */
  JsonValue shuffled(JsonValue value) {
    if (value instanceof JsonArray array) {
      return new JsonArray(array.values().stream().map(this::shuffled).toList());
    }
    if (value instanceof JsonObject object) {
      List<Map.Entry<String, JsonValue>> members = new ArrayList<>(object.members().entrySet());
      Collections.shuffle(members, new Random(random.nextLong()));
      JsonObjectBuilder shuffled = new JsonObjectBuilder();
      members.forEach(member -> shuffled.put(member.getKey(), shuffled(member.getValue())));
      return shuffled.build();
    }
    return value;
  }
}
