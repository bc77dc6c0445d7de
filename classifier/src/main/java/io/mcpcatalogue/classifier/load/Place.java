package io.mcpcatalogue.classifier.load;

import java.util.Comparator;

/**
 * Where something stands in a rule file; lines and columns count from one. Immutable.
 *
 * @param file the path of the file within its pack
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
