package io.mcpcatalogue.catalogue.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Takes several segments of the search index out as one, part by part: what is written meanwhile
 * stands in their place, so that a merge makes no file larger. For one thread.
 */
final class SearchMerge implements AutoCloseable {
  private final PreparedStatement firstPart;
  private final PreparedStatement remove;

  /** Those with words left; of those that stand at the same word, the older segment first. */
  private final PriorityQueue<Segment> segments =
      new PriorityQueue<>(
          Comparator.<Segment, byte[]>comparing(Segment::word, Arrays::compareUnsigned)
              .thenComparing(Segment::number));

  SearchMerge(Connection connection, List<Long> numbers) throws SQLException {
    firstPart =
        connection.prepareStatement(
            "SELECT first, words FROM search_part WHERE segment = ? ORDER BY first LIMIT 1");
    remove = connection.prepareStatement("DELETE FROM search_part WHERE segment = ? AND first = ?");
    for (long number : numbers) {
      goOn(new Segment(number));
    }
  }

  /** The next word, with the numbers from all segments; empty behind the last one. */
  Optional<SearchEntry> next() throws SQLException {
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    byte[] word = segments.peek().word();
    SearchEntry entry = new SearchEntry(word);
    while (!segments.isEmpty() && Arrays.equals(segments.peek().word(), word)) {
      Segment segment = segments.remove();
      for (long number : segment.numbers()) {
        entry.add(number);
      }
      goOn(segment);
    }
    return Optional.of(entry);
  }

  private void goOn(Segment segment) throws SQLException {
    if (segment.next()) {
      segments.add(segment);
    }
  }

  /** One segment, at one of its words. */
  private final class Segment {
    private final long number;
    private SearchPart.Reader part = new SearchPart.Reader(new byte[0]);

    Segment(long number) {
      this.number = number;
    }

    boolean next() throws SQLException {
      return part.next() || takePart() && part.next();
    }

    private boolean takePart() throws SQLException {
      byte[] first;
      firstPart.setLong(1, number);
      try (ResultSet row = firstPart.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        first = row.getBytes(1);
        part = new SearchPart.Reader(row.getBytes(2));
      }
      remove.setLong(1, number);
      remove.setBytes(2, first);
      remove.executeUpdate();
      return true;
    }

    long number() {
      return number;
    }

    byte[] word() {
      return part.word();
    }

    long[] numbers() {
      return part.numbers();
    }
  }

  @Override
  public void close() throws SQLException {
    firstPart.close();
    remove.close();
  }
}
