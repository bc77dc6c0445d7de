package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A server as a registry describes it ({@code server.json}), in any of the forms that the format
 * has had. Immutable.
 *
 * @param name the name in the registry, {@code NAMESPACE/NAME}
 * @param version empty when there is none
 * @param title the name for people, empty when there is none
 * @param targets where its tools can be had from, the best first
 * @param unread packages of kinds that are not read, as {@code KIND:NAME}
 * @param deleted whether the registry has taken it out
 * @param latest whether this is its newest version, as far as the registry says
 */
public record ServerRecord(
    String name,
    String version,
    String title,
    String description,
    List<ScanTarget> targets,
    List<String> unread,
    boolean deleted,
    boolean latest) {

  private static final String OFFICIAL = "io.modelcontextprotocol.registry/official";
  private static final Pattern GITHUB =
      Pattern.compile("(?:git\\+)?https://github\\.com/([^/\\s]+/[^/\\s#?]+?)(?:\\.git)?/?");
  private static final Set<String> READ = Set.of("npm", "pypi", "oci", "docker", "mcpb");
  private static final int MAX_TEXT = 2_000;

  public ServerRecord {
    targets = List.copyOf(targets);
    unread = List.copyOf(unread);
  }

  /** Reads a record, bare or within {@code {"server": …}}; empty when the object is none. */
  public static Optional<ServerRecord> of(JsonObject object) {
    JsonObject server = object.object("server");
    JsonObject bare = server.isEmpty() ? object : server;
    Optional<String> name = bare.text("name").filter(text -> !text.isBlank());
    boolean described =
        bare.get("packages").isPresent()
            || bare.get("remotes").isPresent()
            || bare.get("repository").isPresent()
            || bare.get("version_detail").isPresent()
            || !server.isEmpty();
    if (name.isEmpty() || !described) {
      return Optional.empty();
    }
    JsonObject official = official(object, bare);
    String status = official.text("status").or(() -> bare.text("status")).orElse("active");
    JsonObject detail = bare.object("version_detail");
    return Optional.of(
        new ServerRecord(
            SafeText.line(name.get(), MAX_TEXT),
            SafeText.line(
                bare.text("version").or(() -> detail.text("version")).orElse(""), MAX_TEXT),
            SafeText.line(bare.text("title").orElse(""), MAX_TEXT),
            SafeText.line(bare.text("description").orElse(""), MAX_TEXT),
            targets(bare),
            unread(bare),
            status.equals("deleted"),
            !isFalse(official, "isLatest")
                && !isFalse(official, "is_latest")
                && !isFalse(detail, "is_latest")));
  }

  /**
   * Where the tools of a record can be had from, the best first, whatever else the record lacks; it
   * stands bare or within {@code {"server": …}}.
   */
  public static List<ScanTarget> targetsOf(JsonObject object) {
    JsonObject server = object.object("server");
    return targets(server.isEmpty() ? object : server);
  }

  /**
   * The server when no place yielded anything: known, and not scanned.
   *
   * @param target what the user asked for
   * @param failures what was wrong with the places
   */
  public ServerManifest withoutTools(String target, List<Gap> failures) {
    List<Gap> gaps = new ArrayList<>(failures);
    unread.forEach(item -> gaps.add(new Gap(item, Gap.Kind.UNSUPPORTED, whyUnread(item))));
    if (gaps.isEmpty()) {
      gaps.add(new Gap(target, Gap.Kind.UNSUPPORTED, "its record names no place that can be read"));
    }
    return new ServerManifest(
        "registry:" + name,
        title.isEmpty() ? name : title,
        version,
        target,
        CollectionMethod.DECLARED,
        description,
        "",
        List.of(),
        List.of(),
        List.of(),
        gaps);
  }

  private static String whyUnread(String item) {
    return item.startsWith("nuget:")
        ? "holds compiled code; which tools it has shows only when it runs"
        : "packages of this kind are not read";
  }

  private static JsonObject official(JsonObject object, JsonObject bare) {
    JsonObject outside = object.object("_meta").object(OFFICIAL);
    return outside.isEmpty() ? bare.object("_meta").object(OFFICIAL) : outside;
  }

  private static List<ScanTarget> targets(JsonObject server) {
    Set<String> texts = new LinkedHashSet<>();
    List<JsonObject> packages = objects(server, "packages");
    for (String kind : List.of("npm", "pypi")) {
      packages.forEach(item -> published(item, kind).ifPresent(texts::add));
    }
    packages.forEach(item -> bundle(item).ifPresent(texts::add));
    for (JsonObject remote : objects(server, "remotes")) {
      remote.text("url").filter(ServerRecord::isAddress).ifPresent(texts::add);
    }
    packages.forEach(item -> published(item, "oci").ifPresent(texts::add));
    JsonObject repository = server.object("repository");
    repository
        .text("url")
        .map(GITHUB::matcher)
        .filter(matcher -> matcher.matches())
        .ifPresent(matcher -> texts.add("github:" + matcher.group(1) + folder(repository)));
    List<ScanTarget> targets = new ArrayList<>();
    for (String text : texts) {
      try {
        targets.add(ScanTarget.parse(text));
      } catch (InvalidTargetException unknownForm) {
        // A record may name what nobody can fetch; its other places are still good.
      }
    }
    return targets;
  }

  private static List<String> unread(JsonObject server) {
    return objects(server, "packages").stream()
        .filter(item -> !READ.contains(type(item)))
        .map(
            item ->
                type(item) + ":" + item.text("identifier").or(() -> item.text("name")).orElse(""))
        .map(text -> SafeText.line(text, MAX_TEXT))
        .toList();
  }

  /** A template is no address; nor may a record name files of this machine. */
  private static boolean isAddress(String url) {
    return (url.startsWith("https://") || url.startsWith("http://")) && !url.contains("{");
  }

  private static String folder(JsonObject repository) {
    return repository
        .text("subfolder")
        .map(text -> text.replaceAll("^[./]+|/+$", ""))
        .filter(text -> !text.isEmpty())
        .map(text -> "/" + text)
        .orElse("");
  }

  /** An archive at an address, with the checksum that it has to have. */
  private static Optional<String> bundle(JsonObject item) {
    Optional<String> address = item.text("identifier").filter(ServerRecord::isAddress);
    if (!type(item).equals("mcpb") || address.isEmpty()) {
      return Optional.empty();
    }
    String checksum =
        item.text("fileSha256")
            .or(() -> item.text("file_sha256"))
            .map(hex -> "#sha256=" + hex)
            .orElse("");
    return Optional.of(address.get().replaceFirst("#.*", "") + checksum);
  }

  private static String type(JsonObject item) {
    return item.text("registryType")
        .or(() -> item.text("registry_type"))
        .or(() -> item.text("registry_name"))
        .orElse("");
  }

  private static Optional<String> published(JsonObject item, String kind) {
    String type = type(item);
    String same = type.equals("docker") ? "oci" : type;
    Optional<String> name = item.text("identifier").or(() -> item.text("name"));
    if (!same.equals(kind) || name.isEmpty()) {
      return Optional.empty();
    }
    String version = item.text("version").filter(text -> !text.isBlank()).orElse("");
    if (kind.equals("oci")) {
      boolean complete = name.get().matches(".*(:[^/]+|@sha256:.*)") || version.isEmpty();
      return Optional.of("oci:" + name.get() + (complete ? "" : ":" + version));
    }
    return Optional.of(kind + ":" + name.get() + (version.isEmpty() ? "" : "@" + version));
  }

  private static List<JsonObject> objects(JsonObject object, String name) {
    return object.items(name).stream().map(JsonValue::asObject).toList();
  }

  private static boolean isFalse(JsonObject object, String name) {
    return object.get(name).filter(JsonBoolean.FALSE::equals).isPresent();
  }
}
