package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.collect.listing.ToolListReader;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a registry that is a tree of files: a folder a server, with {@code server.yaml} and {@code
 * tools.json} in it, or {@code server.json} files anywhere.
 */
final class ServerFolders {
  private static final Pattern SERVER_YAML = Pattern.compile("(.*/)?servers/[^/]+/server\\.ya?ml");
  private static final Pattern SERVER_JSON = Pattern.compile("(.*/)?server\\.json");
  private static final Pattern GITHUB =
      Pattern.compile("https://github\\.com/([^/\\s]+/[^/\\s#?]+?)(?:\\.git)?/?");
  private static final int MAX_FILE = 4 << 20;
  private static final int MAX_TEXT = 2_000;

  private final SourceTree tree;
  private final List<IndexLine> entries = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private ServerFolders(SourceTree tree) {
    this.tree = tree;
  }

  /** What the tree lists, and what of it could not be read. */
  record Listed(List<IndexLine> entries, List<Gap> gaps) {}

  static Listed read(SourceTree tree) {
    ServerFolders folders = new ServerFolders(tree);
    for (SourceFile file : tree.files()) {
      if (SERVER_YAML.matcher(file.path()).matches()) {
        folders.yaml(file);
      } else if (SERVER_JSON.matcher(file.path()).matches()) {
        folders.json(file);
      }
    }
    folders.gaps.addAll(tree.gaps());
    return new Listed(List.copyOf(folders.entries), List.copyOf(folders.gaps));
  }

  private void yaml(SourceFile file) {
    Optional<String> text = text(file);
    if (text.isEmpty()) {
      return;
    }
    JsonObject server;
    try {
      server = YamlReader.withDefaultLimits().parse(text.get()).asObject();
    } catch (MalformedJsonException e) {
      gaps.add(new Gap(file.path(), Gap.Kind.MALFORMED, e.getMessage()));
      return;
    }
    JsonObject about = server.object("about");
    String name =
        server.text("name").orElse(file.folder().substring(file.folder().lastIndexOf('/') + 1));
    entries.add(
        new IndexLine(
            SafeText.line(about.text("title").orElse(name), MAX_TEXT),
            "",
            SafeText.line(about.text("description").orElse(""), MAX_TEXT),
            target(server),
            tools(file.folder())));
  }

  private static Optional<ScanTarget> target(JsonObject server) {
    Optional<String> remote = server.object("remote").text("url");
    Optional<String> image = server.text("image").map(text -> "oci:" + text);
    Optional<String> project =
        server
            .object("source")
            .text("project")
            .map(GITHUB::matcher)
            .filter(Matcher::matches)
            .map(matcher -> "github:" + matcher.group(1));
    return image
        .flatMap(ServerFolders::parsed)
        .or(() -> remote.flatMap(ServerFolders::parsed))
        .or(() -> project.flatMap(ServerFolders::parsed));
  }

  private static Optional<ScanTarget> parsed(String text) {
    try {
      return Optional.of(ScanTarget.parse(text));
    } catch (InvalidTargetException e) {
      return Optional.empty();
    }
  }

  /** {@code tools.json}: an array of tools, or an object that holds one. */
  private List<ToolDefinition> tools(String folder) {
    String path = folder + "/tools.json";
    Optional<SourceFile> file =
        tree.files().stream().filter(found -> found.path().equals(path)).findFirst();
    Optional<String> text = file.flatMap(this::text);
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      JsonValue value = JsonReader.withDefaultLimits().parse(text.get());
      JsonArray array =
          value instanceof JsonArray list
              ? list
              : value.asObject().get("tools").map(JsonValue::asArray).orElse(JsonArray.EMPTY);
      ToolListReader reader = new ToolListReader(CollectLimits.DEFAULT, path);
      reader.add(array);
      gaps.addAll(reader.gaps());
      return reader.tools();
    } catch (MalformedJsonException e) {
      gaps.add(new Gap(path, Gap.Kind.MALFORMED, e.getMessage()));
      return List.of();
    }
  }

  private void json(SourceFile file) {
    Optional<String> text = text(file);
    if (text.isEmpty()) {
      return;
    }
    try {
      ServerRecord.of(JsonReader.withDefaultLimits().parse(text.get()).asObject())
          .map(IndexLine::of)
          .ifPresent(entries::add);
    } catch (MalformedJsonException e) {
      gaps.add(new Gap(file.path(), Gap.Kind.MALFORMED, e.getMessage()));
    }
  }

  private Optional<String> text(SourceFile file) {
    try {
      return SourceText.decode(tree.read(file, MAX_FILE));
    } catch (IOException e) {
      gaps.add(new Gap(file.path(), Gap.Kind.UNREACHABLE, "the file cannot be read"));
      return Optional.empty();
    }
  }
}
