package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the servers whose sources lie in an archive on disk. Stateless. */
public final class ArchiveCollector implements ToolCollector {
  private static final Pattern ENDING =
      Pattern.compile("(?i)\\.(tgz|tar\\.gz|tar|zip|whl|mcpb|dxt)$");

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.ARCHIVE;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Path file = Path.of(target.text());
    MemoryTree tree = new ArchiveReader(ArchiveLimits.DEFAULT).read(file, target.text());
    String stem = stem(file.getFileName().toString());
    SourceIdentity identity =
        new SourceIdentity(target.text(), "file:" + options.name().orElse(stem), "");
    TreeServers.About about =
        new TreeServers.About(stem, "", InstallScripts.ofNpm(tree), List.of());
    return TreeServers.collect(tree, identity, about, options, Set.of());
  }

  /** The name of an archive without its folder and its ending. */
  static String stem(String path) {
    return ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
  }
}
