package io.mcpcatalogue.collect.extract.value;

/**
 * A line of a file. Immutable.
 *
 * @param file relative to the tree
 * @param line from 1
 */
public record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
