package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.Entry.Move;
import io.mcpcatalogue.catalogue.Entry.Phrase;
import io.mcpcatalogue.catalogue.Entry.Reason;
import io.mcpcatalogue.catalogue.Entry.SignalKind;
import io.mcpcatalogue.catalogue.Entry.Treatment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives entries their numbers, in the order of their first use, and writes those that are new. For
 * the one writer.
 */
final class Dictionary implements AutoCloseable {
  /** So many numbers are remembered before all are forgotten, which are looked up then. */
  private static final int REMEMBERED = 1 << 16;

  private final Map<Entry, Integer> numbers = new HashMap<>();

  private final Table phrases;
  private final Table reasons;
  private final Table signals;
  private final Table moves;
  private final Table treatments;

  Dictionary(Connection connection) throws SQLException {
    this.phrases = new Table(connection, "phrase", "text");
    this.reasons = new Table(connection, "reason", "rule", "category", "weight");
    this.signals = new Table(connection, "signal", "rule", "severity", "\"references\"");
    this.moves = new Table(connection, "move", "rule", "from_severity", "to_severity");
    this.treatments = new Table(connection, "treatment", "action", "max_calls", "window", "reason");
  }

  int number(Entry entry) throws SQLException {
    Integer known = numbers.get(entry);
    if (known != null) {
      return known;
    }
    int number = find(entry);
    if (numbers.size() == REMEMBERED) {
      numbers.clear();
    }
    numbers.put(entry, number);
    return number;
  }

  /** The draft with the numbers of its entries; null stays null. */
  String filled(Draft draft) throws SQLException {
    return draft == null ? null : draft.fill(this);
  }

  /** Forgets what a transaction that was rolled back had added. */
  void forget() {
    numbers.clear();
  }

  private int find(Entry entry) throws SQLException {
    if (entry instanceof Phrase phrase) {
      return phrases.number(Texts.storable(phrase.text()));
    }
    if (entry instanceof Reason reason) {
      return reasons.number(reason.rule(), Codes.of(reason.category()), reason.weight());
    }
    if (entry instanceof SignalKind signal) {
      return signals.number(
          signal.rule(), Codes.of(signal.severity()), Texts.json(signal.references()));
    }
    if (entry instanceof Move move) {
      return moves.number(move.rule(), Codes.of(move.from()), Codes.of(move.to()));
    }
    Treatment treatment = (Treatment) entry;
    return treatments.number(
        treatment.action(), treatment.maxCalls(), treatment.window(), treatment.reason());
  }

  @Override
  public void close() throws SQLException {
    for (Table table : new Table[] {phrases, reasons, signals, moves, treatments}) {
      table.find.close();
      table.add.close();
    }
  }

  /** One table of entries: a number, and columns that are unique together. */
  private static final class Table {
    private final PreparedStatement find;
    private final PreparedStatement add;

    Table(Connection connection, String table, String... columns) throws SQLException {
      this.find =
          connection.prepareStatement(
              "SELECT id FROM " + table + " WHERE " + String.join(" = ? AND ", columns) + " = ?");
      this.add =
          connection.prepareStatement(
              "INSERT INTO "
                  + table
                  + " ("
                  + String.join(", ", columns)
                  + ") VALUES (?"
                  + ", ?".repeat(columns.length - 1)
                  + ")");
    }

    int number(Object... values) throws SQLException {
      int found = find(values);
      if (found > 0) {
        return found;
      }
      // Not with RETURNING: that would make the search index write out what it has gathered.
      bind(add, values);
      add.executeUpdate();
      return find(values);
    }

    private int find(Object... values) throws SQLException {
      bind(find, values);
      try (ResultSet rows = find.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
    }
  }
}
