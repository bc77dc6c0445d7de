package io.mcpcatalogue.collect.extract.packages;

import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.TomlReader;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads package manifests of every kind. Stateless. */
final class PackageReader {
  /** What these elements hold is not said of the project itself. */
  private static final List<String> XML_OTHERS =
      List.of("parent", "dependencies", "build", "profiles", "dependencyManagement");

  private static final Pattern REQUIREMENT = Pattern.compile("^[A-Za-z0-9._-]+");
  private static final Pattern SETUP_NAME =
      Pattern.compile("\\bname\\s*=\\s*[\"']?([A-Za-z0-9._-]+)");

  private static final Pattern GRADLE_PROJECT =
      Pattern.compile(
          "project\\s*\\(?\\s*(?:path\\s*[:=]\\s*)?[\"'](?:[\\w.:-]*:)?([\\w.-]+)[\"']");

  /** {@code "group:artifact:version"}, or {@code libs.group.artifact} of a version catalogue. */
  private static final Pattern GRADLE_LIBRARY =
      Pattern.compile("[\"'][\\w.-]+:([\\w.-]+)(?::[^\"']*)?[\"']|\\blibs\\.([\\w.]+)");

  private PackageReader() {}

  /** Whether a file of this name is a package manifest. */
  static boolean isManifest(String fileName) {
    return ecosystem(fileName) != Ecosystem.NONE;
  }

  private static Ecosystem ecosystem(String fileName) {
    return switch (fileName) {
      case "package.json" -> Ecosystem.NPM;
      case "pyproject.toml", "setup.py", "setup.cfg" -> Ecosystem.PYTHON;
      case "go.mod" -> Ecosystem.GO;
      case "pom.xml" -> Ecosystem.MAVEN;
      case "build.gradle", "build.gradle.kts" -> Ecosystem.GRADLE;
      case "Cargo.toml" -> Ecosystem.CARGO;
      case "composer.json" -> Ecosystem.COMPOSER;
      case "Package.swift" -> Ecosystem.SWIFT;
      case "Gemfile" -> Ecosystem.RUBYGEMS;
      default ->
          fileName.endsWith(".csproj")
              ? Ecosystem.DOTNET
              : fileName.endsWith(".gemspec") ? Ecosystem.RUBYGEMS : Ecosystem.NONE;
    };
  }

  /** The package that the manifest declares; empty when it declares none of its own. */
  static Optional<SourcePackage> read(SourceFile file, String text, String treeName) {
    Ecosystem ecosystem = ecosystem(file.name());
    String fallback = file.folder().isEmpty() ? treeName : lastName(file.folder());
    return switch (ecosystem) {
      case NPM, COMPOSER -> json(file, text, fallback, ecosystem);
      case PYTHON -> python(file, text, fallback);
      case CARGO -> cargo(file, text, fallback);
      case GO -> Optional.of(go(file, text, fallback));
      case MAVEN -> Optional.of(xml(file, text, fallback, "artifactId", Ecosystem.MAVEN));
      case DOTNET ->
          Optional.of(
              xml(file, text, file.name().replace(".csproj", ""), "PackageId", Ecosystem.DOTNET));
      case GRADLE -> Optional.of(named(file, fallback, ecosystem, gradleDependencies(text)));
      case SWIFT, RUBYGEMS -> Optional.of(named(file, fallback, ecosystem, Set.of()));
      case NONE -> Optional.empty();
    };
  }

  /** A package of whose manifest only the name is read. */
  private static SourcePackage named(
      SourceFile file, String name, Ecosystem ecosystem, Set<String> dependencies) {
    return new SourcePackage(file.folder(), name, "", "", ecosystem, dependencies, List.of());
  }

  /** A package that a section of its manifest describes. */
  private static SourcePackage described(
      SourceFile file,
      JsonObject section,
      String fallback,
      Ecosystem ecosystem,
      Set<String> dependencies,
      List<String> entries) {
    return new SourcePackage(
        file.folder(),
        section.text("name").filter(name -> !name.isBlank()).orElse(fallback),
        section.text("version").orElse(""),
        section.text("description").orElse(""),
        ecosystem,
        dependencies,
        entries);
  }

  private static Optional<SourcePackage> json(
      SourceFile file, String text, String fallback, Ecosystem ecosystem) {
    JsonObject manifest;
    try {
      manifest = JsonReader.withDefaultLimits().parse(text).asObject();
    } catch (MalformedJsonException e) {
      // Without a readable manifest the folder's files still count, under the folder above.
      return Optional.empty();
    }
    // Builds leave nameless package.json files behind to say how their modules are written.
    if (manifest.text("name").isEmpty() && !file.folder().isEmpty()) {
      return Optional.empty();
    }
    Set<String> dependencies = new LinkedHashSet<>();
    for (String kind :
        List.of(
            "dependencies",
            "devDependencies",
            "peerDependencies",
            "optionalDependencies",
            "require")) {
      dependencies.addAll(manifest.object(kind).members().keySet());
    }
    List<String> entries = new ArrayList<>();
    for (String kind : List.of("bin", "main", "module", "exports")) {
      manifest.get(kind).ifPresent(value -> collectTexts(value, entries, 0));
    }
    return Optional.of(described(file, manifest, fallback, ecosystem, dependencies, entries));
  }

  private static void collectTexts(JsonValue value, List<String> into, int depth) {
    value.text().ifPresent(into::add);
    if (depth < 8) {
      if (value instanceof JsonObject object) {
        object.members().values().forEach(member -> collectTexts(member, into, depth + 1));
      } else if (value instanceof JsonArray array) {
        array.values().forEach(item -> collectTexts(item, into, depth + 1));
      }
    }
  }

