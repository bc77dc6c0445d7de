package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.util.List;

/** One directory of a tree, as a tree of its own. Immutable view. */
final class Subtree implements SourceTree {
  private final SourceTree whole;
  private final String prefix;
  private final List<SourceFile> files;

  private Subtree(SourceTree whole, String prefix, List<SourceFile> files) {
    this.whole = whole;
    this.prefix = prefix;
    this.files = files;
  }

  static Subtree of(SourceTree whole, String directory) {
    String prefix = directory + "/";
    List<SourceFile> files =
        whole.files().stream()
            .filter(file -> file.path().startsWith(prefix))
            .map(file -> new SourceFile(file.path().substring(prefix.length()), file.size()))
            .toList();
    return new Subtree(whole, prefix, files);
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public List<SourceFile> files() {
    return files;
  }

  @Override
  public List<Gap> gaps() {
    return whole.gaps();
  }

  @Override
  public byte[] read(SourceFile file, int limit) throws IOException {
    return whole.read(new SourceFile(prefix + file.path(), file.size()), limit);
  }
}
