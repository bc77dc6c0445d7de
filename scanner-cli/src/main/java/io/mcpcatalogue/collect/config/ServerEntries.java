package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the servers in a configuration by its shape, whichever client wrote it: clients differ in
 * the name of the member that holds the servers, and hardly in anything else.
 */
final class ServerEntries {
  /** Where clients keep their servers; each of them alone marks a file as a configuration. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("mcpServers"),
          List.of("mcp_servers"),
          List.of("context_servers"),
          List.of("amp.mcpServers"),
          List.of("mcp", "servers"),
          List.of("mcp", "mcpServers"),
          List.of("chat.mcp.servers"),
          List.of("servers"),
          List.of("extensions"),
          List.of("mcp"),
          List.of("experimental", "modelContextProtocolServers"),
          List.of("customizations", "vscode", "mcp", "servers"));

  /** Goose lists the parts of the client itself among its extensions. */
  private static final List<String> BUILT_IN =
      List.of("builtin", "platform", "frontend", "inline_python");

  private ServerEntries() {}

  /**
   * A server's entry as it stands in a configuration.
   *
   * @param pointer the place in the document
   */
  record Entry(String name, JsonObject settings, String pointer) {}

  /** The entries of a configuration; empty when the document is none. */
  static Optional<List<Entry>> find(JsonValue document) {
    List<Entry> entries = new ArrayList<>();
    boolean configuration = addFrom(document.asObject(), "", entries);
    JsonObject projects = document.asObject().object("projects");
    for (String project : projects.members().keySet()) {
      JsonObject settings = projects.members().get(project).asObject();
      configuration |= addFrom(settings, "/projects/" + escaped(project), entries);
    }
    if (!configuration && isBareMap(document)) {
      addMap(document.asObject(), "", false, entries);
      configuration = true;
    }
    return configuration ? Optional.of(entries) : Optional.empty();
  }

  private static boolean addFrom(JsonObject settings, String pointer, List<Entry> entries) {
    boolean found = false;
    for (List<String> place : PLACES) {
      Optional<JsonValue> value = at(settings, place);
      if (value.isPresent() && holdsServers(value.get(), isSureSign(place))) {
        found = true;
        String at = pointer + "/" + String.join("/", place.stream().map(p -> escaped(p)).toList());
        if (value.get() instanceof JsonArray list) {
          addList(list, at, isSureSign(place), entries);
        } else {
          addMap(value.get().asObject(), at, isSureSign(place), entries);
        }
      }
    }
    return found;
  }

  /**
   * Other programs' files have members such as "servers", too: those must hold what looks like one.
   */
  private static boolean isSureSign(List<String> place) {
    return place.get(place.size() - 1).toLowerCase(Locale.ROOT).contains("mcp")
        && place.get(place.size() - 1).length() > "mcp".length();
  }

  private static Optional<JsonValue> at(JsonObject settings, List<String> place) {
    Optional<JsonValue> value = Optional.of(settings);
    for (String name : place) {
      value = value.flatMap(object -> object.asObject().get(name));
    }
    return value;
  }

  private static boolean holdsServers(JsonValue value, boolean sure) {
    List<JsonValue> candidates =
        value instanceof JsonArray list
            ? list.values()
            : List.copyOf(value.asObject().members().values());
    boolean collection = value instanceof JsonArray || value instanceof JsonObject;
    return collection
        && (sure || candidates.stream().anyMatch(candidate -> isServer(candidate.asObject())));
  }

  private static boolean isServer(JsonObject settings) {
    return EntryReader.isServer(settings);
  }

  /** A map of nothing but servers, as some clients keep it in a file of its own. */
  private static boolean isBareMap(JsonValue document) {
    List<JsonValue> values = List.copyOf(document.asObject().members().values());
    return !values.isEmpty() && values.stream().allMatch(value -> isServer(value.asObject()));
  }

  /**
   * Adds what a map holds.
   *
   * @param sure whether all of it must be servers: one that is none is an entry without settings
   */
  private static void addMap(JsonObject map, String pointer, boolean sure, List<Entry> entries) {
    map.members()
        .forEach(
            (name, value) -> {
              boolean builtIn =
                  value.asObject().text("type").filter(BUILT_IN::contains).isPresent();
              if ((sure || value instanceof JsonObject) && !builtIn) {
                entries.add(new Entry(name, value.asObject(), pointer + "/" + escaped(name)));
              }
            });
  }

  private static void addList(JsonArray list, String pointer, boolean sure, List<Entry> entries) {
    for (int i = 0; i < list.values().size(); i++) {
      JsonObject settings = list.values().get(i).asObject();
      if (sure || isServer(settings)) {
        String name = settings.text("name").orElse("server-" + (i + 1));
        entries.add(new Entry(name, settings, pointer + "/" + i));
      }
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
