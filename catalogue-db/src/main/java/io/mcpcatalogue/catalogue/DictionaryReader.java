package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.Entry.Move;
import io.mcpcatalogue.catalogue.Entry.Reason;
import io.mcpcatalogue.catalogue.Entry.SignalKind;
import io.mcpcatalogue.catalogue.Entry.Treatment;
import io.mcpcatalogue.model.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Finds the entries behind numbers, and remembers a bounded number of them. For one thread. */
final class DictionaryReader {
  private static final int REMEMBERED = 1 << 16;

  private final Connection connection;
  private final Function<String, JsonValue> parser;
  private final Map<String, Map<Integer, Object>> remembered = new HashMap<>();

  DictionaryReader(Connection connection, Function<String, JsonValue> parser) {
    this.connection = connection;
    this.parser = parser;
  }

  String phrase(int number) throws SQLException {
    return entry("phrase", number, String.class, row -> row.getString("text"));
  }

  Reason reason(int number) throws SQLException {
    return entry(
        "reason",
        number,
        Reason.class,
        row ->
            new Reason(
                row.getString("rule"),
                Codes.category(row.getInt("category")),
                row.getDouble("weight")));
  }

  SignalKind signal(int number) throws SQLException {
    return entry(
        "signal",
        number,
        SignalKind.class,
        row ->
            new SignalKind(
                row.getString("rule"),
                Codes.severity(row.getInt("severity")),
                parser.apply(row.getString("references")).asArray().values().stream()
                    .map(reference -> reference.text().orElse(""))
                    .toList()));
  }

  Move move(int number) throws SQLException {
    return entry(
        "move",
        number,
        Move.class,
        row ->
            new Move(
                row.getString("rule"),
                Codes.severity(row.getInt("from_severity")),
                Codes.severity(row.getInt("to_severity"))));
  }

  Treatment treatment(int number) throws SQLException {
    return entry(
        "treatment",
        number,
        Treatment.class,
        row ->
            new Treatment(
                row.getString("action"),
                row.getInt("max_calls"),
                row.getString("window"),
                row.getString("reason")));
  }

  /** Reads the current row. */
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T entry(String table, int number, Class<T> type, Row<T> reader) throws SQLException {
    Map<Integer, Object> known = remembered.computeIfAbsent(table, name -> new HashMap<>());
    Object entry = known.get(number);
    if (entry == null) {
      entry = read(table, number, reader);
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(number, entry);
    }
    return type.cast(entry);
  }

  private <T> T read(String table, int number, Row<T> reader) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM " + table + " WHERE id = ?")) {
      statement.setInt(1, number);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("no " + table + " has the number " + number);
        }
        return reader.read(rows);
      }
    }
  }
}
