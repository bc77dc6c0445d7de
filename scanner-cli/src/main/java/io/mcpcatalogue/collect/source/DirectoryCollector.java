package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.Extraction;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.tree.DirectoryTree;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Collects the servers whose sources lie in a directory. Stateless. */
public final class DirectoryCollector implements ToolCollector {

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
      SourceTree tree = DirectoryTree.of(root);
      Collected found = Extraction.extract(tree, SourceIdentity.ofDirectory(target.text()));
      if (found.servers().isEmpty() && found.gaps().isEmpty()) {
        return new Collected(List.of(), List.of(nothing(target)), found.hosts());
      }
      return TreeServers.completed(found, TreeServers.About.of("", tree), options);
    } catch (IOException e) {
      throw new CollectException(
          Gap.Kind.UNREACHABLE, "the directory cannot be read: " + target.text(), e);
    }
  }

  private static Gap nothing(ScanTarget target) {
    return new Gap(
        target.text(),
        Gap.Kind.NOT_FOUND,
        "no server was found in what can be read of the directory");
  }
}
