package io.mcpcatalogue.classifier.load;

/**
 * Where something stands in a rule file; lines and columns count from one. Immutable.
 *
 * @param file the path of the file within its pack
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(line, other.line);
    return order != 0 ? order : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
