package io.mcpcatalogue.collect.extract.tree;

/**
 * One file of a tree. Immutable.
 *
 * @param path relative to the tree, with {@code /} between the names
 * @param size in bytes
 */
public record SourceFile(String path, long size) implements Comparable<SourceFile> {

  /** The last name of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder of the file, without a slash at its end; empty for the root. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  @Override
  public int compareTo(SourceFile other) {
    return path.compareTo(other.path);
  }
}
