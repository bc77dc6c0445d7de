package io.mcpcatalogue.catalogue.search;

import io.mcpcatalogue.catalogue.sql.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes which tools and scans have which words. What a transaction adds becomes a segment, sorted
 * by words and cut into parts; many small segments are merged into a large one. For the one writer.
 */
public final class SearchIndex implements AutoCloseable {
  /** A part fits a page. */
  private static final int PART_SIZE = 7_800;

  /** So many segments of a level are merged: a search looks through fewer as fast. */
  private static final int MERGED = 16;

  /** So many different words are gathered at most before they are written. */
  private static final int GATHERED = 1 << 18;

  private static final int FIRST_NUMBERS = 1 << 9;

  private final Connection connection;
  private final PreparedStatement addPart;

  /** The words that are gathered, and for each who has it. */
  private final WordList words = new WordList();

  private final List<SearchEntry> entries = new ArrayList<>();

  /** What was announced last; null after it was gathered. */
  private WordUses announced;

  /** The numbers of those of its texts that were added; 0 for the others. */
  private long[] numbers = new long[FIRST_NUMBERS];

  public SearchIndex(Connection connection) throws SQLException {
    this.connection = connection;
    this.addPart =
        connection.prepareStatement(
            "INSERT INTO search_part (segment, first, words) VALUES (?, ?, ?)");
  }

  /** Announces texts: some of them are added next. */
  public void begin(WordUses next) throws SQLException {
    if (next == announced) {
      return;
    }
    gather();
    if (words.size() > GATHERED) {
      write();
    }
    announced = next;
  }

  /**
   * Adds a tool or a scan; each kind in the order of its numbers.
   *
   * @param text its text among those that were announced
   */
  public void add(long number, int text) {
    if (text >= numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * text);
    }
    numbers[text] = number;
  }

  /** Word by word, so that each is looked for once for all texts that have it. */
  private void gather() {
    if (announced == null) {
      return;
    }
    for (int word = 0; word < announced.words().size(); word++) {
      SearchEntry entry = null;
      for (int use = announced.first(word); use != WordUses.NONE; use = announced.next(use)) {
        long number = number(announced.text(use));
        if (number > 0) {
          entry = entry == null ? entry(word) : entry;
          entry.add(number);
        }
      }
    }
    Arrays.fill(numbers, 0);
    announced = null;
  }

  /** 0 for a text that was not added: a transaction may end before the last of them comes. */
  private long number(int text) {
    return text < numbers.length ? numbers[text] : 0;
  }

  private SearchEntry entry(int word) {
    int place = words.put(announced.words(), word);
    if (place == entries.size()) {
      entries.add(new SearchEntry(words.word(place)));
    }
    return entries.get(place);
  }

  /** Writes what was gathered, before a transaction is committed. */
  public void write() throws SQLException {
    gather();
    List<SearchEntry> sorted = new ArrayList<>(entries);
    forget();
    if (!sorted.isEmpty()) {
      sorted.sort(null);
      Segment segment = new Segment(0);
      for (SearchEntry entry : sorted) {
        segment.add(entry);
      }
      segment.finish();
      mergeWhenMany(0);
    }
  }

  /** Forgets what was gathered for a transaction that was rolled back. */
  public void forget() {
    words.clear();
    entries.clear();
    Arrays.fill(numbers, 0);
    announced = null;
  }

  /** Merges the segments of a level, which are the newest, when they are many. */
  private void mergeWhenMany(int level) throws SQLException {
    List<Long> segments =
        Rows.list(
            connection,
            row -> row.getLong(1),
            "SELECT id FROM search_segment WHERE level = ? ORDER BY id",
            level);
    if (segments.size() < MERGED) {
      return;
    }
    Segment merged = new Segment(level + 1);
    try (SearchMerge merge = new SearchMerge(connection, segments)) {
      for (Optional<SearchEntry> next = merge.next(); next.isPresent(); next = merge.next()) {
        merged.add(next.get());
      }
    }
    merged.finish();
    for (long segment : segments) {
      Rows.update(connection, "DELETE FROM search_segment WHERE id = ?", segment);
    }
    mergeWhenMany(level + 1);
  }

  /** A segment that is being written, behind all others. */
  private final class Segment {
    private final long number;
    private final SearchPart.Builder part = new SearchPart.Builder();

    Segment(int level) throws SQLException {
      this.number = Rows.number(connection, "SELECT coalesce(max(id), 0) + 1 FROM search_segment");
      Rows.update(
          connection, "INSERT INTO search_segment (id, level) VALUES (?, ?)", number, level);
    }

    void add(SearchEntry entry) throws SQLException {
      if (part.size() + entry.length() > PART_SIZE) {
        finish();
      }
      part.add(entry);
    }

    void finish() throws SQLException {
      if (!part.isEmpty()) {
        addPart.setLong(1, number);
        addPart.setBytes(2, part.first());
        addPart.setBytes(3, part.finish());
        addPart.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    addPart.close();
  }
}
