package io.mcpcatalogue.collect.listing;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a saved listing: a {@code tools/list} result, bare or as JSON-RPC answer, an array of tools
 * or of answers, or one answer a line. It takes every JSON file, so it stands behind the collectors
 * that recognise a file by its content. Immutable.
 */
public final class ListingCollector implements ToolCollector {
  private static final int MAX_NAME = 200;

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.FILE;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    int most = (int) Math.min(options.limits().maxAnswerBytes(), Integer.MAX_VALUE - 64);
    byte[] bytes = InputFile.read(Path.of(target.text()), most);
    ServerPages pages = new ServerPages(options.limits(), target.text());
    List<Gap> gaps = new ArrayList<>();
    JsonText text = parse(target.text(), bytes, options.limits());
    if (text.replaced()) {
      gaps.add(new Gap(target.text(), Gap.Kind.MALFORMED, JsonText.REPLACED));
    }
    if (isIndex(text.value())) {
      throw new CollectException(
          Gap.Kind.UNSUPPORTED, target.text() + ": an index of servers, which 'batch' reads");
    }
    pages.add(text.value());
    gaps.addAll(pages.gaps());
    if (!pages.listSeen()) {
      throw new CollectException(
          Gap.Kind.UNSUPPORTED, target.text() + ": " + whatElse(text.value(), gaps));
    }
    return Collected.of(manifest(target.text(), options, pages, gaps));
  }

  private static ServerManifest manifest(
      String file, CollectOptions options, ServerPages pages, List<Gap> gaps) {
    String given = options.name().orElseGet(() -> ScanTarget.stem(file));
    String claimed =
        pages.serverInfo().text("title").or(() -> pages.serverInfo().text("name")).orElse("");
    return new ServerManifest(
        "file:" + given,
        options.name().isPresent() || claimed.isBlank() ? given : SafeText.line(claimed, MAX_NAME),
        SafeText.line(pages.serverInfo().text("version").orElse(""), MAX_NAME),
        file,
        pages.tools().schemaSeen() || pages.tools().tools().isEmpty()
            ? CollectionMethod.LISTED
            : CollectionMethod.DECLARED,
        "",
        pages.instructions(),
        pages.tools().tools(),
        pages.offered(),
        List.of(),
        gaps);
  }

  private static JsonText parse(String file, byte[] bytes, CollectLimits limits)
      throws CollectException {
    JsonReader reader =
        new JsonReader(JsonLimits.DEFAULT.withMaxDocumentLength(limits.maxAnswerBytes()));
    try {
      return JsonText.parse(reader, bytes);
    } catch (MalformedJsonException e) {
      if (!e.beyondLimits()) {
        Optional<JsonText> lines = lineByLine(reader, bytes);
        if (lines.isPresent()) {
          return lines.get();
        }
      }
      throw new CollectException(
          e.beyondLimits() ? Gap.Kind.LIMIT : Gap.Kind.MALFORMED, file + ": " + e.getMessage(), e);
    }
  }

  /** A recorded session: one answer a line. */
  private static Optional<JsonText> lineByLine(JsonReader reader, byte[] bytes) {
    List<JsonValue> answers = new ArrayList<>();
    boolean replaced = false;
    BoundedLines lines = new BoundedLines(new ByteArrayInputStream(bytes), bytes.length);
    try {
      for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          JsonText answer = JsonText.parse(reader, line.get().bytes());
          answers.add(answer.value());
          replaced |= answer.replaced();
        }
      }
    } catch (IOException | MalformedJsonException e) {
      return Optional.empty();
    }
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(new JsonText(new JsonArray(answers), replaced));
  }

  /** One server a line: what their tools are together is nobody's listing. */
  private static boolean isIndex(JsonValue value) {
    return value.asArray().values().stream()
        .map(JsonValue::asObject)
        .anyMatch(
            line ->
                line.object("source").text("ref").isPresent() || line.text("target").isPresent());
  }

  /** What the file is instead, as far as that helps its owner. */
  private static String whatElse(JsonValue value, List<Gap> gaps) {
    JsonObject object = value.asObject();
    for (String member : List.of("mcpServers", "mcp_servers", "servers", "context_servers")) {
      if (object.get(member).isPresent()) {
        return "a client configuration (\"" + member + "\"), not a listing of tools";
      }
    }
    if (object.get("name").isPresent() && object.get("inputSchema").isPresent()) {
      return "one tool, which 'classify' judges, not a listing of tools";
    }
    return gaps.stream()
        .map(Gap::reason)
        .filter(reason -> reason.startsWith(ServerPages.ERROR_ANSWER))
        .findFirst()
        .orElse("no listing of tools: neither a \"tools\" array, nor an array of tools");
  }
}
