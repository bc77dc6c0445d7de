package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Turns the XML in which JetBrains IDEs keep servers into the form that all other clients use. The
 * parser knows no external entities and no document types.
 */
final class XmlConfiguration {
  private static final List<String> SERVER_ELEMENTS =
      List.of("McpServerCommand", "McpServerConfigurationProperties", "McpServerUrl");

  private XmlConfiguration() {}

  static JsonObject toJson(String xml) {
    Document document = Jsoup.parse(xml, "", Parser.xmlParser());
    Map<String, JsonValue> servers = new LinkedHashMap<>();
    for (Element element : document.getAllElements()) {
      if (SERVER_ELEMENTS.contains(element.tagName())) {
        String name = option(element, "name");
        if (!name.isBlank()) {
          servers.putIfAbsent(name, server(element));
        }
      }
    }
    return new JsonObjectBuilder().put("mcpServers", new JsonObject(servers)).build();
  }

  private static JsonObject server(Element element) {
    JsonObjectBuilder server = new JsonObjectBuilder();
    String program = option(element, "programPath");
    server.putUnlessEmpty("command", program.isEmpty() ? option(element, "command") : program);
    List<JsonValue> listed =
        element.select("> option[name=args] > list > option").stream()
            .map(item -> (JsonValue) JsonValue.of(item.attr("value")))
            .toList();
    String line = option(element, "arguments");
    if (!listed.isEmpty()) {
      server.put("args", listed);
    } else if (!line.isBlank()) {
      server.put(
          "args", CommandLines.split(line).stream().map(word -> JsonValue.of(word)).toList());
    }
    server.putUnlessEmpty("url", option(element, "url"));
    Map<String, JsonValue> environment = new LinkedHashMap<>();
    for (Element variable : element.select("> envs > env")) {
      environment.put(variable.attr("name"), JsonValue.of(variable.attr("value")));
    }
    for (Element variable : element.select("> option[name=env] > map > entry")) {
      environment.put(variable.attr("key"), JsonValue.of(variable.attr("value")));
    }
    server.put("env", new JsonObject(environment));
    if (option(element, "enabled").equals("false")) {
      server.put("enabled", false);
    }
    return server.build();
  }

  private static String option(Element element, String name) {
    for (Element child : element.children()) {
      if (child.tagName().equals("option") && child.attr("name").equals(name)) {
        return child.attr("value");
      }
    }
    return "";
  }
}
