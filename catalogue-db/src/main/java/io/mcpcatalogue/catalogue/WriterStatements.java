package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.PreparedScan.PreparedTool;
import io.mcpcatalogue.catalogue.PreparedScan.PreparedVerdict;
import io.mcpcatalogue.catalogue.PreparedScan.ToolContent;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ServerManifest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL of the one writer, each statement prepared once. Plain JDBC: this is the hot path. */
final class WriterStatements implements AutoCloseable {
  private final Connection connection;
  private final List<PreparedStatement> all = new ArrayList<>();
  private final PreparedStatement findServer;
  private final PreparedStatement addServer;
  private final PreparedStatement updateServer;
  private final PreparedStatement noteFailure;
  private final PreparedStatement addScan;
  private final PreparedStatement touchScan;
  private final PreparedStatement findTools;
  private final PreparedStatement addTool;
  private final PreparedStatement addScanTool;
  private final PreparedStatement addOffered;
  private final PreparedStatement addFact;
  private final PreparedStatement addGap;
  private final PreparedStatement putAssessment;
  private final PreparedStatement putVerdict;
  private final PreparedStatement findRules;
  private final PreparedStatement addRules;

  private final Map<String, Integer> rules = new HashMap<>();
  private boolean active;
  private long lastServer;
  private long lastScan;
  private long lastTool;

  /**
   * A server that is in the catalogue already, with its current scan and its failed one, if any.
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared as a whole.
  record KnownServer(
      long id,
      long currentScan,
      boolean currentScanned,
      byte[] digest,
      long failedScan,
      byte[] failedDigest) {}

  WriterStatements(Connection connection) throws SQLException {
    this.connection = connection;
    this.findServer =
        prepare(
            """
            SELECT server.id, current_scan, current.scanned, current.digest, failed_scan, failed.digest
            FROM server JOIN scan current ON current.id = current_scan
            LEFT JOIN scan failed ON failed.id = failed_scan
            WHERE key = ?""");
    this.addServer =
        prepare("INSERT INTO server (id, key, name, current_scan) VALUES (?, ?, ?, ?)");
    this.updateServer =
        prepare("UPDATE server SET name = ?, current_scan = ?, failed_scan = NULL WHERE id = ?");
    this.noteFailure = prepare("UPDATE server SET failed_scan = ? WHERE id = ?");
    this.addScan =
        prepare(
            """
            INSERT INTO scan (id, server_id, digest, scanned_at, checked_at, scanned, rules_id, version,
              target, method, origin, description, instructions, hosts)
            VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)""");
    this.touchScan = prepare("UPDATE scan SET checked_at = ?, rules_id = ? WHERE id = ?");
    this.findTools =
        prepare(
            """
            SELECT DISTINCT tool.id, raw, coverage, parsed
            FROM scan JOIN scan_tool ON scan_id = scan.id JOIN tool ON tool.id = tool_id
            WHERE scan.server_id = ?""");
    this.addTool =
        prepare(
            "INSERT INTO tool (id, server_id, digest, name, coverage, raw, parsed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
    this.addScanTool =
        prepare("INSERT INTO scan_tool (scan_id, position, tool_id, origin) VALUES (?, ?, ?, ?)");
    this.addOffered =
        prepare(
            "INSERT INTO offered (scan_id, position, kind, name, description, raw)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    this.addFact =
        prepare("INSERT INTO fact (scan_id, position, fact, value, place) VALUES (?, ?, ?, ?, ?)");
    this.addGap =
        prepare("INSERT INTO gap (scan_id, position, place, kind, reason) VALUES (?, ?, ?, ?, ?)");
    this.putAssessment =
        prepare(
            """
            INSERT OR REPLACE INTO assessment (rules_id, tool_id, category, severity, confidence,
              parameters, required, rationale, evidence, signals, moves)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    this.putVerdict =
        prepare(
            """
            INSERT OR REPLACE INTO verdict (scan_id, rules_id, grade, score, explanation, signals,
              profile, policy_name, policy)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    this.findRules = prepare("SELECT id FROM rules WHERE digest = ?");
    this.addRules = prepare("INSERT INTO rules (digest) VALUES (?) RETURNING id");
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    all.add(statement);
    return statement;
  }

  /** Takes the write lock, and learns the last numbers: another process may have added some. */
  void begin() throws SQLException {
    execute("BEGIN IMMEDIATE");
    active = true;
    lastServer = last("server");
    lastScan = last("scan");
    lastTool = last("tool");
  }

  void commit() throws SQLException {
    execute("COMMIT");
    active = false;
  }

