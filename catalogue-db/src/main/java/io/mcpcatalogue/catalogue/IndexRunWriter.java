package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.CatalogueWriter.Outcome;
import io.mcpcatalogue.catalogue.IndexCounts.Kind;
import io.mcpcatalogue.catalogue.sql.Rows;
import io.mcpcatalogue.model.Gap;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Saves a batch over an index, line by line in the order of the index. A commit saves lines and how
 * far the run got together, so that a killed run goes on where it was. For one thread.
 */
public final class IndexRunWriter implements AutoCloseable {
  private static final String COLUMNS =
      "lines, chain, added, changed, judged_again, unchanged, failed, with_gaps, bad, left_out, tools";

  private final Path file;
  private final Connection connection;
  private final CatalogueWriter writer;
  private final Checkpoints checkpoints;
  private final PreparedStatement addGap;
  private final PreparedStatement update;
  private IndexRun run;
  private boolean open;
  private boolean retrying;

  /** What became of one line. Immutable. */
  public sealed interface LineResult {
    LineDigest digest();

    /** It was read: the servers that it stands for, and what could not be read. */
    record Read(LineDigest digest, List<PreparedScan> scans, List<Gap> gaps) implements LineResult {

      public Read {
        scans = List.copyOf(scans);
        gaps = List.copyOf(gaps);
      }
    }

    /** It says what it said before. */
    record Known(LineDigest digest, KnownLines.Knowledge knowledge) implements LineResult {}

    /** The options leave it out, or it is blank. */
    record LeftOut(LineDigest digest) implements LineResult {}
  }

