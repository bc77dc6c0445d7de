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

  private final Packages packages;
  private final SourceCache cache;
  private final List<SourceFile> files;

  /**
   * @param files those of the tree that {@link #concerns} accepts, sorted by path
   */
  public Publications(Packages packages, SourceCache cache, List<SourceFile> files) {
    this.packages = packages;
    this.cache = cache;
    this.files = List.copyOf(files);
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
    for (SourceFile file : files) {
      boolean here = home(file).equals(source.folder());
      Optional<JsonObject> content =
          here || file.name().equals(RECORD) ? content(file, here, gaps) : Optional.empty();
      if (content.isPresent() && file.name().equals(RECORD)) {
        ServerDescription.of(file.path(), content.get())
            .filter(record -> isOf(record, here, source))
            .ifPresent(records::add);
      } else if (content.isPresent()) {
        facts.addAll(ServerDescription.directoryFacts(file.path(), content.get()));
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

  /** The folder of the package that the file lies with. */
  private String home(SourceFile file) {
    return packages.owner(file.path(), Set.of()).folder();
  }

  private Optional<JsonObject> content(SourceFile file, boolean here, Set<Gap> gaps) {
    Optional<String> text = cache.text(file.path());
    try {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      JsonValue value =
          file.name().endsWith(".yaml")
              ? YamlReader.withDefaultLimits().parse(text.get())
              : JsonReader.withDefaultLimits().parse(text.get());
      return Optional.of(value.asObject());
    } catch (MalformedJsonException e) {
      if (here) {
        gaps.add(new Gap(file.path(), Gap.Kind.MALFORMED, e.getMessage()));
      }
      return Optional.empty();
    }
  }

  /** A record is of the packages that it names; when the tree has none of these, of its folder. */
  private boolean isOf(ServerDescription record, boolean here, SourcePackage source) {
    boolean named = packages.all().stream().anyMatch(record::names);
    return named ? record.names(source) : here;
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
