package io.mcpcatalogue.collect.extract.tree;

import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.util.List;

/**
 * The files of one repository or package. Implementations are immutable views and safe for several
 * threads; they never lead outside of the tree.
 */
public interface SourceTree {

  /** What the tree is called in gaps: the directory, the archive, the package. */
  String name();

  /** The files that are worth reading, sorted by path. */
  List<SourceFile> files();

  /** What was left out of {@link #files()} although it belongs there. */
  List<Gap> gaps();

  /**
   * The bytes of a file of this tree, at most {@code limit} of them.
   *
   * @throws IOException when the file cannot be read
   */
  byte[] read(SourceFile file, int limit) throws IOException;
}
