package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.RemoteOptions;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects one configured server: from its package without running it, or live when that is
 * allowed. Whatever fails, what the configuration itself says remains. Immutable.
 */
final class EntryCollector {
  private static final int MAX_NAME = 200;
  private static final Collected NOTHING = new Collected(List.of(), List.of(), Set.of());

  /** Compiled where it is asked for: most starts read no configuration. */
  private static final String GIT_AT_GITHUB =
      "(?:git\\+)?(?:https://|ssh://git@)github\\.com/([^/]+/[^/@#]+?)(?:\\.git)?"
          + "(?:[@#]([^#]+))?(?:#.*)?";

  private final Map<String, String> environment;
  private final ToolCollector collector;

  EntryCollector(Map<String, String> environment, ToolCollector collector) {
    this.environment = environment;
    this.collector = collector;
  }

  Collected collect(String id, String target, ConfiguredServer server, CollectOptions options) {
    LaunchCommand launch = LaunchCommand.of(server.command());
    List<Fact> facts = LaunchFacts.of(server, launch);
    List<Gap> gaps = new ArrayList<>();
    Collected found = NOTHING;
    if (server.disabled()) {
      gaps.add(gap(server, Gap.Kind.NOT_ALLOWED, "the client has it disabled; not looked at"));
    } else if (server.command().isEmpty() && server.url().isEmpty()) {
      gaps.add(gap(server, Gap.Kind.MALFORMED, "names neither a command nor an address"));
    } else if (options.run()) {
      found = live(server, options, gaps);
    } else {
      found = withoutRunning(server, launch, options, gaps);
    }
    String name = options.name().orElseGet(() -> SafeText.line(server.name(), MAX_NAME));
    ServerManifest entry = ServerManifest.unseen(id, name, target, gaps).withFacts(facts);
    return merged(entry, found);
  }

  private Collected live(ConfiguredServer server, CollectOptions options, List<Gap> gaps) {
    References references = new References(environment);
    Collected found;
    if (server.command().isEmpty()) {
      String address = references.resolved(server.url().orElseThrow());
      List<RemoteOptions.Header> headers = new ArrayList<>(options.live().remote().headers());
      references
          .resolved(server.headers())
          .forEach((name, value) -> headers.add(new RemoteOptions.Header(name, value)));
      CollectOptions calling =
          options.withLive(options.live().withRemote(options.live().remote().withHeaders(headers)));
      found = parsedAndCollected(server, address, calling, gaps);
    } else {
      Map<String, String> variables = new TreeMap<>(references.resolved(server.environment()));
      variables.putAll(options.live().environment());
      CollectOptions running = options.withLive(options.live().withEnvironment(variables));
      List<String> command = references.resolved(server.command());
      found = collected(server, ScanTarget.command(command), running, gaps);
    }
    if (!references.open().isEmpty()) {
      gaps.add(
          gap(
              server,
              Gap.Kind.CREDENTIALS,
              "refers to what only the client knows: " + String.join(", ", references.open())));
    }
    return found;
  }

  private Collected withoutRunning(
      ConfiguredServer server, LaunchCommand launch, CollectOptions options, List<Gap> gaps) {
    Optional<String> target = published(launch);
    if (target.isPresent() && !options.offline()) {
      return parsedAndCollected(server, target.get(), options, gaps);
    }
    String reason =
        server.command().isEmpty()
            ? "not called without --run"
            : target.isPresent()
                ? "its package is not fetched: --offline"
                : "not run without --run";
    gaps.add(gap(server, Gap.Kind.NOT_ALLOWED, reason));
    return NOTHING;
  }

  /** The target that holds the code of what a runner would fetch. */
  private static Optional<String> published(LaunchCommand launch) {
    String reference = launch.reference();
    Matcher git = Pattern.compile(GIT_AT_GITHUB).matcher(reference);
    if (git.matches()) {
      String ref = git.group(2) == null ? "" : "@" + git.group(2);
      return Optional.of("github:" + git.group(1) + ref);
    }
    if (reference.startsWith("github:")) {
      return Optional.of(reference.replace('#', '@'));
    }
    return switch (launch.kind()) {
      case NPM -> Optional.of("npm:" + reference);
      case PYPI -> Optional.of("pypi:" + reference);
      case IMAGE -> Optional.of("oci:" + reference);
      case PROGRAM -> Optional.empty();
    };
  }

  private Collected parsedAndCollected(
      ConfiguredServer server, String target, CollectOptions options, List<Gap> gaps) {
    try {
      return collected(server, ScanTarget.parse(target), options, gaps);
    } catch (InvalidTargetException e) {
      String safe = SecretRedactor.byShape().redact(e.getMessage());
      gaps.add(gap(server, Gap.Kind.UNSUPPORTED, SafeText.line(safe, 300)));
      return NOTHING;
    }
  }

  private Collected collected(
      ConfiguredServer server, ScanTarget target, CollectOptions options, List<Gap> gaps) {
    try {
      return collector.collect(target, options);
    } catch (CollectException e) {
      gaps.add(gap(server, e.kind(), e.getMessage()));
      return new Collected(List.of(), List.of(), e.hosts());
    }
  }

  /** What was read of the server, in the place of its entry; the entry alone where it was not. */
  private static Collected merged(ServerManifest entry, Collected found) {
    boolean isOne = found.servers().size() == 1;
    List<ServerManifest> servers = new ArrayList<>();
    for (ServerManifest read : found.servers()) {
      String suffix = isOne ? "" : "/" + read.name();
      servers.add(
          read.withId(entry.id() + suffix)
              .withName(entry.name() + suffix)
              .withTarget(entry.target())
              .withFacts(joined(entry.facts(), read.facts()))
              .withGaps(joined(entry.gaps(), read.gaps())));
    }
    return new Collected(servers.isEmpty() ? List.of(entry) : servers, found.gaps(), found.hosts());
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static Gap gap(ConfiguredServer server, Gap.Kind kind, String reason) {
    return new Gap(server.where(), kind, reason);
  }
}
