package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.extract.packages.Packages;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.tool.SourceCache;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the packages of a tree are published: their descriptions for registries and directories of
 * servers, and the name that a package claims in a registry. Immutable.
 */
public final class Publications {
  private static final long MAX_BYTES = 1L << 20;
  private static final int MAX_FACTS = 200;
  private static final String RECORD = "server.json";

  /** Where packages for .NET keep their record. */
  private static final String RECORD_FOLDER = ".mcp";

  private final SourceCache cache;
  private final List<Description> descriptions;

  /**
   * One file, read.
   *
   * @param home the folder of the package that it lies with
   * @param fault why it cannot be read
   * @param record what it says, if it is a record for a registry
   * @param directory what it says, if it is for a directory
   * @param named whether the record names a package of the tree
   */
  private record Description(
      String path,
      String home,
      Optional<Gap> fault,
      Optional<ServerDescription> record,
      Optional<JsonObject> directory,
      boolean named) {

    /**
     * A record is of the packages that it names; when the tree has none of these, of its folder.
     */
    boolean isOf(SourcePackage source) {
      return named
          ? record.filter(each -> each.names(source)).isPresent()
          : home.equals(source.folder());
    }
  }

  /**
   * @param files those of the tree that {@link #concerns} accepts, sorted by path
   */
  public Publications(Packages packages, SourceCache cache, List<SourceFile> files) {
    this.cache = cache;
    this.descriptions = files.stream().map(file -> read(file, packages)).toList();
  }

  /** Whether a file of this name may describe a server. */
  public static boolean concerns(SourceFile file) {
    return file.size() <= MAX_BYTES
        && (file.name().equals(RECORD)
            || file.name().equals("smithery.yaml")
            || file.name().equals("glama.json"));
  }

  /** Whether the file is a record of a server in the one hidden folder that has any. */
  public static boolean isHiddenRecord(SourceFile file) {
    return file.path().equals(RECORD_FOLDER + "/" + RECORD)
        || file.path().endsWith("/" + RECORD_FOLDER + "/" + RECORD);
  }

  /** What is said of one package. */
  public Publication of(SourcePackage source) {
    Set<Fact> facts = new LinkedHashSet<>();
    Set<Gap> gaps = new LinkedHashSet<>();
    List<ServerDescription> records = new ArrayList<>();
    for (Description each : descriptions) {
      each.record().filter(record -> each.isOf(source)).ifPresent(records::add);
      if (each.home().equals(source.folder())) {
        each.fault().ifPresent(gaps::add);
        each.directory()
            .ifPresent(said -> facts.addAll(ServerDescription.directoryFacts(each.path(), said)));
      }
    }
    Optional<String> claimed = claimedName(source);
    claimed.ifPresent(
        name ->
            facts.add(ServerDescription.fact("published/registry-name", name, manifest(source))));
    for (ServerDescription record : records) {
      facts.addAll(record.facts());
      contradiction(record, source).ifPresent(gaps::add);
      claimed
          .filter(name -> !name.equals(record.name()))
          .ifPresent(name -> gaps.add(otherName(record, name)));
    }
    return new Publication(
        records.stream().map(ServerDescription::version).findFirst().orElse(""),
        records.stream().map(ServerDescription::description).findFirst().orElse(""),
        facts.stream().limit(MAX_FACTS).toList(),
        List.copyOf(gaps));
  }

  private Description read(SourceFile file, Packages packages) {
    String home = packages.owner(file.path(), Set.of()).folder();
    Optional<JsonObject> content = Optional.empty();
    Optional<Gap> fault = Optional.empty();
    try {
      content = content(file);
    } catch (MalformedJsonException e) {
      fault = Optional.of(new Gap(file.path(), Gap.Kind.MALFORMED, e.getMessage()));
    }
    boolean isRecord = file.name().equals(RECORD);
    Optional<ServerDescription> record =
        content
            .filter(object -> isRecord)
            .flatMap(object -> ServerDescription.of(file.path(), object));
    boolean named =
        record.filter(each -> packages.all().stream().anyMatch(each::names)).isPresent();
    return new Description(
        file.path(), home, fault, record, content.filter(object -> !isRecord), named);
  }

  private Optional<JsonObject> content(SourceFile file) throws MalformedJsonException {
    Optional<String> text = cache.text(file.path());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    JsonValue value =
        file.name().endsWith(".yaml")
            ? YamlReader.withDefaultLimits().parse(text.get())
            : JsonReader.withDefaultLimits().parse(text.get());
    return Optional.of(value.asObject());
  }

  private Optional<Gap> contradiction(ServerDescription record, SourcePackage source) {
    List<String> published = record.publishedAs(source.ecosystem());
    return published.isEmpty() || record.names(source)
        ? Optional.empty()
        : Optional.of(
            new Gap(
                record.path(),
                Gap.Kind.CONTRADICTION,
                "it says that the server is published as "
                    + String.join(", ", published)
                    + ", its manifest calls it "
                    + ServerDescription.line(source.name())));
  }

  private static Gap otherName(ServerDescription record, String claimed) {
    return new Gap(
        record.path(),
        Gap.Kind.CONTRADICTION,
        "it calls the server " + record.name() + ", the package claims the name " + claimed);
  }

  private static String manifest(SourcePackage source) {
    return (source.folder().isEmpty() ? "" : source.folder() + "/") + "package.json";
  }

  private Optional<String> claimedName(SourcePackage source) {
    if (source.ecosystem() != Ecosystem.NPM) {
      return Optional.empty();
    }
    try {
      Optional<String> text = cache.text(manifest(source));
      return text.isEmpty()
          ? Optional.empty()
          : JsonReader.withDefaultLimits()
              .parse(text.get())
              .asObject()
              .text("mcpName")
              .map(ServerDescription::line)
              .filter(name -> !name.isEmpty());
    } catch (MalformedJsonException e) {
      // A manifest that cannot be read made no package; another one did.
      return Optional.empty();
    }
  }
}
