package io.mcpcatalogue.cli.options;

import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.cli.words.Values;
import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.collect.LiveOptions;
import io.mcpcatalogue.collect.LiveOptions.Isolation;
import io.mcpcatalogue.collect.RemoteOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options for servers that are run or called. */
final class RunOptions implements Syntax.Part {
  /** What {@code --container} means without an image. */
  private static final String CHOSEN_IMAGE = "";

  private static final int MAX_ENVIRONMENT_FILE = 1 << 20;
  private final Option<String> run =
      Option.flag(
          "--run", "Run the servers that targets name (npx, configurations), and list them live.");
  private final Option<Map.Entry<String, String>> environment =
      Option.of(
              "--env",
              "NAME=VALUE",
              "A variable for a server that is run; it gets few others. Repeatable.",
              Values.pair(Values.TEXT))
          .repeatable();
  private final Option<Path> environmentFile =
      Option.path("--env-file", "FILE", "Variables for a server that is run: lines of NAME=VALUE.");
  private final Option<String> clientName =
      Option.text(
          "--client-name", "NAME", "How to name ourselves to servers; default mcp-catalogue.");
  private final Option<String> cloakCheck =
      Option.flag("--cloak-check", "List twice, under two client names, and report differences.");
  private final Option<String> isolate =
      Option.flag(
          "--isolate", "Run servers in their own user, process and network namespaces (Linux).");
  private final Option<String> container =
      Option.optionalText("--container", "IMAGE", "Run servers in a container without network.");

  @Override
  public void addTo(Syntax syntax) {
    syntax.with(run, environment, environmentFile, clientName, cloakCheck, isolate, container);
  }

  boolean run() {
    return run.isGiven();
  }

  LiveOptions live(RemoteOptions remote) {
    return new LiveOptions(
        environment(),
        clientName.value(LiveOptions.CLIENT_NAME),
        cloakCheck.isGiven(),
        isolation(),
        remote);
  }

  private Isolation isolation() {
    if (isolate.isGiven() && container.isGiven()) {
      throw new UsageException("either --isolate or --container: a server runs in one of them");
    }
    if (container.isGiven()) {
      return Isolation.container(container.value().filter(image -> !image.equals(CHOSEN_IMAGE)));
    }
    return isolate.isGiven() ? Isolation.NAMESPACES : Isolation.NONE;
  }

  private Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    if (environmentFile.isGiven()) {
      readEnvironmentFile(environmentFile.given(), all);
    }
    for (Map.Entry<String, String> variable : environment.values()) {
      all.put(variable.getKey(), variable.getValue());
    }
    return all;
  }

  private static void readEnvironmentFile(Path file, Map<String, String> into) {
    byte[] bytes;
    try {
      bytes = InputFile.read(file, MAX_ENVIRONMENT_FILE);
    } catch (CollectException e) {
      throw new UsageException(e.getMessage());
    }
    // A byte-order mark would be part of the first name, and nobody would see it.
    String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\\x{FEFF}", "");
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals <= 0) {
        // The line itself is not quoted: it may hold a secret.
        throw new UsageException(file + ":" + (i + 1) + ": not NAME=VALUE");
      }
      into.put(name(line.substring(0, equals)), unquoted(line.substring(equals + 1).strip()));
    }
  }

  /** Files that shells read as well say {@code export} before it. */
  private static String name(String written) {
    return written.strip().replaceFirst("^export\\s+", "");
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
