package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.Entry.Phrase;
import io.mcpcatalogue.catalogue.Entry.Treatment;
import io.mcpcatalogue.catalogue.search.SearchWords;
import io.mcpcatalogue.catalogue.search.WordUses;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.ToolDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One scan with everything that can be done before the one writer gets it: texts, digests and
 * packed verdicts. Immutable once made; any thread may make it.
 */
public final class PreparedScan {
  private final ServerManifest manifest;
  private final Instant scannedAt;
  private final Instant checkedAt;
  private final boolean scanned;
  private final String rulesDigest;
  private final String hosts;
  private final byte[] digest;
  private final List<PreparedTool> tools;
  private final boolean repeatsNames;
  private final String origins;
  private final PreparedVerdict verdict;
  private final WordUses words;
  private final int ownText;
  private final Optional<LineDigest> line;

  /**
   * One tool and the verdict on it.
   *
   * @param text by whose words it is found, among those of {@link PreparedScan#words}
   */
  record PreparedTool(ToolContent content, String origin, int text, AssessmentDraft assessment) {}

  /** The verdict on the server, and its policy. */
  record PreparedVerdict(
      String grade,
      int score,
      Phrase explanation,
      Draft signals,
      Phrase profile,
      String policyName,
      Draft policy) {}

  private PreparedScan(
      ServerReport report,
      Instant scannedAt,
      Instant checkedAt,
      Collection<String> hosts,
      String rulesDigest,
      Optional<LineDigest> line,
      SearchWords words) {
    // Its tools are prepared, and a scan that waits is to be small.
    this.manifest = report.manifest().withTools(List.of());
    this.scannedAt = scannedAt;
    this.checkedAt = checkedAt;
    this.scanned = report.isScanned();
    this.rulesDigest = rulesDigest;
    this.hosts = hosts.isEmpty() ? null : Texts.json(new TreeSet<>(hosts));
    words.beginScan();
    this.tools = tools(report, words);
    this.origins = origins(report.manifest().tools());
    List<String> names = distinctNames(report.manifest());
    this.repeatsNames = names.size() < tools.size();
    this.verdict = verdict(report, names);
    this.ownText = words.readServer(manifest.id(), manifest.name(), manifest.description());
    this.words = words.uses();
    this.digest = digest(manifest, tools);
    this.line = line;
  }

  /**
   * Prepares a scan.
   *
   * @param rulesDigest digest of the rule set that judged
   * @param hosts the hosts that were contacted
   */
  public static PreparedScan of(
      ServerReport report, String rulesDigest, Instant scannedAt, Collection<String> hosts) {
    return ofPast(report, rulesDigest, scannedAt, scannedAt, hosts);
  }

  /**
   * Prepares a scan that was made before.
   *
   * @param checkedAt when its state was last found unchanged
   */
  public static PreparedScan ofPast(
      ServerReport report,
      String rulesDigest,
      Instant scannedAt,
      Instant checkedAt,
      Collection<String> hosts) {
    return new PreparedScan(
        report, scannedAt, checkedAt, hosts, rulesDigest, Optional.empty(), new SearchWords());
  }

  /**
   * Prepares a scan of what stands in a line of an index.
   *
   * @param words reads the words of this line, after those of others
   */
  static PreparedScan ofLine(
      ServerReport report,
      String rulesDigest,
      Instant scannedAt,
      LineDigest line,
      SearchWords words) {
    return new PreparedScan(
        report, scannedAt, scannedAt, List.of(), rulesDigest, Optional.of(line), words);
  }

  public String serverId() {
    return manifest.id();
  }

  /** The manifest without its tools. */
  ServerManifest manifest() {
    return manifest;
  }

  Instant scannedAt() {
    return scannedAt;
  }

  Instant checkedAt() {
    return checkedAt;
  }

  boolean scanned() {
    return scanned;
  }

  String rulesDigest() {
    return rulesDigest;
  }

  /** Null without any. */
  String hosts() {
    return hosts;
  }

  byte[] digest() {
    return digest;
  }

  /** Null when it was not read from a line of an index. */
  byte[] line() {
    return line.map(LineDigest::bytes).orElse(null);
  }

  List<PreparedTool> tools() {
    return tools;
  }

  /** By which words the tools and the server are found, and others. */
  WordUses words() {
    return words;
  }

