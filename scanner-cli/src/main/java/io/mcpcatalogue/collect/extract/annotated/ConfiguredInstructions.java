package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Finds the instructions of servers in the configuration of the frameworks that make them: {@code
 * spring.ai.mcp.server.instructions}, in YAML or as a property. Stateless.
 */
final class ConfiguredInstructions {
  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?application(?:-[\\w-]+)?\\.(?:ya?ml|properties)");
  private static final Pattern KEY =
      Pattern.compile("(?:.*\\.)?mcp\\.server\\.(?:.*\\.)?instructions");

  /** Between the parts of a file for several profiles. */
  private static final Pattern NEXT_DOCUMENT = Pattern.compile("(?m)^---.*$");

  private ConfiguredInstructions() {}

  static List<String> in(PackageSources sources) {
    List<String> found = new ArrayList<>();
    for (SourceFile file : sources.below(sources.self().folder())) {
      if (FILE.matcher(file.path()).matches()) {
        sources
            .text(file.path())
            .filter(text -> text.contains("instructions"))
            .ifPresent(
                text -> {
                  if (file.path().endsWith(".properties")) {
                    properties(text, found);
                  } else {
                    NEXT_DOCUMENT.splitAsStream(text).forEach(part -> yaml(part, found));
                  }
                });
      }
    }
    return found;
  }

  private static void properties(String text, List<String> found) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      // A wrong escape: the framework does not read such a file either.
      return;
    }
    properties.stringPropertyNames().stream()
        .sorted()
        .filter(key -> KEY.matcher(key).matches())
        .forEach(key -> found.add(properties.getProperty(key)));
  }

  private static void yaml(String text, List<String> found) {
    try {
      values("", YamlReader.withDefaultLimits().parse(text), found);
    } catch (MalformedJsonException e) {
      // A template of a configuration, and none yet.
      return;
    }
  }

  private static void values(String key, JsonValue value, List<String> found) {
    if (value instanceof JsonObject object) {
      String before = key.isEmpty() ? "" : key + ".";
      object.members().forEach((name, member) -> values(before + name, member, found));
    } else if (KEY.matcher(key).matches()) {
      value.text().ifPresent(found::add);
    }
  }
}
