package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.config.ClientFiles.ClientFile;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Collects the servers that clients are configured to use, from one file or from all clients of
 * this machine. Packages are read without running them; anything else is listed only when the user
 * allowed to run it. Immutable.
 */
public final class ConfigCollector implements ToolCollector {
  private static final int PARALLEL = 4;
  private static final int MAX_NAME = 200;
  private static final int MAX_LAUNCH = 500;

  /** What no configuration is without; looked for before a file is parsed. */
  private static final List<String> MARKS =
      List.of("mcp", "context_servers", "\"servers\"", "\"command\"", "\"url\"");

  private final Machine machine;
  private final EntryCollector entries;
  private final Consumer<String> notices;

  /**
   * @param collector reads packages, runs commands and calls addresses
   * @param notices takes what is about to be run and called, before it is
   */
  public ConfigCollector(Machine machine, ToolCollector collector, Consumer<String> notices) {
    this.machine = machine;
    this.notices = notices;
    this.entries = new EntryCollector(machine.environment(), collector);
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.CLIENTS
        || (target.kind() == ScanTarget.Kind.FILE && isConfiguration(Path.of(target.text())));
  }

  /** A file that is broken, but would be a configuration, is one: its fault is told here. */
  private static boolean isConfiguration(Path file) {
    if (ConfigurationFile.Language.of(file.toString()) != ConfigurationFile.Language.JSON) {
      return true;
    }
    String text;
    try {
      text = ConfigurationFile.text(file);
    } catch (CollectException e) {
      return false;
    }
    if (MARKS.stream().noneMatch(text::contains)) {
      return false;
    }
    try {
      return ServerEntries.find(ConfigurationFile.parse(file.toString(), text)).isPresent();
    } catch (CollectException e) {
      return e.getCause() instanceof MalformedJsonException && text.contains("\"mcpServers\"");
    }
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    List<Gap> gaps = new ArrayList<>();
    List<Named> servers = servers(target, gaps);
    if (servers.isEmpty()) {
      throw new CollectException(
          gaps.isEmpty() ? Gap.Kind.NOT_FOUND : gaps.get(0).kind(),
          target.text()
              + ": no server is configured"
              + (gaps.isEmpty() ? "" : "; " + gaps.get(0).reason()));
    }
    CollectOptions each = servers.size() == 1 ? options : options.withName(Optional.empty());
    if (options.run()) {
      launches(servers).forEach(notices);
    }
    List<Collected> results = collectAll(target, servers, each);
    List<ServerManifest> manifests = new ArrayList<>();
    Set<String> hosts = new TreeSet<>();
    for (Collected result : results) {
      manifests.addAll(result.servers());
      gaps.addAll(result.gaps());
      hosts.addAll(result.hosts());
    }
    return new Collected(manifests, gaps, hosts);
  }

  /** What {@code --run} is about to start and call, secrets removed. */
  private static List<String> launches(List<Named> servers) {
    SecretRedactor redactor = SecretRedactor.byShape();
    return servers.stream()
        .map(Named::server)
        .filter(server -> !server.disabled())
        .map(
            server ->
                server.command().isEmpty()
                    ? "calling " + server.name() + ": " + redactor.redact(server.url().orElse(""))
                    : "running " + server.name() + ": " + redactor.redactCommand(server.command()))
        .map(line -> SafeText.line(line, MAX_LAUNCH))
        .toList();
  }

  /** A server with the id it has in the catalogue. */
  private record Named(String id, ConfiguredServer server) {}

  private List<Named> servers(ScanTarget target, List<Gap> gaps) throws CollectException {
    Map<String, Integer> taken = new HashMap<>();
    List<Named> servers = new ArrayList<>();
    if (target.kind() == ScanTarget.Kind.FILE) {
      Path file = Path.of(target.text());
      addFrom(file, "file:" + ScanTarget.stem(target.text()), servers, taken, gaps);
      return servers;
    }
    for (ClientFile file : ClientFiles.existing(machine)) {
      try {
        addFrom(file.path(), "config:" + file.client(), servers, taken, gaps);
      } catch (CollectException e) {
        gaps.add(e.gapAt(file.path().toString()));
      }
    }
    return servers;
  }

  private static void addFrom(
      Path file, String prefix, List<Named> servers, Map<String, Integer> taken, List<Gap> gaps)
      throws CollectException {
    JsonValue document = ConfigurationFile.read(file);
    if (holdsTools(document)) {
      gaps.add(
          new Gap(
              file + "#/tools",
              Gap.Kind.UNSUPPORTED,
              "a listing of tools beside servers; it is read in a file of its own"));
    }
    for (ServerEntries.Entry entry : ServerEntries.find(document).orElse(List.of())) {
      ConfiguredServer server = EntryReader.read(entry, file.toString());
      String id = prefix + "/" + SafeText.line(server.name(), MAX_NAME);
      int number = taken.merge(id, 1, Integer::sum);
      servers.add(new Named(number == 1 ? id : id + "#" + number, server));
    }
  }

  /** Whether there is a listing, too; other programs' configurations have names of tools there. */
  private static boolean holdsTools(JsonValue document) {
    return document.asObject().items("tools").stream()
        .anyMatch(tool -> tool.asObject().text("name").isPresent());
  }

  private List<Collected> collectAll(ScanTarget target, List<Named> servers, CollectOptions options)
      throws CollectException {
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(PARALLEL, servers.size()));
    try {
      List<Future<Collected>> results = new ArrayList<>();
      for (Named named : servers) {
        results.add(
            workers.submit(
                () -> entries.collect(named.id(), target.text(), named.server(), options)));
      }
      List<Collected> collected = new ArrayList<>();
      for (Future<Collected> result : results) {
        collected.add(result.get());
      }
      return collected;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, target.text() + ": interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }
}
