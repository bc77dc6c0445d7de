package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.tool.JsonValues;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modules of one package, and those of other packages that it leads to. Loads each once. For
 * one thread.
 */
public final class Modules {
  private static final List<String> SUFFIXES =
      List.of(".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx");
  private static final int MAX_DATA = 4 << 20;
  private static final List<String> BUILDS = List.of("dist", "build", "lib", "out", "esm", "cjs");

  private final PackageSources sources;
  private final PathAliases aliases;
  private final Map<String, Optional<ScriptModule>> modules = new HashMap<>();
  private final List<ScriptModule> loaded = new ArrayList<>();
  private final Map<String, Optional<Value>> data = new HashMap<>();

  /** By the folder of the importing file, and what is written there. */
  private final Map<String, Map<String, Optional<String>>> resolved = new HashMap<>();

  public Modules(PackageSources sources) {
    this.sources = sources;
    this.aliases = new PathAliases(sources);
  }

  /** The module of a file; empty when there is no such file, or no script in it. */
  Optional<ScriptModule> at(String path) {
    Optional<ScriptModule> known = modules.get(path);
    if (known == null) {
      known =
          Language.of(path).filter(language -> language == Language.SCRIPT).isPresent()
              ? sources
                  .shared(path, ScriptModule.class, tokens -> new ScriptModule(path, tokens))
                  .filter(module -> module.tokens().count() > 0)
              : Optional.empty();
      modules.put(path, known);
      known.ifPresent(loaded::add);
    }
    return known;
  }

  /** The YAML files of the package, tests left out. */
  public List<SourceFile> dataFiles() {
    return sources.below(sources.self().folder()).stream()
        .filter(file -> file.path().endsWith(".yaml") || file.path().endsWith(".yml"))
        .toList();
  }

  /** What the JSON file holds that a specifier means in a file. */
  public Optional<Value> data(String specifier, ScriptModule from) {
    return specifier.endsWith(".json") && isRelative(specifier)
        ? Paths.join(from.folder(), specifier)
            .flatMap(path -> data.computeIfAbsent(path, this::parsed))
        : Optional.empty();
  }

  private Optional<Value> parsed(String path) {
    return text(path)
        .filter(text -> text.length() <= MAX_DATA)
        .flatMap(JsonValues::parsed)
        .map(JsonValues::toValue);
  }

  public Optional<String> text(String path) {
    return sources.text(path);
  }

  /** The module of the package whose path ends so, its suffix apart. */
  public Optional<ScriptModule> ending(String stem) {
    return sources.files().stream()
        .map(SourceFile::path)
        .filter(path -> SUFFIXES.stream().anyMatch(suffix -> endsWith(path, stem + suffix)))
        .findFirst()
        .flatMap(this::at);
  }

  private static boolean endsWith(String path, String end) {
    return path.equals(end) || path.endsWith("/" + end);
  }

  /** All modules that were loaded so far, in that order. */
  public List<ScriptModule> loaded() {
    return List.copyOf(loaded);
  }

  /** The module that a specifier means in a file; empty for one outside of the tree. */
  public Optional<ScriptModule> resolve(String specifier, ScriptModule from) {
    return resolved
        .computeIfAbsent(from.folder(), folder -> new HashMap<>())
        .computeIfAbsent(specifier, key -> path(key, from.path()))
        .flatMap(this::at);
  }

  private Optional<String> path(String specifier, String from) {
    if (isRelative(specifier)) {
      return Paths.join(Paths.folder(from), specifier).flatMap(this::file);
    }
    for (String candidate : aliases.candidates(specifier, from)) {
      Optional<String> file = file(candidate);
      if (file.isPresent()) {
        return file;
      }
    }
    return workspace(specifier);
  }

  private static boolean isRelative(String specifier) {
    return specifier.startsWith("./")
        || specifier.startsWith("../")
        || specifier.equals(".")
        || specifier.equals("..");
  }

  /** The file of a path as importers write it: with another suffix, without one, or a folder. */
  private Optional<String> file(String path) {
    List<String> stems = new ArrayList<>();
    stems.add(path);
    for (String suffix : List.of(".js", ".mjs", ".cjs", ".jsx")) {
      if (path.endsWith(suffix)) {
        stems.add(0, path.substring(0, path.length() - suffix.length()));
      }
    }
    for (String stem : stems) {
      for (String suffix : SUFFIXES) {
        if (sources.exists(stem + suffix)) {
          return Optional.of(stem + suffix);
        }
      }
    }
    if (sources.exists(path) && Language.of(path).isPresent()) {
      return Optional.of(path);
    }
    for (String suffix : SUFFIXES) {
      String index = (path.isEmpty() ? "" : path + "/") + "index" + suffix;
      if (sources.exists(index)) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  private Optional<String> workspace(String specifier) {
    String[] parts = specifier.split("/", 3);
    int names = specifier.startsWith("@") ? 2 : 1;
    if (parts.length < names) {
      return Optional.empty();
    }
    String name = names == 2 ? parts[0] + "/" + parts[1] : parts[0];
    String inside = specifier.substring(Math.min(specifier.length(), name.length() + 1));
    return sources.packages().named(name).flatMap(found -> inPackage(found, inside));
  }

  private Optional<String> inPackage(SourcePackage found, String inside) {
    List<String> candidates = new ArrayList<>();
    if (inside.isEmpty()) {
      candidates.add("src/index");
      found.entries().forEach(entry -> addEntry(entry, candidates));
      candidates.add("index");
      candidates.add("src/main");
    } else {
      candidates.add("src/" + inside);
      candidates.add(inside);
      candidates.add("src/" + inside + "/index");
      found.entries().stream()
          .filter(entry -> entry.contains(inside))
          .forEach(entry -> addEntry(entry, candidates));
    }
    return candidates.stream()
        .map(candidate -> Paths.join(found.folder(), candidate))
        .flatMap(Optional::stream)
        .map(this::file)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The sources of a built entry are preferred to the build, which may not be there at all. */
  private static void addEntry(String entry, List<String> candidates) {
    String path = entry.startsWith("./") ? entry.substring(2) : entry;
    for (String build : BUILDS) {
      if (path.startsWith(build + "/")) {
        candidates.add("src/" + path.substring(build.length() + 1));
        candidates.add(path.substring(build.length() + 1));
      }
    }
    candidates.add(path);
  }
}