  IndexRunWriter(Path file, Connection connection, Checkpoints checkpoints)
      throws SQLException, CatalogueException {
    this.file = file;
    this.connection = connection;
    this.writer = new CatalogueWriter(file, connection);
    this.checkpoints = checkpoints;
    this.addGap =
        connection.prepareStatement(
            "INSERT INTO index_gap (run_id, line, position, digest, place, kind, reason)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
    this.update =
        connection.prepareStatement(
            "UPDATE index_run SET finished = ?, ("
                + COLUMNS
                + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?");
  }

  /** The run over this index that was not finished, if the newest is one. */
  public Optional<IndexRun> unfinished(String source, String selection, String rulesDigest)
      throws CatalogueException {
    return writer
        .run(
            () ->
                Rows.first(
                    connection,
                    row -> read(row, source, selection, rulesDigest),
                    "SELECT id, started_at, finished, "
                        + COLUMNS
                        + """
                           FROM index_run WHERE source = ? AND selection = ?
                          AND rules_id = (SELECT id FROM rules WHERE digest = ?)
                          ORDER BY id DESC LIMIT 1""",
                    source,
                    selection,
                    rulesDigest))
        .filter(newest -> !newest.finished());
  }

  /** The lines of a run that could not be read. A double is none of them: it was not to be read. */
  public Set<LineDigest> failedLines(IndexRun of) throws CatalogueException {
    return writer.run(
        () ->
            new HashSet<>(
                Rows.list(
                    connection,
                    row -> new LineDigest(row.getBytes(1)),
                    "SELECT digest FROM index_gap WHERE run_id = ? AND kind <> ?",
                    of.number(),
                    Gap.Kind.DUPLICATE.name())));
  }

  /** Starts a run. */
  public IndexRun start(String source, String selection, String rulesDigest, Instant now)
      throws CatalogueException {
    begin();
    int rules = writer.rules(rulesDigest);
    int number =
        writer.run(
            () ->
                Rows.first(
                        connection,
                        row -> row.getInt(1),
                        "INSERT INTO index_run (source, selection, rules_id, started_at, finished, "
                            + COLUMNS
                            + ") VALUES (?, ?, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0) RETURNING id",
                        source,
                        selection,
                        rules,
                        now.toEpochMilli(),
                        LineDigest.EMPTY.bytes())
                    .orElseThrow());
    run =
        new IndexRun(
            number,
            source,
            selection,
            rulesDigest,
            now,
            false,
            0,
            LineDigest.EMPTY,
            IndexCounts.NONE);
    commit();
    return run;
  }

  /** Goes on with a run that was not finished. */
  public void resume(IndexRun unfinished) {
    run = unfinished;
  }

  /**
   * Works on the newest run over this index again, for the lines that could not be read; it stays
   * the run that it is, and only its gaps change. False when there is no such run.
   */
  public boolean retry(String source, String rulesDigest, Instant now) throws CatalogueException {
    int newest =
        (int)
            writer
                .run(
                    () ->
                        Rows.number(
                            connection, "SELECT max(id) FROM index_run WHERE source = ?", source))
                .longValue();
    run =
        new IndexRun(
            newest, source, "", rulesDigest, now, false, 0, LineDigest.EMPTY, IndexCounts.NONE);
    retrying = true;
    return newest > 0;
  }

  /** How far the run is, lines that are not committed included. */
  public IndexRun run() {
    return run;
  }

  /** Saves what became of the next line. */
  public void add(LineResult result) throws CatalogueException {
    begin();
    long line = run.lines() + 1;
    IndexCounts counts;
    if (result instanceof LineResult.Read read) {
      counts = save(line, read);
    } else if (result instanceof LineResult.Known known) {
      counts = counted(known.knowledge());
    } else {
      counts = IndexCounts.one(Kind.LEFT_OUT);
    }
    run =
        new IndexRun(
            run.number(),
            run.source(),
            run.selection(),
            run.rulesDigest(),
            run.startedAt(),
            false,
            line,
            run.chain().then(result.digest()),
            run.counts().plus(counts));
  }

  private IndexCounts save(long line, LineResult.Read read) throws CatalogueException {
    IndexCounts counts = IndexCounts.NONE;
    for (PreparedScan scan : read.scans()) {
      counts = counts.plus(counted(writer.add(scan), scan));
    }
    if (retrying) {
      removeGaps(line, read.digest());
    }
    for (int i = 0; i < read.gaps().size(); i++) {
      addGap(line, i, read.digest(), read.gaps().get(i));
    }
    if (read.gaps().isEmpty() || counts.hasGaps()) {
      // Gaps of a line that stands for servers are counted once: with theirs, if they have any.
      return counts;
    }
    boolean bad = read.scans().isEmpty();
    return counts.and(1, bad ? Kind.BAD : Kind.WITH_GAPS);
  }

  /** Makes durable what was added. */
  public void commit() throws CatalogueException {
    if (open) {
      commit(false);
    }
  }

  /** The index has no more lines. */
  public void finish() throws CatalogueException {
    begin();
    commit(true);
  }

  private void commit(boolean finished) throws CatalogueException {
    store(finished);
    writer.commit();
    open = false;
    try {
      checkpoints.begin();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  private void begin() throws CatalogueException {
    if (!open) {
      writer.begin();
      open = true;
    }
  }

  private static IndexCounts counted(KnownLines.Knowledge knowledge) {
    return switch (knowledge) {
      case COMPLETE, NEW -> IndexCounts.one(Kind.UNCHANGED);
      case WITH_GAPS -> IndexCounts.one(Kind.UNCHANGED).and(1, Kind.WITH_GAPS);
      case NOT_SCANNED -> IndexCounts.one(Kind.FAILED);
    };
  }

  private static IndexCounts counted(Outcome outcome, PreparedScan scan) {
    if (!scan.scanned()) {
      return IndexCounts.one(Kind.FAILED);
    }
    Kind became =
        switch (outcome) {
          case ADDED -> Kind.ADDED;
          case CHANGED -> Kind.CHANGED;
          case UNCHANGED, FAILED -> Kind.JUDGED_AGAIN;
        };
    return IndexCounts.one(became)
        .and(scan.manifest().gaps().isEmpty() ? 0 : 1, Kind.WITH_GAPS)
        .and(scan.tools().size(), Kind.TOOLS);
  }

  private void addGap(long line, int position, LineDigest digest, Gap gap)
      throws CatalogueException {
    writer.run(
        () -> {
          addGap.setInt(1, run.number());
          addGap.setLong(2, line);
          addGap.setInt(3, position);
          addGap.setBytes(4, digest.bytes());
          addGap.setString(5, Texts.storable(gap.where()));
          addGap.setString(6, gap.kind().name());
          addGap.setString(7, Texts.storable(gap.reason()));
          return addGap.executeUpdate();
        });
  }

  /** By its number and by what it says: the index may have moved it. */
  private void removeGaps(long line, LineDigest digest) throws CatalogueException {
    writer.run(
        () ->
            Rows.update(
                connection,
                "DELETE FROM index_gap WHERE run_id = ? AND (line = ? OR digest = ? AND kind <> ?)",
                run.number(),
                line,
                digest.bytes(),
                Gap.Kind.DUPLICATE.name()));
  }

  private void store(boolean finished) throws CatalogueException {
    if (retrying) {
      return;
    }
    IndexCounts counts = run.counts();
    writer.run(
        () -> {
          update.setBoolean(1, finished);
          update.setLong(2, run.lines());
          update.setBytes(3, run.chain().bytes());
          int column = 4;
          for (Kind kind : Kind.values()) {
            update.setLong(column++, counts.of(kind));
          }
          update.setInt(column, run.number());
          return update.executeUpdate();
        });
  }

  private static IndexRun read(ResultSet row, String source, String selection, String rulesDigest)
      throws SQLException {
    IndexCounts counts = IndexCounts.NONE;
    int column = 6;
    for (Kind kind : Kind.values()) {
      counts = counts.and(row.getLong(column++), kind);
    }
    return new IndexRun(
        row.getInt(1),
        source,
        selection,
        rulesDigest,
        Instant.ofEpochMilli(row.getLong(2)),
        row.getBoolean(3),
        row.getLong(4),
        new LineDigest(row.getBytes(5)),
        counts);
  }

  @Override
  public void close() throws CatalogueException {
    try {
      addGap.close();
      update.close();
      checkpoints.close();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
    writer.close();
  }
}