  private static Optional<SourcePackage> python(SourceFile file, String text, String fallback) {
    if (!file.name().endsWith(".toml")) {
      Matcher name = SETUP_NAME.matcher(text);
      return Optional.of(
          named(file, name.find() ? name.group(1) : fallback, Ecosystem.PYTHON, Set.of()));
    }
    JsonObject manifest = toml(text);
    JsonObject poetry = manifest.object("tool").object("poetry");
    JsonObject project = manifest.object("project");
    if (project.isEmpty() && poetry.isEmpty()) {
      return Optional.empty();
    }
    JsonObject section = project.text("name").isPresent() ? project : poetry;
    Set<String> dependencies = new LinkedHashSet<>();
    for (JsonValue requirement : project.items("dependencies")) {
      Matcher matcher = REQUIREMENT.matcher(requirement.text().orElse("").strip());
      if (matcher.find()) {
        dependencies.add(matcher.group().toLowerCase(Locale.ROOT));
      }
    }
    dependencies.addAll(poetry.object("dependencies").members().keySet());
    List<String> entries = new ArrayList<>();
    collectTexts(project.object("scripts"), entries, 0);
    collectTexts(poetry.object("scripts"), entries, 0);
    return Optional.of(described(file, section, fallback, Ecosystem.PYTHON, dependencies, entries));
  }

  private static Optional<SourcePackage> cargo(SourceFile file, String text, String fallback) {
    JsonObject manifest = toml(text);
    JsonObject section = manifest.object("package");
    Set<String> dependencies = manifest.object("dependencies").members().keySet();
    return section.isEmpty()
        ? Optional.empty()
        : Optional.of(described(file, section, fallback, Ecosystem.CARGO, dependencies, List.of()));
  }

  /** Without a readable manifest the folder's files still count, under the folder above. */
  private static JsonObject toml(String text) {
    try {
      return new TomlReader(JsonLimits.DEFAULT).parse(text).asObject();
    } catch (MalformedJsonException e) {
      return JsonObject.EMPTY;
    }
  }

  private static SourcePackage go(SourceFile file, String text, String fallback) {
    String name = fallback;
    Set<String> dependencies = new LinkedHashSet<>();
    for (String line : text.split("\\R")) {
      String[] words = line.strip().split("\\s+");
      if (words[0].equals("module") && words.length > 1) {
        name = words[1];
      } else if (words.length >= 2 && words[1].startsWith("v")) {
        dependencies.add(words[0]);
      } else if (words[0].equals("require") && words.length > 2) {
        dependencies.add(words[1]);
      }
    }
    return named(file, name, Ecosystem.GO, dependencies);
  }

  /** The libraries it uses, and the other projects of the build: {@code project(":notes:core")}. */
  private static Set<String> gradleDependencies(String text) {
    Set<String> dependencies = new LinkedHashSet<>();
    Matcher projects = GRADLE_PROJECT.matcher(text);
    while (projects.find()) {
      dependencies.add(projects.group(1));
    }
    Matcher libraries = GRADLE_LIBRARY.matcher(text);
    while (libraries.find()) {
      dependencies.add(
          libraries.group(1) != null ? libraries.group(1) : libraries.group(2).replace('.', '-'));
    }
    return dependencies;
  }

  private static SourcePackage xml(
      SourceFile file, String text, String fallback, String nameTag, Ecosystem ecosystem) {
    Set<String> dependencies = new LinkedHashSet<>();
    addBetween("<artifactId>", "<", text, dependencies);
    addBetween("Include=\"", "\"", text, dependencies);
    String own = text;
    for (String element : XML_OTHERS) {
      own = without(element, own);
    }
    return new SourcePackage(
        file.folder(),
        tag(own, nameTag).orElse(fallback),
        tag(own, ecosystem == Ecosystem.MAVEN ? "version" : "Version").orElse(""),
        tag(own, ecosystem == Ecosystem.MAVEN ? "description" : "Description").orElse(""),
        ecosystem,
        dependencies,
        List.of());
  }

  /** Adds the names that stand between the two. */
  private static void addBetween(String open, String close, String xml, Set<String> names) {
    for (int start = xml.indexOf(open); start >= 0; start = xml.indexOf(open, start + 1)) {
      int from = start + open.length();
      int end = xml.indexOf(close, from);
      if (end > from) {
        names.add(projectName(xml.substring(from, end).strip()));
      }
    }
  }

  /** The text without all elements of this name; one that is never closed stays. */
  private static String without(String element, String xml) {
    String open = "<" + element + ">";
    String close = "</" + element + ">";
    StringBuilder rest = new StringBuilder();
    int from = 0;
    int start = xml.indexOf(open);
    int end = xml.indexOf(close, start);
    while (start >= 0 && end >= 0) {
      rest.append(xml, from, start);
      from = end + close.length();
      start = xml.indexOf(open, from);
      end = xml.indexOf(close, start);
    }
    return rest.append(xml, from, xml.length()).toString();
  }

  /** A reference to a project file is a reference to the project of its name. */
  private static String projectName(String reference) {
    String path = reference.replace('\\', '/');
    return path.endsWith(".csproj") ? lastName(path).replace(".csproj", "") : path;
  }

  private static Optional<String> tag(String xml, String name) {
    int open = xml.indexOf("<" + name + ">");
    int close = open < 0 ? -1 : xml.indexOf("</" + name + ">", open);
    if (close < 0) {
      return Optional.empty();
    }
    String text = xml.substring(open + name.length() + 2, close).strip();
    return text.isEmpty() || text.contains("<") || text.contains("${")
        ? Optional.empty()
        : Optional.of(text);
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
