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
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the server of a Python package from its wheel, or else its source distribution: fetched,
 * checked against its published checksum, read, never installed. Thread-safe.
 */
public final class PypiCollector implements ToolCollector {
  /** Names another index with PyPI's JSON interface. */
  static final String VARIABLE = "MCP_CATALOGUE_PYPI_URL";

  private static final int MAX_QUOTE = 200;

  private final Network network;
  private final URI index;
  private final PackageCache cache;
  private final RunComparison comparison;

  /**
   * @param runner what runs {@code uvx} when the user allows it
   */
  public PypiCollector(
      Network network, SourceSettings settings, PackageCache cache, ToolCollector runner) {
    this.network = network;
    this.index = settings.address(VARIABLE, "https://pypi.org");
    this.cache = cache;
    this.comparison = new RunComparison(runner);
  }

  /** A file of a release. */
  private record Distribution(
      String url, boolean wheel, String fileName, Optional<Integrity> integrity) {}

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.PYPI;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Fetching fetching = new Fetching(network, options);
    return fetching.during(() -> collect(target, options, fetching));
  }

  private Collected collect(ScanTarget target, CollectOptions options, Fetching fetching)
      throws CollectException {
    PackageReference reference = target.reference(PackageReference.class);
    String what = reference.id();
    String release = reference.version().isEmpty() ? "" : "/" + encoded(reference.version());
    URI address = index.resolve("pypi/" + reference.name() + release + "/json");
    JsonObject document = fetching.json(address, Map.of("accept", "application/json"), what);
    JsonObject info = document.object("info");
    String version = info.text("version").orElse(reference.version());
    Distribution chosen = choose(document, what + "@" + version);
    Collected extracted =
        cache.use(
            chosen.integrity(),
            what,
            file ->
                fetching.download(
                    index.resolve(URI.create(chosen.url())),
                    Map.of(),
                    Origin.of(index),
                    file,
                    what),
            file -> {
              MemoryTree tree =
                  new ArchiveReader(ArchiveLimits.DEFAULT).read(file, reference.name());
              SourceIdentity identity = new SourceIdentity(target.text(), what, version);
              TreeServers.About about = about(reference.name(), info, chosen, tree);
              return TreeServers.collect(tree, identity, about, options, fetching.hosts());
            });
    List<String> command = List.of("uvx", reference.name() + "==" + version);
    return options.run() ? comparison.withLive(extracted, command, options) : extracted;
  }

  private static String encoded(String version) {
    return version.replace("+", "%2B").replace("!", "%21");
  }

  /** A wheel holds what is installed, a source distribution what it is built from. */
  private static Distribution choose(JsonObject document, String what) throws CollectException {
    List<Distribution> found = new ArrayList<>();
    for (JsonValue item :
        document
            .get("urls")
            .map(JsonValue::asArray)
            .orElseThrow(
                () -> new CollectException(Gap.Kind.MALFORMED, what + ": no list of files"))
            .values()) {
      JsonObject file = item.asObject();
      String type = file.text("packagetype").orElse("");
      String name = file.text("filename").orElse("");
      boolean wheel = type.equals("bdist_wheel");
      if ((wheel || type.equals("sdist"))
          && file.text("url").filter(PypiCollector::isAddress).isPresent()) {
        JsonObject digests = file.object("digests");
        found.add(
            new Distribution(
                file.text("url").orElseThrow(),
                wheel,
                name,
                digests.text("sha256").flatMap(hex -> Integrity.ofHex("sha256", hex))));
      }
    }
    return found.stream()
        .min(
            Comparator.comparing((Distribution file) -> !file.fileName().endsWith("-none-any.whl"))
                .thenComparing(file -> !file.wheel())
                .thenComparing(Distribution::fileName))
        .orElseThrow(
            () ->
                new CollectException(
                    Gap.Kind.NOT_FOUND, what + ": has neither a wheel nor a source distribution"));
  }

  private static boolean isAddress(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static TreeServers.About about(
      String name, JsonObject info, Distribution chosen, MemoryTree tree) {
    List<Fact> facts = new ArrayList<>();
    if (!chosen.wheel()) {
      facts.addAll(InstallScripts.ofSourceDistribution(tree));
    }
    if (info.isTrue("yanked")) {
      String reason = info.text("yanked_reason").orElse("yanked");
      facts.add(new Fact("package/deprecated", SafeText.line(reason, MAX_QUOTE), "registry"));
    }
    List<Gap> gaps =
        chosen.integrity().isPresent()
            ? List.of()
            : List.of(
                new Gap(
                    "pypi:" + name,
                    Gap.Kind.MALFORMED,
                    "no checksum is published; the file is unchecked"));
    return new TreeServers.About(
        name, SafeText.line(info.text("summary").orElse(""), 2_000), facts, gaps);
  }
}
