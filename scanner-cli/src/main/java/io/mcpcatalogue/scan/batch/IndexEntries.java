package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.listing.JsonText;
import io.mcpcatalogue.collect.listing.ToolListReader;
import io.mcpcatalogue.collect.registry.ServerRecord;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the lines of an index: a server with its tools, a target, or a record of the official
 * registry. Immutable and thread-safe.
 */
final class IndexEntries {
  private static final int MAX_ID = 500;
  private static final int MAX_QUOTE = 200;
  private static final byte[] TOOLS = "\"tools\"".getBytes(StandardCharsets.US_ASCII);

  /** What an index may name. Files of this machine and commands are not for an index to choose. */
  private static final Set<ScanTarget.Kind> KINDS =
      Set.of(
          ScanTarget.Kind.NPM,
          ScanTarget.Kind.PYPI,
          ScanTarget.Kind.GITHUB,
          ScanTarget.Kind.OCI,
          ScanTarget.Kind.REGISTRY,
          ScanTarget.Kind.URL,
          ScanTarget.Kind.DOWNLOAD);

  private final JsonReader reader = JsonReader.withDefaultLimits();
  private final String index;

  /** Reads the lines of the index of this name. */
  IndexEntries(String index) {
    this.index = index;
  }

  /** Whether a line that was not read yet seems to bring its tools with it. */
  static boolean seemsListed(BoundedLines.Line line) {
    return line.contains(TOOLS);
  }

  IndexEntry read(BoundedLines.Line line) {
    if (line.tooLong()) {
      return unreadable(line, Gap.Kind.LIMIT, "the line is too long");
    }
    JsonText text;
    try {
      text = JsonText.parse(reader, line.bytes());
    } catch (MalformedJsonException e) {
      Gap.Kind kind = e.beyondLimits() ? Gap.Kind.LIMIT : Gap.Kind.MALFORMED;
      return unreadable(line, kind, e.getMessage());
    }
    if (!(text.value() instanceof JsonObject object)) {
      return unreadable(line, Gap.Kind.MALFORMED, "no JSON object");
    }
    Optional<String> id = object.text("id").filter(given -> !given.isEmpty());
    if (id.isPresent() && !isUsable(id.get())) {
      return unreadable(
          line, Gap.Kind.MALFORMED, "an id that is too long or has control characters");
    }
    if (!(object.members().getOrDefault("tools", JsonNull.NULL) instanceof JsonNull)) {
      return listed(line, object, id, text.replaced());
    }
    return target(line, object, id);
  }

  private static boolean isUsable(String id) {
    return id.length() <= MAX_ID && id.equals(SafeText.line(id));
  }

  private IndexEntry listed(
      BoundedLines.Line line, JsonObject object, Optional<String> givenId, boolean replaced) {
    if (!(object.members().get("tools") instanceof JsonArray tools)) {
      return unreadable(line, Gap.Kind.MALFORMED, "its tools are no array");
    }
    String source = sourceOf(object);
    String id =
        givenId
            .or(() -> Optional.of(source).filter(known -> !known.isEmpty()))
            .or(() -> object.text("name").map(name -> "index:" + name))
            .orElse("");
    if (id.isEmpty() || !isUsable(id)) {
      return unreadable(line, Gap.Kind.MALFORMED, "neither id, source nor name");
    }
    ToolListReader list = new ToolListReader(CollectLimits.DEFAULT, "index");
    list.add(tools);
    List<Gap> gaps = new ArrayList<>(list.gaps());
    if (replaced) {
      gaps.add(new Gap(index, Gap.Kind.MALFORMED, JsonText.REPLACED));
    }
    if (tools.values().isEmpty()) {
      gaps.add(new Gap(index, Gap.Kind.NOT_FOUND, "no tools are listed"));
    }
    return new IndexEntry.Listed(
        new ServerManifest(
            id,
            object.text("name").filter(name -> !name.isBlank()).orElse(id),
            object.text("version").orElse(""),
            source,
            CollectionMethod.DECLARED,
            object.text("description").orElse(""),
            object.text("instructions").orElse(""),
            list.tools(),
            List.of(),
            List.of(),
            gaps));
  }

  private IndexEntry target(BoundedLines.Line line, JsonObject object, Optional<String> id) {
    String written = object.text("target").orElseGet(() -> sourceOf(object));
    if (written.isEmpty()) {
      return record(line, object, id);
    }
    try {
      // Local files exist or not by the machine; what has no scheme is refused before it is looked
      // up.
      ScanTarget target = hasScheme(written) ? ScanTarget.parse(written) : null;
      if (target == null || !KINDS.contains(target.kind())) {
        return unreadable(
            line,
            Gap.Kind.NOT_ALLOWED,
            "an index may not name files or commands of this machine: "
                + SafeText.line(written, MAX_QUOTE));
      }
      return new IndexEntry.Target(List.of(target), id);
    } catch (InvalidTargetException e) {
      return unreadable(line, Gap.Kind.UNSUPPORTED, SafeText.line(e.getMessage(), MAX_QUOTE));
    }
  }

  private IndexEntry record(BoundedLines.Line line, JsonObject object, Optional<String> id) {
    Optional<ServerRecord> record = ServerRecord.of(object);
    if (record.filter(found -> !found.latest()).isPresent()) {
      // The list of a registry has all versions, the oldest first, and the first line would count.
      return unreadable(
          line,
          Gap.Kind.DUPLICATE,
          "the registry has a later version of "
              + SafeText.line(record.get().name(), MAX_QUOTE)
              + " than "
              + SafeText.line(record.get().version(), MAX_QUOTE));
    }
    List<ScanTarget> places =
        ServerRecord.targetsOf(object).stream()
            .filter(target -> KINDS.contains(target.kind()))
            .toList();
    if (!places.isEmpty()) {
      return new IndexEntry.Target(places, id);
    }
    return record
        .map(found -> found.withoutTools("registry:" + found.name(), List.of()))
        .map(server -> id.map(server::withId).orElse(server))
        .filter(server -> isUsable(server.id()))
        .<IndexEntry>map(IndexEntry.Listed::new)
        .orElseGet(
            () ->
                unreadable(
                    line,
                    Gap.Kind.UNSUPPORTED,
                    "neither tools nor a source that could be collected"));
  }

  private static boolean hasScheme(String target) {
    int colon = target.indexOf(':');
    return colon > 1 && target.substring(0, colon).chars().allMatch(Character::isLetterOrDigit);
  }

  /** The source as a target: its kind and its name. */
  private static String sourceOf(JsonObject object) {
    JsonObject source = object.object("source");
    String ref = source.text("ref").orElse("");
    String type = source.text("type").orElse("");
    if (ref.isEmpty() || ref.startsWith("https://") || ref.startsWith("http://")) {
      return ref;
    }
    return type.isEmpty() ? ref : type + ":" + ref;
  }

  private IndexEntry unreadable(BoundedLines.Line line, Gap.Kind kind, String reason) {
    return new IndexEntry.Unreadable(new Gap(index + ":" + line.number(), kind, reason));
  }
}
