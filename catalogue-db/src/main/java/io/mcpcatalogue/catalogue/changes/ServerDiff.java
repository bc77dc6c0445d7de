package io.mcpcatalogue.catalogue.changes;

import io.mcpcatalogue.catalogue.changes.Change.Kind;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares two scans of a server: a pure function. What changes from scan to scan by nature, such
 * as the time of day in a default, is no change.
 */
public final class ServerDiff {
  /** What is compared each for itself; the rest of a definition is compared as a whole. */
  private static final Set<String> COMPARED =
      Set.of("name", "title", "description", "inputSchema", "annotations");

  private static final Pattern LINE_NUMBER = Pattern.compile(":\\d+\\b");

  private final ServerReport before;
  private final ServerReport after;
  private final List<Change> changes = new ArrayList<>();

  private ServerDiff(ServerReport before, ServerReport after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The differences: first those of the server, then tool by tool in the order of the later scan.
   */
  public static List<Change> between(ServerReport before, ServerReport after) {
    ServerDiff diff = new ServerDiff(before, after);
    diff.server();
    diff.offered();
    diff.tools();
    return List.copyOf(diff.changes);
  }

  /** A tool with its verdict. */
  private record Judged(ToolDefinition tool, Assessment assessment) {}

  private void server() {
    text(Kind.VERSION, "", before.manifest().version(), after.manifest().version());
    text(Kind.METHOD, "", before.manifest().method().name(), after.manifest().method().name());
    gaps();
    text(
        Kind.SERVER_DESCRIPTION,
        "",
        before.manifest().description(),
        after.manifest().description());
    text(Kind.INSTRUCTIONS, "", before.manifest().instructions(), after.manifest().instructions());
    signals("", before.assessment().signals(), after.assessment().signals());
    String gradeBefore = before.assessment().grade();
    String gradeAfter = after.assessment().grade();
    if (!gradeBefore.equals(gradeAfter)) {
      boolean worse = !gradeBefore.isEmpty() && gradeAfter.compareTo(gradeBefore) > 0;
      add(Kind.GRADE, "", gradeBefore, gradeAfter, worse);
    }
  }

  /** A tool that is gone beside a new gap may only not have been seen. */
  private void gaps() {
    Map<String, String> old = gaps(before);
    Map<String, String> young = gaps(after);
    young.forEach(
        (key, gap) -> {
          if (!old.containsKey(key)) {
            add(Kind.GAP_ADDED, "", "", gap, false);
          }
        });
    old.forEach(
        (key, gap) -> {
          if (!young.containsKey(key)) {
            add(Kind.GAP_REMOVED, "", gap, "", false);
          }
        });
  }

  /** By what stays when lines are added above it. */
  private static Map<String, String> gaps(ServerReport report) {
    Map<String, String> gaps = new LinkedHashMap<>();
    for (Gap gap : report.manifest().gaps()) {
      String text = gap.toString();
      gaps.putIfAbsent(Volatile.plain(LINE_NUMBER.matcher(text).replaceAll("")), text);
    }
    return gaps;
  }

  private void offered() {
    Map<String, OfferedItem> old = items(before.manifest().offered());
    Map<String, OfferedItem> young = items(after.manifest().offered());
    young.forEach(
        (key, item) -> {
          if (!old.containsKey(key)) {
            add(Kind.OFFERED_ADDED, "", "", key, false);
          } else if (!item.raw().equals(old.get(key).raw())) {
            add(
                Kind.OFFERED_CHANGED,
                "",
                old.get(key).raw().toString(),
                item.raw().toString(),
                false);
          }
        });
    old.keySet().stream()
        .filter(key -> !young.containsKey(key))
        .forEach(key -> add(Kind.OFFERED_REMOVED, "", key, "", false));
  }

  private static Map<String, OfferedItem> items(List<OfferedItem> offered) {
    Map<String, OfferedItem> items = new LinkedHashMap<>();
    offered.forEach(item -> items.putIfAbsent(item.kind() + " " + item.name(), item));
    return items;
  }

  private void tools() {
    Map<String, Judged> old = judged(before);
    Map<String, Judged> young = judged(after);
    young.forEach(
        (name, tool) -> {
          if (old.containsKey(name)) {
            tool(name, old.get(name), tool);
          } else {
            Assessment verdict = tool.assessment();
            add(Kind.TOOL_ADDED, name, "", verdict(verdict), isRisk(verdict));
          }
        });
    old.forEach(
        (name, tool) -> {
          if (!young.containsKey(name)) {
            add(Kind.TOOL_REMOVED, name, verdict(tool.assessment()), "", false);
          }
        });
  }

  private static boolean isRisk(Assessment added) {
    return added.severity() != Severity.LOW || !added.signals().isEmpty();
  }

  /** By name; a name that is listed twice is told apart by its number. */
  private static Map<String, Judged> judged(ServerReport report) {
    Map<String, Judged> tools = new LinkedHashMap<>();
    for (int i = 0; i < report.manifest().tools().size(); i++) {
      ToolDefinition tool = report.manifest().tools().get(i);
      Judged judged = new Judged(tool, report.assessment().tools().get(i));
      String name = tool.name();
      for (int copy = 2; tools.containsKey(name); copy++) {
        name = tool.name() + " (" + copy + ")";
      }
      tools.put(name, judged);
    }
    return tools;
  }

  private void tool(String name, Judged old, Judged young) {
    text(Kind.TITLE, name, old.tool().title(), young.tool().title());
    text(Kind.DESCRIPTION, name, old.tool().description(), young.tool().description());
    schema(name, old, young);
    json(Kind.ANNOTATIONS, name, old.tool().annotations(), young.tool().annotations());
    otherMembers(name, old.tool().raw(), young.tool().raw());
    Assessment was = old.assessment();
    Assessment is = young.assessment();
    if (was.category() != is.category()) {
      add(
          Kind.CATEGORY,
          name,
          was.category().name(),
          is.category().name(),
          is.category().compareTo(was.category()) > 0);
    }
    if (was.severity() != is.severity()) {
      add(
          Kind.SEVERITY,
          name,
          was.severity().name(),
          is.severity().name(),
          is.severity().compareTo(was.severity()) > 0);
    }
    signals(name, was.signals(), is.signals());
  }

  /** Only those that differ: the others would hide them. */
  private void otherMembers(String tool, JsonObject old, JsonObject young) {
    Set<String> names = new LinkedHashSet<>(old.members().keySet());
    names.addAll(young.members().keySet());
    names.removeAll(COMPARED);
    for (String name : names) {
      String was = member(name, old);
      String is = member(name, young);
      if (was.isEmpty()
          || is.isEmpty()
          || !Volatile.same(old.members().get(name), young.members().get(name))) {
        add(Kind.MEMBER, tool, was, is, false);
      }
    }
  }

  private static String member(String name, JsonObject object) {
    return Optional.ofNullable(object.members().get(name))
        .map(value -> name + " " + value)
        .orElse("");
  }

  private void schema(String name, Judged old, Judged young) {
    JsonObject oldSchema = old.tool().inputSchema();
    JsonObject youngSchema = young.tool().inputSchema();
    Map<String, JsonValue> oldParameters = parameters(oldSchema);
    Map<String, JsonValue> youngParameters = parameters(youngSchema);
    Set<String> pointedAt = pointedAt(young.assessment());
    youngParameters.forEach(
        (parameter, schema) -> {
          JsonValue was = oldParameters.get(parameter);
          boolean risk = pointedAt.contains(parameter);
          if (was == null) {
            add(Kind.PARAMETER_ADDED, name, "", parameter + " " + schema, risk);
          } else if (!Volatile.same(was, schema)) {
            boolean newRisk = risk && !pointedAt(old.assessment()).contains(parameter);
            add(
                Kind.PARAMETER_CHANGED,
                name,
                parameter + " " + was,
                parameter + " " + schema,
                newRisk);
          }
        });
    oldParameters.forEach(
        (parameter, schema) -> {
          if (!youngParameters.containsKey(parameter)) {
            add(Kind.PARAMETER_REMOVED, name, parameter + " " + schema, "", false);
          }
        });
    json(Kind.SCHEMA, name, withoutParameters(oldSchema), withoutParameters(youngSchema));
  }

  private static Map<String, JsonValue> parameters(JsonObject schema) {
    return schema.object("properties").members();
  }

  private static JsonObject withoutParameters(JsonObject schema) {
    Map<String, JsonValue> members = new LinkedHashMap<>(schema.members());
    members.remove("properties");
    return new JsonObject(members);
  }

  /** The parameters that signals point at. */
  private static Set<String> pointedAt(Assessment assessment) {
    String prefix = "/inputSchema/properties/";
    Set<String> names = new LinkedHashSet<>();
    for (Signal signal : assessment.signals()) {
      signal.evidence().stream()
          .map(quote -> quote.at())
          .filter(at -> at.startsWith(prefix))
          .map(at -> at.substring(prefix.length()).split("/", 2)[0])
          .map(name -> name.replace("~1", "/").replace("~0", "~"))
          .forEach(names::add);
    }
    return names;
  }

  private void signals(String tool, List<Signal> old, List<Signal> young) {
    Map<String, Severity> before = severities(old);
    Map<String, Severity> after = severities(young);
    for (Signal signal : young) {
      Severity was = before.get(signal.id());
      if (was == null) {
        add(Kind.SIGNAL_ADDED, tool, "", signal.id() + ": " + signal.message(), true);
      } else if (was != signal.severity()) {
        severity(tool, signal, was);
      }
    }
    for (Signal signal : old) {
      if (!after.containsKey(signal.id())) {
        add(Kind.SIGNAL_REMOVED, tool, signal.id() + ": " + signal.message(), "", false);
      }
    }
  }

  private void severity(String tool, Signal signal, Severity was) {
    add(
        Kind.SIGNAL_SEVERITY,
        tool,
        signal.id() + " " + was,
        signal.severity() + ": " + signal.message(),
        signal.severity().compareTo(was) > 0);
  }

  private static Map<String, Severity> severities(List<Signal> signals) {
    Map<String, Severity> severities = new LinkedHashMap<>();
    signals.forEach(signal -> severities.put(signal.id(), signal.severity()));
    return severities;
  }

  private static String verdict(Assessment assessment) {
    return assessment.category() + " " + assessment.severity();
  }

  private void text(Kind kind, String tool, String old, String young) {
    if (!Volatile.plain(old).equals(Volatile.plain(young))) {
      add(kind, tool, old, young, false);
    }
  }

  private void json(Kind kind, String tool, JsonObject old, JsonObject young) {
    if (!Volatile.same(old, young)) {
      add(kind, tool, old.toString(), young.toString(), false);
    }
  }

  private void add(Kind kind, String tool, String old, String young, boolean risk) {
    changes.add(new Change(kind, tool, old, young, risk));
  }
}
