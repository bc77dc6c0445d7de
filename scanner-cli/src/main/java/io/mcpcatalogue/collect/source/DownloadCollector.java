package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.collect.source.archive.ArchiveLimits;
import io.mcpcatalogue.collect.source.archive.ArchiveReader;
import io.mcpcatalogue.model.Gap;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the servers in an archive that lies at an address: a bundle (MCPB), or sources. Where
 * the address ends in {@code #sha256=HEX} the archive has to have this checksum. Thread-safe.
 */
public final class DownloadCollector implements ToolCollector {
  private static final String CHECKSUM = "sha256=";

  private final Network network;
  private final PackageCache cache;

  public DownloadCollector(Network network, PackageCache cache) {
    this.network = network;
    this.cache = cache;
  }

  /** The id in the catalogue of an archive at an address. */
  public static String idOf(ScanTarget target) {
    // A query may hold a key: it is sent, and shown nowhere.
    return target.text().replaceFirst("[?#].*", "");
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.DOWNLOAD;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Fetching fetching = new Fetching(network, options, options.live().remote().privateAddresses());
    return fetching.during(() -> collect(target, options, fetching));
  }

  private Collected collect(ScanTarget target, CollectOptions options, Fetching fetching)
      throws CollectException {
    URI address = URI.create(target.text());
    String name = idOf(target);
    return cache.use(
        checksum(address),
        name,
        file ->
            fetching.download(
                URI.create(target.text().replaceFirst("#.*", "")),
                Map.of(),
                Origin.of(address),
                file,
                name),
        file -> {
          MemoryTree tree = new ArchiveReader(ArchiveLimits.DEFAULT).read(file, name);
          TreeServers.About about = TreeServers.About.of(ScanTarget.stem(name), tree);
          SourceIdentity identity = new SourceIdentity(name, name, "");
          return TreeServers.collect(tree, identity, about, options, fetching.hosts());
        });
  }

  private static Optional<Integrity> checksum(URI address) throws CollectException {
    String fragment = address.getFragment() == null ? "" : address.getFragment();
    if (!fragment.startsWith(CHECKSUM)) {
      return Optional.empty();
    }
    String hex = fragment.substring(CHECKSUM.length());
    if (!hex.matches("[0-9A-Fa-f]{64}")) {
      throw new CollectException(Gap.Kind.MALFORMED, "not the form #sha256=HEX");
    }
    return Integrity.ofHex("sha256", hex);
  }
}