  /** The text by whose words the server is found. */
  int ownText() {
    return ownText;
  }

  PreparedVerdict verdict() {
    return verdict;
  }

  /** Whether several tools have the same name. */
  boolean repeatsNames() {
    return repeatsNames;
  }

  /**
   * What the server says of itself as JSON, where a column cannot hold it as it is; else null. It
   * is judged anew from what is kept.
   */
  String exactTexts() {
    String description = manifest.description();
    String instructions = manifest.instructions();
    if (Texts.isStorable(description) && Texts.isStorable(instructions)) {
      return null;
    }
    return new JsonObjectBuilder()
        .put("description", description)
        .put("instructions", instructions)
        .build()
        .toString();
  }

  /** Where the tools were found, when they have it in common; else empty. */
  Phrase origin() {
    return new Phrase(origins == null && !tools.isEmpty() ? tools.get(0).origin() : "");
  }

  /** Where each of the tools was found, as JSON; null when they have it in common. */
  String origins() {
    return origins;
  }

  private static String origins(List<ToolDefinition> tools) {
    for (ToolDefinition tool : tools) {
      if (!tool.origin().equals(tools.get(0).origin())) {
        return Texts.json(tools.stream().map(ToolDefinition::origin).toList());
      }
    }
    return null;
  }

  private static List<PreparedTool> tools(ServerReport report, SearchWords words) {
    List<PreparedTool> tools = new ArrayList<>(report.manifest().tools().size());
    for (int i = 0; i < report.manifest().tools().size(); i++) {
      ToolDefinition tool = report.manifest().tools().get(i);
      Assessment assessment = report.assessment().tools().get(i);
      tools.add(
          new PreparedTool(
              ToolContent.of(tool),
              tool.origin(),
              words.readTool(tool),
              AssessmentDraft.of(assessment, tool)));
    }
    return List.copyOf(tools);
  }

  private static PreparedVerdict verdict(ServerReport report, List<String> names) {
    String server = report.manifest().name();
    Policy policy = report.policy();
    Wording wording = Wording.of(List.of(server));
    return new PreparedVerdict(
        report.assessment().grade(),
        report.assessment().score(),
        new Phrase(wording.phrase(report.assessment().explanation())),
        report.assessment().signals().isEmpty()
            ? null
            : AssessmentDraft.serverSignals(
                report.assessment().signals(), server, report.manifest().tools()),
        new Phrase(policy.profile()),
        policy.server().equals(server) ? null : policy.server(),
        policy(policy, names));
  }

  static List<String> distinctNames(ServerManifest manifest) {
    Set<String> names = new LinkedHashSet<>();
    for (ToolDefinition tool : manifest.tools()) {
      names.add(tool.name());
    }
    return List.copyOf(names);
  }

  private static Draft policy(Policy policy, List<String> names) {
    boolean named = !lists(policy, names);
    Draft draft = new Draft().open();
    for (ToolPolicy tool : policy.tools()) {
      if (named) {
        draft.open().add(JsonValue.of(tool.tool())).add(Treatment.of(tool)).close();
      } else {
        draft.add(Treatment.of(tool));
      }
    }
    return draft.close();
  }

  /** Whether the policy lists these tools, in this order. */
  private static boolean lists(Policy policy, List<String> names) {
    if (policy.tools().size() != names.size()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!policy.tools().get(i).tool().equals(names.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] digest(ServerManifest manifest, List<PreparedTool> tools) {
    ContentDigest digest = new ContentDigest();
    digest.add(manifest.name()).add(manifest.version()).add(manifest.target());
    digest.add(manifest.method().name());
    digest.add(manifest.description()).add(manifest.instructions());
    for (PreparedTool tool : tools) {
      ToolContent content = tool.content();
      digest.add("tool").add(tool.origin());
      content.addTo(digest);
    }
    for (OfferedItem item : manifest.offered()) {
      digest.add("offered").add(item.kind().name()).add(item.name()).add(item.description());
      digest.add(item.raw().toString());
    }
    for (Fact fact : manifest.facts()) {
      digest.add("fact").add(fact.id()).add(fact.value()).add(fact.where());
    }
    for (Gap gap : manifest.gaps()) {
      digest.add("gap").add(gap.where()).add(gap.kind().name()).add(gap.reason());
    }
    return digest.finish();
  }
}
