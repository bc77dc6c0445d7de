package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.AssessmentUnpacker.Unpacked;
import io.mcpcatalogue.catalogue.Entry.Treatment;
import io.mcpcatalogue.catalogue.sql.Rows;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.ToolDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts one stored scan together again. For one thread. */
final class ScanReader {
  /** The columns of the verdict by the rules that are asked for: of the tool, or of its past. */
  private static final String VERDICT =
      """
      iif(past.tool_id IS NULL, tool.category, past.category),
      iif(past.tool_id IS NULL, tool.severity, past.severity),
      iif(past.tool_id IS NULL, tool.confidence, past.confidence),
      iif(past.tool_id IS NULL, tool.parameters, past.parameters),
      iif(past.tool_id IS NULL, tool.required, past.required),
      iif(past.tool_id IS NULL, tool.rationale, past.rationale),
      iif(past.tool_id IS NULL, tool.evidence, past.evidence),
      iif(past.tool_id IS NULL, tool.signals, past.signals),
      iif(past.tool_id IS NULL, tool.moves, past.moves)""";

  private final Connection connection;
  private final Function<String, JsonValue> parser;
  private final DictionaryReader dictionary;
  private final AssessmentUnpacker unpacker;

  ScanReader(Connection connection, Function<String, JsonValue> parser) {
    this.connection = connection;
    this.parser = parser;
    this.dictionary = new DictionaryReader(connection, parser);
    this.unpacker = new AssessmentUnpacker(dictionary, parser);
  }

  /** What a server says of itself. */
  private record OwnTexts(String description, String instructions) {}

  /** The columns of a scan, its server and its verdict. */
  private record Head(
      String id,
      String name,
      String version,
      String target,
      CollectionMethod method,
      List<String> origins,
      OwnTexts texts,
      Instant scannedAt,
      Instant checkedAt,
      List<String> hosts,
      int rulesId,
      String rulesDigest,
      String grade,
      int score,
      int explanation,
      String signals,
      String profile,
      Optional<String> policyName,
      String policy,
      long failedScan) {

    String origin(int position) {
      return origins.size() == 1 ? origins.get(0) : origins.get(position);
    }
  }

  StoredScan read(long number) throws SQLException {
    Head head =
        Rows.first(
                connection,
                this::head,
                """
                SELECT key, server.name, version, target, method, coalesce(origins, json_array(origin.text)),
                  description, instructions, scanned_at, coalesce(checked_at, scanned_at), hosts,
                  scan.rules_id, rules.digest, grade, score, explanation, signals, profile.text,
                  policy_name, policy,
                  CASE scan.id WHEN current_scan THEN failed_scan END, exact
                FROM scan JOIN server ON server.id = server_id
                JOIN rules ON rules.id = scan.rules_id
                JOIN phrase AS origin ON origin.id = scan.origin
                JOIN phrase AS profile ON profile.id = scan.profile
                WHERE scan.id = ?""",
                number)
            .orElseThrow(() -> new SQLException("there is no scan " + number));
    List<ToolDefinition> tools = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    for (ToolRow row : toolRows(number, head.rulesId())) {
      ToolDefinition tool = row.content().definition(parser, head.origin(tools.size()));
      tools.add(tool);
      assessments.add(assessment(row, tool, head.rulesDigest()));
    }
    ServerManifest manifest = manifest(number, head, tools);
    ServerAssessment assessment =
        new ServerAssessment(
            head.grade(),
            head.score(),
            Wording.of(List.of(head.name())).sentence(dictionary.phrase(head.explanation())),
            unpacker.serverSignals(head.name(), tools, head.signals()),
            assessments);
    return new StoredScan(
        number,
        new ServerReport(manifest, assessment, policy(head, manifest)),
        head.rulesDigest(),
        head.scannedAt(),
        head.checkedAt(),
        head.hosts(),
        gaps(head.failedScan()));
  }

