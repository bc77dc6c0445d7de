package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.tree.DirectoryTree;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Collects the servers whose sources lie in a directory. Stateless. */
public final class SourceCollector implements ToolCollector {

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.DIRECTORY;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Path root = Path.of(target.text()).toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new CollectException(Gap.Kind.NOT_FOUND, "no directory: " + target.text());
    }
    try {
      return Extraction.extract(DirectoryTree.of(root), SourceIdentity.ofDirectory(target.text()));
    } catch (IOException e) {
      throw new CollectException(
          Gap.Kind.UNREACHABLE, "the directory cannot be read: " + target.text(), e);
    }
  }
}
