package io.mcpcatalogue.catalogue.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs queries and reads their rows. Plain JDBC, because it starts at once. */
public final class Rows {
  private Rows() {}

  /** Reads the current row. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A question to the database. */
  public interface Question<T> {
    T ask() throws SQLException;
  }

  /** Asks several things of which none sees what is written between them. */
  public static <T> T atOneMoment(Connection connection, Question<T> questions)
      throws SQLException {
    // Unlike a transaction this may stand within another.
    update(connection, "SAVEPOINT moment");
    try {
      return questions.ask();
    } finally {
      update(connection, "RELEASE moment");
    }
  }

  public static <T> List<T> list(
      Connection connection, Reader<T> reader, String sql, Object... parameters)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
    }
    return rows;
  }

  public static int update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  public static <T> Optional<T> first(
      Connection connection, Reader<T> reader, String sql, Object... parameters)
      throws SQLException {
    return list(connection, reader, sql, parameters).stream().findFirst();
  }

  public static long number(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return first(connection, row -> row.getLong(1), sql, parameters).orElse(0L);
  }

  /** Two columns as an ordered map: a name and a count. */
  public static Map<String, Long> counts(Connection connection, String sql, Object... parameters)
      throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    list(connection, row -> counts.put(row.getString(1), row.getLong(2)), sql, parameters);
    return counts;
  }
}
