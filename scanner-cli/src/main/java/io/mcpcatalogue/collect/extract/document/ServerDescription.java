package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One {@code server.json}, the record that is handed in to a registry. Immutable.
 *
 * @param version empty when there is none, or only a placeholder
 * @param packages what the server is published as
 */
record ServerDescription(
    String path,
    String name,
    String version,
    String description,
    List<Published> packages,
    List<Fact> facts) {

  private static final int MAX_TEXT = 2_000;
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  /** A package of a registry, such as {@code npm} and {@code @scope/name}. */
  record Published(String registry, String identifier, String version) {}

  ServerDescription {
    packages = List.copyOf(packages);
    facts = List.copyOf(facts);
  }

  /** The record; other programs have files of that name as well. */
  static Optional<ServerDescription> of(String path, JsonObject object) {
    boolean described =
        object.get("packages").isPresent()
            || object.get("remotes").isPresent()
            || object.get("repository").isPresent();
    String name = line(object.text("name").orElse(""));
    if (name.isEmpty() || !described) {
      return Optional.empty();
    }
    List<Published> packages =
        objects(object, "packages").stream().flatMap(item -> published(item).stream()).toList();
    return Optional.of(
        new ServerDescription(
            path,
            name,
            version(object),
            line(object.text("description").orElse("")),
            packages,
            facts(path, name, packages, object)));
  }

  private static Optional<Published> published(JsonObject item) {
    String registry =
        item.text("registryType")
            .or(() -> item.text("registry_type"))
            .or(() -> item.text("registry_name"))
            .orElse("");
    return item.text("identifier")
        .or(() -> item.text("name"))
        .map(identifier -> new Published(line(registry), line(identifier), version(item)));
  }

  /** Builds put the version in where its place is held. */
  private static String version(JsonObject object) {
    String version = line(object.text("version").orElse(""));
    return version.contains("$") || version.contains("{") ? "" : version;
  }

  private static List<Fact> facts(
      String path, String name, List<Published> packages, JsonObject object) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("published/registry-name", name, path));
    for (Published each : packages) {
      String version = each.version().isEmpty() ? "" : "@" + each.version();
      facts.add(
          fact("published/package", each.registry() + ":" + each.identifier() + version, path));
    }
    for (JsonObject remote : objects(object, "remotes")) {
      remote.text("url").ifPresent(url -> facts.add(fact("published/remote", url, path)));
      objects(remote, "headers").forEach(header -> setting(header, path).ifPresent(facts::add));
    }
    for (JsonObject item : objects(object, "packages")) {
      objects(item, "environmentVariables")
          .forEach(variable -> setting(variable, path).ifPresent(facts::add));
    }
    return facts;
  }

  private static Optional<Fact> setting(JsonObject variable, String path) {
    boolean secret = variable.isTrue("isSecret");
    return variable
        .text("name")
        .map(name -> fact("published/setting", secret ? name + " (secret)" : name, path));
  }

  /**
   * What the settings of a directory of servers state: what is asked of users, who maintains it.
   */
  static List<Fact> directoryFacts(String path, JsonObject settings) {
    List<Fact> facts = new ArrayList<>();
    settings
        .object("startCommand")
        .object("configSchema")
        .object("properties")
        .members()
        .keySet()
        .forEach(name -> facts.add(fact("published/setting", name, path)));
    for (JsonValue maintainer : settings.items("maintainers")) {
      maintainer.text().ifPresent(name -> facts.add(fact("published/maintainer", name, path)));
    }
    return facts;
  }

  /** What the server is published as in the registry of these packages. */
  List<String> publishedAs(Ecosystem ecosystem) {
    String registry =
        switch (ecosystem) {
          case NPM -> "npm";
          case PYTHON -> "pypi";
          case DOTNET -> "nuget";
          default -> "";
        };
    return packages.stream()
        .filter(each -> !registry.isEmpty() && each.registry().equals(registry))
        .map(Published::identifier)
        .toList();
  }

  /** Whether the server is published as this package. */
  boolean names(SourcePackage source) {
    return publishedAs(source.ecosystem()).stream()
        .anyMatch(name -> canonical(name).equals(canonical(source.name())));
  }

  /** Registries differ in it; none has two packages that differ in case and separators alone. */
  private static String canonical(String name) {
    return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
  }

  static Fact fact(String id, String value, String where) {
    return new Fact(id, line(SecretRedactor.byShape().redact(value)), where);
  }

  static String line(String text) {
    return SafeText.line(text, MAX_TEXT).strip();
  }

  private static List<JsonObject> objects(JsonObject object, String name) {
    return object.items(name).stream().map(JsonValue::asObject).toList();
  }
}