  void rollback() throws SQLException {
    rules.clear();
    if (active) {
      active = false;
      execute("ROLLBACK");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private long last(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT max(id) FROM " + table)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  int rules(String digest) throws SQLException {
    Integer known = rules.get(digest);
    if (known == null) {
      int found = first(findRules, digest);
      known = found > 0 ? found : first(addRules, digest);
      rules.put(digest, known);
    }
    return known;
  }

  private static int first(PreparedStatement statement, String text) throws SQLException {
    statement.setString(1, text);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  Optional<KnownServer> server(String key) throws SQLException {
    findServer.setString(1, Texts.storable(key));
    try (ResultSet row = findServer.executeQuery()) {
      return row.next()
          ? Optional.of(
              new KnownServer(
                  row.getLong(1),
                  row.getLong(2),
                  row.getBoolean(3),
                  row.getBytes(4),
                  row.getLong(5),
                  row.getBytes(6)))
          : Optional.empty();
    }
  }

  long nextServer() {
    return ++lastServer;
  }

  long nextScan() {
    return ++lastScan;
  }

  void addServer(long id, String key, String name, long scan) throws SQLException {
    addServer.setLong(1, id);
    addServer.setString(2, Texts.storable(key));
    addServer.setString(3, Texts.storable(name));
    addServer.setLong(4, scan);
    addServer.executeUpdate();
  }

  void updateServer(long id, String name, long scan) throws SQLException {
    updateServer.setString(1, Texts.storable(name));
    updateServer.setLong(2, scan);
    updateServer.setLong(3, id);
    updateServer.executeUpdate();
  }

  void noteFailure(long server, long scan) throws SQLException {
    noteFailure.setLong(1, scan);
    noteFailure.setLong(2, server);
    noteFailure.executeUpdate();
  }

  void addScan(long id, long server, PreparedScan scan, int rulesId) throws SQLException {
    ServerManifest manifest = scan.manifest();
    addScan.setLong(1, id);
    addScan.setLong(2, server);
    addScan.setBytes(3, scan.digest());
    addScan.setLong(4, scan.scannedAt().toEpochMilli());
    addScan.setBoolean(5, scan.scanned());
    addScan.setInt(6, rulesId);
    addScan.setString(7, Texts.storable(manifest.version()));
    addScan.setString(8, Texts.storable(manifest.target()));
    addScan.setString(9, manifest.method().name());
    addScan.setString(10, Texts.storable(scan.origin()));
    addScan.setString(11, Texts.storable(manifest.description()));
    addScan.setString(12, Texts.storable(manifest.instructions()));
    addScan.setString(13, scan.hosts());
    addScan.executeUpdate();
  }

  void touch(long scan, Instant at, int rulesId) throws SQLException {
    touchScan.setLong(1, at.toEpochMilli());
    touchScan.setInt(2, rulesId);
    touchScan.setLong(3, scan);
    touchScan.executeUpdate();
  }

  /** Every version of every tool that the server ever had. */
  Map<ToolContent, Long> tools(long server) throws SQLException {
    Map<ToolContent, Long> tools = new HashMap<>();
    findTools.setLong(1, server);
    try (ResultSet row = findTools.executeQuery()) {
      while (row.next()) {
        tools.put(
            new ToolContent(row.getString(2), row.getInt(3), row.getString(4)), row.getLong(1));
      }
    }
    return tools;
  }

  long addTool(long server, Object digest, PreparedTool tool) throws SQLException {
    long id = ++lastTool;
    addTool.setLong(1, id);
    addTool.setLong(2, server);
    addTool.setObject(3, digest);
    addTool.setString(4, Texts.storable(tool.name()));
    addTool.setInt(5, tool.content().coverage());
    addTool.setString(6, tool.content().raw());
    addTool.setString(7, tool.content().parsed());
    addTool.executeUpdate();
    return id;
  }

  void addScanTool(long scan, int position, long tool, String origin) throws SQLException {
    addScanTool.setLong(1, scan);
    addScanTool.setInt(2, position);
    addScanTool.setLong(3, tool);
    addScanTool.setString(4, origin == null ? null : Texts.storable(origin));
    addScanTool.executeUpdate();
  }

  void addOffered(long scan, int position, OfferedItem item) throws SQLException {
    addOffered.setLong(1, scan);
    addOffered.setInt(2, position);
    addOffered.setString(3, item.kind().name());
    addOffered.setString(4, Texts.storable(item.name()));
    addOffered.setString(5, Texts.storable(item.description()));
    addOffered.setString(6, item.raw().toString());
    addOffered.executeUpdate();
  }

  void addFact(long scan, int position, Fact fact) throws SQLException {
    addFact.setLong(1, scan);
    addFact.setInt(2, position);
    addFact.setString(3, fact.id());
    addFact.setString(4, Texts.storable(fact.value()));
    addFact.setString(5, Texts.storable(fact.where()));
    addFact.executeUpdate();
  }

  void addGap(long scan, int position, Gap gap) throws SQLException {
    addGap.setLong(1, scan);
    addGap.setInt(2, position);
    addGap.setString(3, Texts.storable(gap.where()));
    addGap.setString(4, gap.kind().name());
    addGap.setString(5, Texts.storable(gap.reason()));
    addGap.executeUpdate();
  }

  void putAssessment(
      int rulesId,
      long tool,
      Assessment assessment,
      int rationale,
      String evidence,
      String signals,
      String moves)
      throws SQLException {
    putAssessment.setInt(1, rulesId);
    putAssessment.setLong(2, tool);
    putAssessment.setInt(3, Codes.of(assessment.category()));
    putAssessment.setInt(4, Codes.of(assessment.severity()));
    putAssessment.setDouble(5, assessment.confidence());
    putAssessment.setInt(6, assessment.parameterCount());
    putAssessment.setInt(7, assessment.requiredCount());
    putAssessment.setInt(8, rationale);
    putAssessment.setString(9, evidence);
    putAssessment.setString(10, signals);
    putAssessment.setString(11, moves);
    putAssessment.executeUpdate();
  }

  void putVerdict(
      long scan,
      int rulesId,
      PreparedVerdict verdict,
      int explanation,
      String signals,
      String policy)
      throws SQLException {
    putVerdict.setLong(1, scan);
    putVerdict.setInt(2, rulesId);
    putVerdict.setString(3, verdict.grade());
    putVerdict.setInt(4, verdict.score());
    putVerdict.setInt(5, explanation);
    putVerdict.setString(6, signals);
    putVerdict.setString(7, verdict.profile());
    putVerdict.setString(
        8, verdict.policyName() == null ? null : Texts.storable(verdict.policyName()));
    putVerdict.setString(9, policy);
    putVerdict.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : all) {
      statement.close();
    }
  }
}
