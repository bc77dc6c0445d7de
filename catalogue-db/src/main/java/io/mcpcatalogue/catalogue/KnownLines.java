package io.mcpcatalogue.catalogue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Tells whether a line of an index was read before and judged by the same rules. Has a connection
 * of its own; for one thread at a time.
 */
public final class KnownLines implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final PreparedStatement find;
  private final String rulesDigest;

  /** What is known about a line. */
  public enum Knowledge {
    /** It must be read. */
    NEW,
    /** The catalogue has it as it is. */
    COMPLETE,
    /** The catalogue has it as it is, and some part could not be read then. */
    WITH_GAPS,
    /** The catalogue has it as it is, and nothing could be obtained then. */
    NOT_SCANNED
  }

  KnownLines(Path file, Connection connection, String rulesDigest) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.rulesDigest = rulesDigest;
    this.find =
        connection.prepareStatement(
            """
            SELECT line, scanned, EXISTS (SELECT 1 FROM gap WHERE scan_id = current_scan)
            FROM server JOIN scan ON scan.id = current_scan
            WHERE key = ? AND rules_id = (SELECT id FROM rules WHERE digest = ?)""");
  }

  /** What is known about a line that names this server. */
  public Knowledge of(String serverId, LineDigest line) throws CatalogueException {
    try {
      find.setString(1, Texts.storable(serverId));
      find.setString(2, rulesDigest);
      try (ResultSet row = find.executeQuery()) {
        if (!row.next() || !Arrays.equals(row.getBytes(1), line.bytes())) {
          return Knowledge.NEW;
        }
        if (!row.getBoolean(2)) {
          return Knowledge.NOT_SCANNED;
        }
        return row.getBoolean(3) ? Knowledge.WITH_GAPS : Knowledge.COMPLETE;
      }
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  @Override
  public void close() throws CatalogueException {
    try {
      find.close();
      connection.close();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }
}
