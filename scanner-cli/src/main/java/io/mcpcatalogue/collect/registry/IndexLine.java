package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.Reference;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of an index: a server, where it lies, and its tools as far as the list names them.
 * Immutable.
 *
 * @param name the name for people
 * @param version empty when unknown
 * @param tools the tools that the list itself describes
 */
public record IndexLine(
    String name,
    String version,
    String description,
    Optional<ScanTarget> target,
    List<ToolDefinition> tools) {

  public IndexLine {
    tools = List.copyOf(tools);
  }

  /** The line about a server that a registry describes. */
  static IndexLine of(ServerRecord record) {
    return new IndexLine(
        record.name(),
        record.version(),
        record.description(),
        record.targets().stream().findFirst(),
        List.of());
  }

  /** The server's id in the catalogue, the same as when its target is scanned by itself. */
  public String id() {
    return target
        .map(found -> found.reference().map(Reference::id).orElse(found.text()))
        .orElse("registry:" + name);
  }

  /** The line, in the form that {@code batch} reads. */
  public JsonObject toJson() {
    JsonObjectBuilder line = new JsonObjectBuilder().put("id", id()).put("name", name);
    line.putUnlessEmpty("version", version);
    target.ifPresent(
        found ->
            line.put(
                "source",
                new JsonObjectBuilder()
                    .put("type", type(found))
                    .put("ref", reference(found))
                    .build()));
    line.putUnlessEmpty("description", description);
    if (!tools.isEmpty()) {
      return line.put("tools", tools.stream().map(IndexLine::tool).toList()).build();
    }
    target.ifPresent(found -> line.put("target", found.text()));
    return line.build();
  }

  private static JsonObject tool(ToolDefinition tool) {
    JsonObjectBuilder object = new JsonObjectBuilder().put("name", tool.name());
    object.putUnlessEmpty("title", tool.title()).putUnlessEmpty("description", tool.description());
    if (!tool.inputSchema().isEmpty()) {
      object.put("inputSchema", tool.inputSchema());
    }
    if (!tool.annotations().isEmpty()) {
      object.put("annotations", tool.annotations());
    }
    return object.build();
  }

  private static String type(ScanTarget target) {
    return switch (target.kind()) {
      case NPM -> "npm";
      case PYPI -> "pypi";
      case OCI -> "docker";
      case GITHUB -> "github";
      case URL -> "remote";
      case DOWNLOAD -> "archive";
      default -> target.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String reference(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.URL || target.kind() == ScanTarget.Kind.DOWNLOAD
        ? target.text()
        : target.withoutKind();
  }
}
