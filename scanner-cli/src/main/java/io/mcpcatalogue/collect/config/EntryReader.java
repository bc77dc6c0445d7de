package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one server's entry, in the words of whichever client wrote it. */
final class EntryReader {
  private static final List<String> URLS =
      List.of("url", "httpUrl", "serverUrl", "uri", "endpoint", "sseUrl", "baseUrl");
  private static final List<String> ENVIRONMENTS = List.of("env", "envs", "environment");
  private static final List<String> HEADERS =
      List.of("headers", "http_headers", "httpHeaders", "requestHeaders");
  private static final List<String> APPROVALS =
      List.of("autoApprove", "alwaysAllow", "autoAllow", "always_allow", "alwaysAllowedTools");

  private EntryReader() {}

  /** Whether the object names a command or an address. */
  static boolean isServer(JsonObject settings) {
    JsonObject launch = launch(settings);
    return !command(launch).isEmpty() || url(launch).isPresent();
  }

  static ConfiguredServer read(ServerEntries.Entry entry, String file) {
    JsonObject settings = entry.settings();
    JsonObject launch = launch(settings);
    return new ConfiguredServer(
        entry.name(),
        file + "#" + entry.pointer(),
        command(launch),
        environment(launch),
        url(launch),
        headers(launch),
        settings.isTrue("disabled")
            || settings.get("enabled").filter(JsonBoolean.FALSE::equals).isPresent(),
        approved(settings));
  }

  /** The object that says how to start: the entry itself, or what some clients wrap it in. */
  private static JsonObject launch(JsonObject settings) {
    for (String wrapper : List.of("transport", "settings", "server", "command")) {
      JsonObject inner = settings.object(wrapper);
      if (!inner.isEmpty() && (!command(inner).isEmpty() || url(inner).isPresent())) {
        return inner;
      }
    }
    return settings;
  }

  private static List<String> command(JsonObject launch) {
    List<String> words = new ArrayList<>();
    JsonValue command =
        launch.get("command").or(() -> launch.get("cmd")).or(() -> launch.get("path")).orElse(null);
    if (command instanceof JsonArray array) {
      words.addAll(texts(array));
    } else if (command != null) {
      command.text().filter(text -> !text.isBlank()).ifPresent(words::add);
    }
    if (words.isEmpty()) {
      return List.of();
    }
    List<String> arguments = arguments(launch);
    // A command that holds its arguments: clients hand it to a shell, or split it at blanks.
    if (words.size() == 1 && arguments.isEmpty() && words.get(0).strip().contains(" ")) {
      List<String> split = CommandLines.split(words.get(0));
      boolean pathWithBlanks = split.get(0).contains("\\") || split.get(0).startsWith("/");
      return pathWithBlanks && !words.get(0).contains(" -") ? words : split;
    }
    words.addAll(arguments);
    return words;
  }

  private static List<String> arguments(JsonObject launch) {
    JsonValue arguments = launch.get("args").or(() -> launch.get("arguments")).orElse(null);
    if (arguments instanceof JsonArray array) {
      return texts(array);
    }
    return arguments == null
        ? List.of()
        : arguments.text().map(CommandLines::split).orElse(List.of());
  }

  private static Optional<String> url(JsonObject launch) {
    for (String name : URLS) {
      Optional<String> url = launch.text(name).filter(text -> !text.isBlank());
      if (url.isPresent()) {
        return url;
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> environment(JsonObject launch) {
    return texts(first(launch, ENVIRONMENTS));
  }

  private static Map<String, String> headers(JsonObject launch) {
    Map<String, String> headers = texts(first(launch, HEADERS));
    launch
        .text("bearer_token_env_var")
        .ifPresent(name -> headers.putIfAbsent("Authorization", "Bearer ${" + name + "}"));
    return headers;
  }

  private static List<String> approved(JsonObject settings) {
    if (settings.isTrue("trust")) {
      return List.of("*");
    }
    for (String name : APPROVALS) {
      JsonValue value = settings.members().get(name);
      if (value instanceof JsonArray array && !array.values().isEmpty()) {
        return texts(array);
      }
      if (JsonBoolean.TRUE.equals(value)) {
        return List.of("*");
      }
    }
    return List.of();
  }

  private static JsonObject first(JsonObject object, List<String> names) {
    for (String name : names) {
      if (object.members().get(name) instanceof JsonObject found) {
        return found;
      }
    }
    return JsonObject.EMPTY;
  }

  /** Numbers and booleans as they are spelled: clients pass them on as text. */
  private static List<String> texts(JsonArray array) {
    return array.values().stream().map(EntryReader::spelled).toList();
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.members().forEach((name, value) -> texts.put(name, spelled(value)));
    return texts;
  }

  private static String spelled(JsonValue value) {
    return value.text().orElseGet(value::toString);
  }
}
