package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.OfferedItem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes prompts and resources of what is read of them, in the form in which servers list them. */
public final class Offers {
  private static final String DESCRIPTION = "description";

  private Offers() {}

  /** The prompt that is declared like this tool: what a tool takes are its arguments. */
  public static OfferedItem prompt(ExtractedTool declared) {
    List<JsonValue> arguments = new ArrayList<>();
    declared
        .inputSchema()
        .object("properties")
        .members()
        .forEach(
            (name, schema) -> {
              String description = schema.asObject().text(DESCRIPTION).orElse("");
              arguments.add(new JsonObject(words(name, "", description)));
            });
    return prompt(declared.name(), declared.title(), declared.description(), arguments);
  }

  /** A prompt of whose arguments nothing is known. */
  public static OfferedItem prompt(String name, String title, String description) {
    return prompt(name, title, description, List.of());
  }

  private static OfferedItem prompt(
      String name, String title, String description, List<JsonValue> arguments) {
    Map<String, JsonValue> members = words(name, title, description);
    if (!arguments.isEmpty()) {
      members.put("arguments", new JsonArray(arguments));
    }
    return OfferedItem.of(Kind.PROMPT, new JsonObject(members));
  }

  /** A resource; an address with open parts is that of a template. */
  public static OfferedItem resource(String name, String title, String description, String uri) {
    Kind kind = uri.contains("{") ? Kind.RESOURCE_TEMPLATE : Kind.RESOURCE;
    Map<String, JsonValue> members = words(name, title, description);
    put(members, kind == Kind.RESOURCE ? "uri" : "uriTemplate", uri);
    return OfferedItem.of(kind, new JsonObject(members));
  }

  private static Map<String, JsonValue> words(String name, String title, String description) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    put(members, "name", name);
    put(members, "title", title);
    put(members, DESCRIPTION, description);
    return members;
  }

  private static void put(Map<String, JsonValue> members, String name, String text) {
    if (!text.isEmpty()) {
      members.put(name, JsonValue.of(text));
    }
  }
}
