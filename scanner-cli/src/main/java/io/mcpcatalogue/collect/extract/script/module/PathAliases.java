package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Lexer;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The short names for folders that compiler configurations and manifests introduce. */
final class PathAliases {

  private record Alias(String prefix, String suffix, List<String> targets) {}

  private final PackageSources sources;
  private final Map<String, List<Alias>> byFolder = new LinkedHashMap<>();

  PathAliases(PackageSources sources) {
    this.sources = sources;
  }

  /** Where the specifier may lead to, likeliest first. */
  List<String> candidates(String specifier, String from) {
    List<String> candidates = new ArrayList<>();
    String folder = Paths.folder(from);
    while (true) {
      for (Alias alias : aliases(folder)) {
        if (specifier.startsWith(alias.prefix()) && specifier.endsWith(alias.suffix())) {
          int end = Math.max(alias.prefix().length(), specifier.length() - alias.suffix().length());
          String middle = specifier.substring(alias.prefix().length(), end);
          alias.targets().forEach(target -> candidates.add(target.replace("*", middle)));
        }
      }
      if (folder.isEmpty()) {
        return candidates;
      }
      folder = Paths.folder(folder);
    }
  }

  private List<Alias> aliases(String folder) {
    return byFolder.computeIfAbsent(
        folder,
        key -> {
          String prefix = key.isEmpty() ? "" : key + "/";
          List<Alias> aliases = new ArrayList<>();
          for (String name : List.of("tsconfig.json", "jsconfig.json", "tsconfig.base.json")) {
            read(prefix + name, "paths", "baseUrl")
                .ifPresent(config -> paths(key, config, aliases));
          }
          read(prefix + "package.json", "imports")
              .ifPresent(manifest -> add(key, manifest.get("imports").asObject(), aliases));
          return aliases;
        });
  }

  private void paths(String folder, Value.ObjectValue config, List<Alias> aliases) {
    Value.ObjectValue options = config.get("compilerOptions").asObject();
    Optional<String> base = options.get("baseUrl").exactText();
    String root = Paths.join(folder, base.orElse("")).orElse(folder);
    add(root, options.get("paths").asObject(), aliases);
    if (base.isPresent()) {
      aliases.add(new Alias("", "", List.of((root.isEmpty() ? "" : root + "/") + "*")));
    }
  }

  private void add(String root, Value.ObjectValue map, List<Alias> aliases) {
    map.members()
        .forEach(
            (pattern, value) -> {
              List<String> targets = new ArrayList<>();
              texts(value, targets, 0);
              List<String> joined =
                  targets.stream()
                      .map(target -> Paths.join(root, target))
                      .flatMap(Optional::stream)
                      .toList();
              int star = pattern.indexOf('*');
              aliases.add(
                  star < 0
                      ? new Alias(pattern, pattern, joined)
                      : new Alias(pattern.substring(0, star), pattern.substring(star + 1), joined));
            });
  }

  private static void texts(Value value, List<String> into, int depth) {
    value.exactText().ifPresent(into::add);
    if (depth < 4 && value instanceof Value.ListValue list) {
      list.items().forEach(item -> texts(item, into, depth + 1));
    }
    if (depth < 4 && value instanceof Value.ObjectValue object) {
      object.members().values().forEach(member -> texts(member, into, depth + 1));
    }
  }

  /**
   * Configurations are JSON with comments: an object literal to the script reader. Empty also when
   * none of the words is in it.
   */
  private Optional<Value.ObjectValue> read(String path, String... words) {
    return sources
        .text(path)
        .filter(text -> Stream.of(words).anyMatch(text::contains))
        .map(text -> Lexer.lex(Language.SCRIPT, text))
        .filter(tokens -> tokens.is(0, '{'))
        .map(tokens -> new ScriptModule(path, tokens))
        .map(module -> Literals.fold(module.node(0), 0).asObject());
  }
}
