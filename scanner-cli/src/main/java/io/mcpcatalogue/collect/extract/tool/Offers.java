package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.OfferedItem.Kind;
import java.util.ArrayList;
import java.util.List;

/** Makes prompts and resources of what is read of them, in the form in which servers list them. */
public final class Offers {
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
              String description = schema.asObject().text("description").orElse("");
              arguments.add(told(name, "", description).build());
            });
    return prompt(declared.name(), declared.title(), declared.description(), arguments);
  }

  /** A prompt of whose arguments nothing is known. */
  public static OfferedItem prompt(String name, String title, String description) {
    return prompt(name, title, description, List.of());
  }

  static OfferedItem prompt(
      String name, String title, String description, List<JsonValue> arguments) {
    JsonObjectBuilder prompt = told(name, title, description);
    if (!arguments.isEmpty()) {
      prompt.put("arguments", arguments);
    }
    return OfferedItem.of(Kind.PROMPT, prompt.build());
  }

  /** A resource; an address with open parts is that of a template. */
  public static OfferedItem resource(String name, String title, String description, String uri) {
    Kind kind = uri.contains("{") ? Kind.RESOURCE_TEMPLATE : Kind.RESOURCE;
    String address = kind == Kind.RESOURCE ? "uri" : "uriTemplate";
    return OfferedItem.of(
        kind, told(name, title, description).putUnlessEmpty(address, uri).build());
  }

  static JsonObjectBuilder told(String name, String title, String description) {
    return new JsonObjectBuilder()
        .putUnlessEmpty("name", name)
        .putUnlessEmpty("title", title)
        .putUnlessEmpty("description", description);
  }
}