  private Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Codes.method(row.getInt(5)),
        texts(row.getString(6)),
        ownTexts(row.getString(7), row.getString(8), row.getString(22)),
        Instant.ofEpochMilli(row.getLong(9)),
        Instant.ofEpochMilli(row.getLong(10)),
        texts(row.getString(11)),
        row.getInt(12),
        row.getString(13),
        row.getString(14),
        row.getInt(15),
        row.getInt(16),
        row.getString(17),
        row.getString(18),
        Optional.ofNullable(row.getString(19)),
        row.getString(20),
        row.getLong(21));
  }

  private OwnTexts ownTexts(String description, String instructions, String exact) {
    if (exact == null) {
      return new OwnTexts(description, instructions);
    }
    JsonObject texts = parser.apply(exact).asObject();
    return new OwnTexts(
        texts.text("description").orElse(description),
        texts.text("instructions").orElse(instructions));
  }

  private List<String> texts(String array) {
    if (array == null) {
      return List.of();
    }
    return parser.apply(array).asArray().values().stream()
        .map(text -> text.text().orElse(""))
        .toList();
  }

  private ServerManifest manifest(long number, Head head, List<ToolDefinition> tools)
      throws SQLException {
    return new ServerManifest(
        head.id(),
        head.name(),
        head.version(),
        head.target(),
        head.method(),
        head.texts().description(),
        head.texts().instructions(),
        tools,
        offered(number),
        facts(number),
        gaps(number));
  }

  /** A tool of a scan with its packed assessment. */
  private record ToolRow(
      ToolContent content,
      int category,
      int severity,
      double confidence,
      int parameters,
      int required,
      int rationale,
      String evidence,
      String signals,
      String moves) {}

  private List<ToolRow> toolRows(long scan, int rules) throws SQLException {
    return Rows.list(
        connection,
        row ->
            new ToolRow(
                ToolContent.of(row, 1),
                row.getInt(7),
                row.getInt(8),
                row.getDouble(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getString(13),
                row.getString(14),
                row.getString(15)),
        """
        SELECT name, description, rest, raw, coverage, parsed, %s
        FROM (SELECT item.key AS position, tool.* FROM scan
          JOIN json_each(scan.tools) AS item JOIN tool ON tool.id = item.value WHERE scan.id = ?2) AS tool
        LEFT JOIN past_assessment AS past
          ON tool.rules_id <> ?1 AND past.rules_id = ?1 AND past.tool_id = tool.id
        ORDER BY position"""
            .formatted(VERDICT),
        rules,
        scan);
  }

  private Assessment assessment(ToolRow row, ToolDefinition tool, String rules)
      throws SQLException {
    Unpacked unpacked =
        unpacker.unpack(tool, row.rationale(), row.evidence(), row.signals(), row.moves());
    return new Assessment(
        tool.name(),
        Codes.category(row.category()),
        Codes.severity(row.severity()),
        unpacked.moves(),
        row.confidence(),
        unpacked.rationale(),
        unpacked.evidence(),
        unpacked.signals(),
        row.parameters(),
        row.required(),
        rules);
  }

  private Policy policy(Head head, ServerManifest manifest) throws SQLException {
    List<String> names = PreparedScan.distinctNames(manifest);
    List<ToolPolicy> tools = new ArrayList<>();
    for (JsonValue item : parser.apply(head.policy()).asArray().values()) {
      List<JsonValue> named = item.asArray().values();
      String name = named.isEmpty() ? names.get(tools.size()) : named.get(0).text().orElse("");
      JsonValue treatment = named.isEmpty() ? item : named.get(1);
      tools.add(toolPolicy(name, Integer.parseInt(((JsonNumber) treatment).spelling())));
    }
    return new Policy(head.profile(), head.policyName().orElse(head.name()), tools);
  }

  private ToolPolicy toolPolicy(String tool, int number) throws SQLException {
    Treatment treatment = dictionary.treatment(number);
    Optional<Limit> limit =
        treatment.window().isEmpty()
            ? Optional.empty()
            : Optional.of(new Limit(treatment.maxCalls(), Window.valueOf(treatment.window())));
    return new ToolPolicy(tool, Action.valueOf(treatment.action()), limit, treatment.reason());
  }

  private List<OfferedItem> offered(long scan) throws SQLException {
    return Rows.list(
        connection,
        row ->
            offered(
                OfferedItem.Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                parser.apply(row.getString(4)).asObject()),
        "SELECT kind, name, description, raw FROM offered WHERE scan_id = ? ORDER BY position",
        scan);
  }

  /** As it was sent, unless it was understood otherwise. */
  private static OfferedItem offered(
      OfferedItem.Kind kind, String name, String description, JsonObject raw) {
    OfferedItem sent = OfferedItem.of(kind, raw);
    boolean asSent =
        Texts.storable(sent.name()).equals(name)
            && Texts.storable(sent.description()).equals(description);
    return asSent ? sent : new OfferedItem(kind, name, description, raw);
  }

  private List<Fact> facts(long scan) throws SQLException {
    return Rows.list(
        connection,
        row -> new Fact(row.getString(1), row.getString(2), row.getString(3)),
        "SELECT fact, value, place FROM fact WHERE scan_id = ? ORDER BY position",
        scan);
  }

  private List<Gap> gaps(long scan) throws SQLException {
    return Rows.list(
        connection,
        row -> new Gap(row.getString(1), Gap.Kind.valueOf(row.getString(2)), row.getString(3)),
        """
        SELECT place.text, kind, reason.text FROM gap
        JOIN phrase AS place ON place.id = place JOIN phrase AS reason ON reason.id = reason
        WHERE scan_id = ? ORDER BY position""",
        scan);
  }
}
