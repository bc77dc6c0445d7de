package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.Entry.Phrase;
import io.mcpcatalogue.catalogue.PreparedScan.PreparedTool;
import io.mcpcatalogue.catalogue.PreparedScan.PreparedVerdict;
import io.mcpcatalogue.catalogue.sql.Rows;
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
  private final Dictionary dictionary;
  private final List<PreparedStatement> all = new ArrayList<>();
  private final PreparedStatement findServer;
  private final PreparedStatement addServer;
  private final PreparedStatement updateServer;
  private final PreparedStatement noteFailure;
  private final PreparedStatement addScan;
  private final PreparedStatement keepVerdict;
  private final PreparedStatement updateVerdict;
  private final PreparedStatement findTools;
  private final PreparedStatement addTool;
  private final PreparedStatement retireTools;
  private final PreparedStatement reviveTool;
  private final PreparedStatement keepAssessment;
  private final PreparedStatement updateAssessment;
  private final PreparedStatement addOffered;
  private final PreparedStatement addFact;
  private final PreparedStatement addGap;
  private final PreparedStatement findRules;
  private final PreparedStatement addRules;

  private final Map<String, Integer> rules = new HashMap<>();
  private boolean active;
  private long lastServer;
  private long lastScan;
  private long lastTool;

  /**
   * A server that is in the catalogue already, with its current scan, and its failed one, if any.
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared as a whole.
  record KnownServer(
      long id,
      long currentScan,
      boolean currentScanned,
      byte[] digest,
      long failedScan,
      byte[] failedDigest) {}

  WriterStatements(Connection connection, Dictionary dictionary) throws SQLException {
    this.connection = connection;
    this.dictionary = dictionary;
    this.findServer =
        prepare(
            """
            SELECT server.id, current_scan, current.scanned, current.digest, failed_scan, failed.digest
            FROM server JOIN scan current ON current.id = current_scan
            LEFT JOIN scan failed ON failed.id = failed_scan
            WHERE key = ?""");
    this.addServer =
        prepare(
            "INSERT INTO server (id, key, name, current_scan, line) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (key) DO NOTHING");
    this.updateServer =
        prepare(
            "UPDATE server SET name = ?, current_scan = ?, failed_scan = NULL, line = ? WHERE id = ?");
    this.noteFailure = prepare("UPDATE server SET failed_scan = ? WHERE id = ?");
    this.addScan =
        prepare(
            """
            INSERT INTO scan (id, server_id, digest, scanned_at, scanned, version, target, method,
              description, instructions, hosts, tools, origins, origin,
              rules_id, grade, score, explanation, signals, profile, policy_name, policy, exact,
              checked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    this.keepVerdict =
        prepare(
            """
            INSERT OR REPLACE INTO past_verdict
            SELECT id, rules_id, grade, score, explanation, signals, profile, policy_name, policy
            FROM scan WHERE id = ? AND rules_id <> ?""");
    this.updateVerdict =
        prepare(
            """
            UPDATE scan SET checked_at = ?, rules_id = ?, grade = ?, score = ?, explanation = ?,
              signals = ?, profile = ?, policy_name = ?, policy = ?
            WHERE id = ?""");
    this.findTools =
        prepare(
            """
            SELECT DISTINCT tool.id, name, tool.description, rest, raw, coverage, parsed
            FROM scan JOIN json_each(scan.tools) AS item JOIN tool ON tool.id = item.value
            WHERE scan.server_id = ?""");
    this.addTool =
        prepare(
            """
            INSERT INTO tool (id, server_id, current, name, coverage, description, rest, raw, parsed,
              rules_id, category, severity, confidence, parameters, required, rationale, evidence, signals, moves)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    this.retireTools =
        prepare(
            """
            UPDATE tool SET current = 0
            WHERE id IN (SELECT item.value FROM scan JOIN json_each(scan.tools) AS item WHERE scan.id = ?)""");
    this.reviveTool = prepare("UPDATE tool SET current = 1 WHERE id = ?");
    this.keepAssessment =
        prepare(
            """
            INSERT OR REPLACE INTO past_assessment
            SELECT rules_id, id, category, severity, confidence, parameters, required, rationale, evidence, signals, moves
            FROM tool WHERE id = ? AND rules_id <> ?""");
    this.updateAssessment =
        prepare(
            """
            UPDATE tool SET rules_id = ?2, category = ?3, severity = ?4, confidence = ?5, parameters = ?6,
              required = ?7, rationale = ?8, evidence = ?9, signals = ?10, moves = ?11
            WHERE id = ?1 AND (rules_id, category, severity, confidence, parameters, required, rationale, evidence,
              signals, moves) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)""");
    this.addOffered =
        prepare(
            "INSERT INTO offered (scan_id, position, kind, name, description, raw)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    this.addFact =
        prepare("INSERT INTO fact (scan_id, position, fact, value, place) VALUES (?, ?, ?, ?, ?)");
    this.addGap =
        prepare("INSERT INTO gap (scan_id, position, place, kind, reason) VALUES (?, ?, ?, ?, ?)");
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

  KnownServer server(String key) throws SQLException {
    findServer.setString(1, Texts.storable(key));
    try (ResultSet row = findServer.executeQuery()) {
      row.next();
      return new KnownServer(
          row.getLong(1),
          row.getLong(2),
          row.getBoolean(3),
          row.getBytes(4),
          row.getLong(5),
          row.getBytes(6));
    }
  }

  Optional<ServerOrigin> origin(String key) throws SQLException {
    return Rows.first(
        connection,
        row -> new ServerOrigin(row.getString(1), row.getString(2)),
        """
        SELECT name, coalesce(place, target) FROM server JOIN scan ON scan.id = current_scan
        WHERE key = ?""",
        Texts.storable(key));
  }

  Optional<Instant> seen(String key) throws SQLException {
    return Rows.first(
        connection,
        row -> Instant.ofEpochMilli(row.getLong(1)),
        """
        SELECT coalesce(checked_at, scanned_at) FROM server JOIN scan ON scan.id = current_scan
        WHERE key = ? AND scanned""",
        Texts.storable(key));
  }

  List<String> known(String key, String place) throws SQLException {
    return Rows.list(
        connection,
        row -> row.getString(1),
        "SELECT key FROM server WHERE key = ? OR place = ? ORDER BY id",
        Texts.storable(key),
        Texts.storable(place));
  }

  int setPlace(String key, String place) throws SQLException {
    return Rows.update(
        connection,
        "UPDATE server SET place = ?1 WHERE key = ?2 AND place IS NOT ?1",
        Texts.storable(place),
        Texts.storable(key));
  }

  long nextScan() {
    return ++lastScan;
  }

  /** Adds the server of the scan that is added next; its number, or 0 when it is there already. */
  long addServer(PreparedScan scan) throws SQLException {
    addServer.setLong(1, lastServer + 1);
    addServer.setString(2, Texts.storable(scan.serverId()));
    addServer.setString(3, Texts.storable(scan.manifest().name()));
    addServer.setLong(4, lastScan + 1);
    addServer.setBytes(5, scan.line());
    return addServer.executeUpdate() == 0 ? 0 : ++lastServer;
  }

  void updateServer(long id, PreparedScan scan, long scanId) throws SQLException {
    updateServer.setString(1, Texts.storable(scan.manifest().name()));
    updateServer.setLong(2, scanId);
    updateServer.setBytes(3, scan.line());
    updateServer.setLong(4, id);
    updateServer.executeUpdate();
  }

  void noteFailure(long server, long scan) throws SQLException {
    noteFailure.setLong(1, scan);
    noteFailure.setLong(2, server);
    noteFailure.executeUpdate();
  }

  void addScan(long id, long server, PreparedScan scan, String tools) throws SQLException {
    ServerManifest manifest = scan.manifest();
    addScan.setLong(1, id);
    addScan.setLong(2, server);
    addScan.setBytes(3, scan.digest());
    addScan.setLong(4, scan.scannedAt().toEpochMilli());
    addScan.setBoolean(5, scan.scanned());
    addScan.setString(6, Texts.storable(manifest.version()));
    addScan.setString(7, Texts.storable(manifest.target()));
    addScan.setInt(8, Codes.of(manifest.method()));
    addScan.setString(9, Texts.storable(manifest.description()));
    addScan.setString(10, Texts.storable(manifest.instructions()));
    addScan.setString(11, scan.hosts());
    addScan.setString(12, tools);
    addScan.setString(13, scan.origins());
    addScan.setInt(14, dictionary.number(scan.origin()));
    int next = bind(addScan, 15, scan);
    addScan.setString(next, scan.exactTexts());
    boolean seenAgain = scan.checkedAt().isAfter(scan.scannedAt());
    addScan.setObject(next + 1, seenAgain ? scan.checkedAt().toEpochMilli() : null);
    addScan.executeUpdate();
  }

  /** Makes this the verdict on a scan that was seen again; that of other rules is kept. */
  void updateVerdict(long number, PreparedScan scan) throws SQLException {
    keepVerdict.setLong(1, number);
    keepVerdict.setInt(2, rules(scan.rulesDigest()));
    keepVerdict.executeUpdate();
    updateVerdict.setLong(1, scan.checkedAt().toEpochMilli());
    int next = bind(updateVerdict, 2, scan);
    updateVerdict.setLong(next, number);
    updateVerdict.executeUpdate();
  }

  private int bind(PreparedStatement statement, int first, PreparedScan scan) throws SQLException {
    PreparedVerdict verdict = scan.verdict();
    int next = first;
    statement.setInt(next++, rules(scan.rulesDigest()));
    statement.setString(next++, verdict.grade());
    statement.setInt(next++, verdict.score());
    statement.setInt(next++, dictionary.number(verdict.explanation()));
    statement.setString(next++, dictionary.filled(verdict.signals()));
    statement.setInt(next++, dictionary.number(verdict.profile()));
    statement.setString(
        next++, verdict.policyName() == null ? null : Texts.storable(verdict.policyName()));
    statement.setString(next++, dictionary.filled(verdict.policy()));
    return next;
  }

  /** Every version of every tool that the server ever had. */
  Map<ToolContent, Long> tools(long server) throws SQLException {
    Map<ToolContent, Long> tools = new HashMap<>();
    findTools.setLong(1, server);
    try (ResultSet row = findTools.executeQuery()) {
      while (row.next()) {
        tools.put(ToolContent.of(row, 2), row.getLong(1));
      }
    }
    return tools;
  }

  long addTool(long server, boolean current, String rulesDigest, PreparedTool tool)
      throws SQLException {
    long id = ++lastTool;
    ToolContent content = tool.content();
    addTool.setLong(1, id);
    addTool.setLong(2, server);
    addTool.setBoolean(3, current);
    addTool.setString(4, content.name());
    addTool.setInt(5, content.coverage());
    addTool.setString(6, content.description());
    addTool.setString(7, content.rest());
    addTool.setString(8, content.raw());
    addTool.setString(9, content.parsed());
    bind(addTool, 10, rulesDigest, tool.assessment());
    addTool.executeUpdate();
    return id;
  }

  /** The numbers of the tools of a scan, in order. */
  List<Long> toolNumbers(long scan) throws SQLException {
    return Rows.list(
        connection,
        row -> row.getLong(1),
        "SELECT item.value FROM scan JOIN json_each(scan.tools) AS item WHERE scan.id = ? ORDER BY item.key",
        scan);
  }

  /** The tools of this scan are no longer current. */
  void retireTools(long scan) throws SQLException {
    retireTools.setLong(1, scan);
    retireTools.executeUpdate();
  }

  void revive(long tool) throws SQLException {
    reviveTool.setLong(1, tool);
    reviveTool.executeUpdate();
  }

  /** Makes this the verdict on a tool that was seen again; that of other rules is kept. */
  void updateAssessment(long tool, String rulesDigest, AssessmentDraft assessment)
      throws SQLException {
    keepAssessment.setLong(1, tool);
    keepAssessment.setInt(2, rules(rulesDigest));
    keepAssessment.executeUpdate();
    updateAssessment.setLong(1, tool);
    bind(updateAssessment, 2, rulesDigest, assessment);
    updateAssessment.executeUpdate();
  }

  private void bind(
      PreparedStatement statement, int first, String rulesDigest, AssessmentDraft assessment)
      throws SQLException {
    statement.setInt(first, rules(rulesDigest));
    statement.setInt(first + 1, Codes.of(assessment.category()));
    statement.setInt(first + 2, Codes.of(assessment.severity()));
    statement.setDouble(first + 3, assessment.confidence());
    statement.setInt(first + 4, assessment.parameters());
    statement.setInt(first + 5, assessment.required());
    statement.setInt(first + 6, dictionary.number(assessment.rationale()));
    statement.setString(first + 7, dictionary.filled(assessment.evidence()));
    statement.setString(first + 8, dictionary.filled(assessment.signals()));
    statement.setString(first + 9, dictionary.filled(assessment.moves()));
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
    addGap.setInt(3, dictionary.number(new Phrase(gap.where())));
    addGap.setString(4, gap.kind().name());
    addGap.setInt(5, dictionary.number(new Phrase(gap.reason())));
    addGap.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : all) {
      statement.close();
    }
  }
}
