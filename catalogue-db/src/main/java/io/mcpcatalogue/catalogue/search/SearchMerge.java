package io.mcpcatalogue.catalogue.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Reads several segments of the search index as one, part by part. For one thread. */
final class SearchMerge implements AutoCloseable {
  private final List<PreparedStatement> statements = new ArrayList<>();

  /** Those with words left; of those that stand at the same word, the older segment first. */
  private final PriorityQueue<Segment> segments =
      new PriorityQueue<>(
          Comparator.<Segment, byte[]>comparing(Segment::word, Arrays::compareUnsigned)
              .thenComparing(Segment::number));

  SearchMerge(Connection connection, List<Long> numbers) throws SQLException {
    for (long number : numbers) {
      PreparedStatement parts =
          connection.prepareStatement(
              "SELECT words FROM search_part WHERE segment = ? ORDER BY first");
      statements.add(parts);
      parts.setLong(1, number);
      goOn(new Segment(number, parts.executeQuery()));
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
  private static final class Segment {
    private final long number;
    private final ResultSet parts;
    private SearchPart.Reader part = new SearchPart.Reader(new byte[0]);

    Segment(long number, ResultSet parts) {
      this.number = number;
      this.parts = parts;
    }

    boolean next() throws SQLException {
      boolean found = part.next();
      while (!found && parts.next()) {
        part = new SearchPart.Reader(parts.getBytes(1));
        found = part.next();
      }
      return found;
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
    for (PreparedStatement statement : statements) {
      statement.close();
    }
  }
}
