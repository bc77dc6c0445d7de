package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.collect.source.archive.ArchiveLimits;
import io.mcpcatalogue.collect.source.archive.ArchiveReader;
import java.nio.file.Path;
import java.util.Set;

/** Collects the servers whose sources lie in an archive on disk. Stateless. */
public final class ArchiveCollector implements ToolCollector {
  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.ARCHIVE;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Path file = Path.of(target.text());
    MemoryTree tree = new ArchiveReader(ArchiveLimits.DEFAULT).read(file, target.text());
    String stem = ScanTarget.stem(target.text());
    SourceIdentity identity =
        new SourceIdentity(target.text(), "file:" + options.name().orElse(stem), "");
    return TreeServers.collect(tree, identity, TreeServers.About.of(stem, tree), options, Set.of());
  }
}
