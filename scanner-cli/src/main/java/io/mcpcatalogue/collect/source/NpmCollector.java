package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.PackageReference;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.collect.source.archive.ArchiveLimits;
import io.mcpcatalogue.collect.source.archive.ArchiveReader;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects the server of an npm package from its tarball: fetched, checked against its published
 * checksum, read, never installed. Thread-safe.
 */
public final class NpmCollector implements ToolCollector {
  /** The short form of a package's document: all that installing needs, a tenth of the size. */
  private static final String SHORT_DOCUMENT =
      "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8";

  private static final int MAX_QUOTE = 200;

  private final Network machine;
  private final SourceSettings settings;
  private final PackageCache cache;
  private final RunComparison comparison;
  private Npm npm;

  /**
   * @param runner what runs {@code npx} when the user allows it
   */
  public NpmCollector(
      Network machine, SourceSettings settings, PackageCache cache, ToolCollector runner) {
    this.machine = machine;
    this.settings = settings;
    this.cache = cache;
    this.comparison = new RunComparison(runner);
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.NPM;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Fetching fetching = new Fetching(npm().network(), options);
    return fetching.during(() -> collect(target, options, fetching));
  }

  private Collected collect(ScanTarget target, CollectOptions options, Fetching fetching)
      throws CollectException {
    PackageReference reference = target.reference(PackageReference.class);
    URI registry = npm().config().registryOf(reference.name());
    NpmPackage chosen = NpmPackage.choose(document(fetching, registry, reference), reference);
    Collected extracted =
        cache.use(
            chosen.integrity(),
            idOf(chosen),
            file -> download(fetching, registry, chosen, file),
            file -> {
              MemoryTree tree = new ArchiveReader(ArchiveLimits.DEFAULT).read(file, chosen.name());
              SourceIdentity identity =
                  new SourceIdentity(target.text(), reference.id(), chosen.version());
              return TreeServers.collect(
                  tree, identity, about(chosen, tree), options, fetching.hosts());
            });
    List<String> command = List.of("npx", "-y", chosen.name() + "@" + chosen.version());
    return options.run() ? comparison.withLive(extracted, command, options) : extracted;
  }

  /** The user's npm, and its way to the network. */
  private record Npm(NpmConfig config, Network network) {}

  /** Read when it is first needed, as most scans ask no registry. */
  private synchronized Npm npm() {
    if (npm == null) {
      NpmConfig config = NpmConfig.of(settings.environment(), settings.home());
      npm = new Npm(config, machine.with(config::over));
    }
    return npm;
  }

  private JsonObject document(Fetching fetching, URI registry, PackageReference reference)
      throws CollectException {
    URI address = registry.resolve(reference.name().replace("/", "%2F"));
    Map<String, String> headers = headers(address, registry, Map.of("accept", SHORT_DOCUMENT));
    try {
      return fetching.json(address, headers, reference.id());
    } catch (CollectException e) {
      throw npm().config().explained(e);
    }
  }

  private void download(Fetching fetching, URI registry, NpmPackage chosen, Path file)
      throws CollectException {
    URI address = tarball(registry, chosen);
    Map<String, String> headers = headers(address, registry, Map.of());
    fetching.download(address, headers, Origin.of(registry), file, idOf(chosen));
  }

  private static URI tarball(URI registry, NpmPackage chosen) throws CollectException {
    try {
      return registry.resolve(URI.create(chosen.tarball()));
    } catch (IllegalArgumentException e) {
      throw new CollectException(
          Gap.Kind.MALFORMED, idOf(chosen) + ": its tarball has no address", e);
    }
  }

  private Map<String, String> headers(URI address, URI registry, Map<String, String> more) {
    Map<String, String> headers = new TreeMap<>(more);
    Optional<String> authorization = npm().config().authorizationFor(address, registry);
    authorization.ifPresent(value -> headers.put("authorization", value));
    return headers;
  }

  private static TreeServers.About about(NpmPackage chosen, MemoryTree tree) {
    List<Fact> facts = new ArrayList<>(InstallScripts.ofNpm(tree));
    if (facts.isEmpty() && chosen.installScript()) {
      facts.add(new Fact("package/install-script", "named by the registry only", "registry"));
    }
    if (!chosen.deprecated().isBlank()) {
      facts.add(
          new Fact(
              "package/deprecated", SafeText.line(chosen.deprecated(), MAX_QUOTE), "registry"));
    }
    if (chosen.integrity().filter(Integrity::isWeak).isPresent()) {
      facts.add(new Fact("package/weak-checksum", "sha1", "registry"));
    }
    List<Gap> gaps = new ArrayList<>();
    if (chosen.integrity().isEmpty()) {
      gaps.add(
          new Gap(
              idOf(chosen), Gap.Kind.MALFORMED, "no checksum is published; the file is unchecked"));
    }
    return new TreeServers.About(chosen.name(), "", facts, gaps);
  }

  private static String idOf(NpmPackage chosen) {
    return "npm:" + chosen.name() + "@" + chosen.version();
  }
}
