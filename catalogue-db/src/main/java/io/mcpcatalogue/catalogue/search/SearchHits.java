package io.mcpcatalogue.catalogue.search;

import io.mcpcatalogue.catalogue.sql.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The numbers of the tools or scans that have all of some words, in rising order, read from the
 * search index as far as they are asked for. For one thread, within one transaction.
 */
public final class SearchHits implements AutoCloseable {
  private final List<Term> terms;
  private final PreparedStatement parts;

  /** Those not looked through yet: what one holds has smaller numbers than what the next holds. */
  private final Iterator<Long> segments;

  private long[] open = {};
  private int taken;

  /** A word, or the beginning of words. */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  private record Term(byte[] word, boolean begins) {

    boolean matches(byte[] other) {
      return other.length >= word.length
          && Arrays.equals(word, 0, word.length, other, 0, word.length)
          && (begins || other.length == word.length);
    }
  }

  /**
   * Hits of the words of a text; one that ends in a star stands for all that begin so. A text
   * without words has none.
   *
   * @param mark what they are to be words of
   */
  public SearchHits(Connection connection, String text, char mark) throws SQLException {
    this.terms = terms(text, mark);
    this.segments =
        terms.isEmpty()
            ? Collections.emptyIterator()
            : Rows.list(
                    connection, row -> row.getLong(1), "SELECT id FROM search_segment ORDER BY id")
                .iterator();
    this.parts =
        connection.prepareStatement(
            """
            SELECT words FROM search_part WHERE segment = ?1 AND first >= coalesce(
              (SELECT max(first) FROM search_part WHERE segment = ?1 AND first <= ?2), x'')
            ORDER BY first""");
  }

  /** The next so many; empty behind the last one. */
  public List<Long> next(int most) throws SQLException {
    List<Long> next = new ArrayList<>();
    while (next.size() < most && (taken < open.length || segments.hasNext())) {
      if (taken == open.length) {
        open = having(segments.next());
        taken = 0;
      } else {
        next.add(open[taken++]);
      }
    }
    return next;
  }

  private static List<Term> terms(String text, char mark) {
    List<Term> terms = new ArrayList<>();
    for (String piece : text.split("(?<=\\*)")) {
      WordList words = SearchWords.ofQuery(piece, mark);
      for (int i = 0; i < words.size(); i++) {
        boolean begins = i == words.size() - 1 && piece.endsWith("*");
        terms.add(new Term(words.word(i), begins));
      }
    }
    return terms;
  }

  private long[] having(long segment) throws SQLException {
    long[] numbers = having(terms.get(0), segment);
    for (int i = 1; i < terms.size() && numbers.length > 0; i++) {
      numbers = common(numbers, having(terms.get(i), segment));
    }
    return numbers;
  }

  private long[] having(Term term, long segment) throws SQLException {
    List<long[]> found = new ArrayList<>();
    parts.setLong(1, segment);
    parts.setBytes(2, term.word());
    try (ResultSet row = parts.executeQuery()) {
      boolean behind = false;
      while (!behind && row.next()) {
        SearchPart.Reader part = new SearchPart.Reader(row.getBytes(1));
        while (!behind && part.next()) {
          if (term.matches(part.word())) {
            found.add(part.numbers());
          } else {
            behind = Arrays.compareUnsigned(part.word(), term.word()) > 0;
          }
        }
      }
    }
    return found.size() == 1 ? found.get(0) : union(found);
  }

  private static long[] union(List<long[]> several) {
    return several.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
  }

  /** What is in both; each is in rising order. */
  private static long[] common(long[] some, long[] others) {
    long[] common = new long[Math.min(some.length, others.length)];
    int count = 0;
    int other = 0;
    for (long number : some) {
      while (other < others.length && others[other] < number) {
        other++;
      }
      if (other < others.length && others[other] == number) {
        common[count++] = number;
      }
    }
    return Arrays.copyOf(common, count);
  }

  @Override
  public void close() throws SQLException {
    parts.close();
  }
}
