package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes conditions about a server ready to run. For one thread. */
final class ServerCheckCompiler extends CheckCompiler<ServerScan> {
  private static final int MOST_TOOLS_QUOTED_A_CAPABILITY = 2;

  ServerCheckCompiler(Slots slots, Vocabulary vocabulary) {
    super(slots, vocabulary);
  }

  @Override
  Check<ServerScan> special(Condition condition) {
    if (condition instanceof Condition.Stated stated) {
      return (scan, finding) -> stated(scan, stated, finding);
    }
    if (condition instanceof Condition.Collected collected) {
      return (scan, finding) -> collected.methods().contains(scan.manifest().method());
    }
    if (condition instanceof Condition.Capabilities capabilities) {
      return (scan, finding) -> capabilities(scan, capabilities, finding);
    }
    if (condition instanceof Condition.Tools tools) {
      return (scan, finding) -> tools(scan, tools, finding);
    }
    throw new IllegalArgumentException("not about a server: " + condition);
  }

  private static boolean stated(ServerScan scan, Condition.Stated stated, Finding finding) {
    boolean holds = false;
    for (Fact fact : scan.manifest().facts()) {
      if (Signal.isOneOf(fact.id(), stated.facts()) && hasValue(fact, stated.values())) {
        finding.addWords(fact.where(), 0, fact.value().length(), fact.value());
        holds = true;
      }
    }
    return holds;
  }

  private static boolean hasValue(Fact fact, List<String> values) {
    String value = fact.value().toLowerCase(Locale.ROOT);
    return values.isEmpty() || values.stream().anyMatch(value::contains);
  }

  private static boolean capabilities(
      ServerScan scan, Condition.Capabilities capabilities, Finding finding) {
    for (String capability : capabilities.all()) {
      int quoted = 0;
      for (int i = 0; i < scan.tools().size(); i++) {
        if (scan.tools().get(i).capabilities().contains(capability)) {
          if (quoted++ < MOST_TOOLS_QUOTED_A_CAPABILITY) {
            addTool(scan, i, finding);
          }
        }
      }
      if (quoted == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean tools(ServerScan scan, Condition.Tools tools, Finding finding) {
    BitSet counted = counted(scan, tools);
    int count = counted.cardinality();
    if (count < tools.least() || count < tools.share() * scan.tools().size()) {
      return false;
    }
    finding.count(count);
    for (int i = counted.nextSetBit(0); i >= 0; i = counted.nextSetBit(i + 1)) {
      addTool(scan, i, finding);
    }
    return true;
  }

  private static BitSet counted(ServerScan scan, Condition.Tools tools) {
    List<ToolDefinition> all = scan.manifest().tools();
    return switch (tools.of()) {
      case SAME_NAME -> repeated(all, false);
      case SIMILAR_NAME -> repeated(all, true);
      case ALL, WITH_SIGNAL, WITHOUT_ANNOTATIONS, WITHOUT_OUTPUT_SCHEMA -> {
        BitSet counted = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
          counted.set(i, isCounted(tools, all.get(i), scan.tools().get(i)));
        }
        yield counted;
      }
    };
  }

  /** Whether a tool counts for itself, whatever the others are. */
  private static boolean isCounted(
      Condition.Tools tools, ToolDefinition tool, ToolVerdict verdict) {
    return switch (tools.of()) {
      case WITH_SIGNAL -> hasSignal(verdict.signals(), tools.signals());
      case WITHOUT_ANNOTATIONS -> isSeen(tool) && tool.annotations().isEmpty();
      case WITHOUT_OUTPUT_SCHEMA -> isSeen(tool) && tool.raw().get("outputSchema").isEmpty();
      default -> true;
    };
  }

  /**
   * Whether more than the texts of the tool was seen, so that what is not there is not published.
   */
  private static boolean isSeen(ToolDefinition tool) {
    return tool.schemaCoverage() != SchemaCoverage.UNKNOWN;
  }

  /**
   * The tools that share their name with another, or have a similar one; the same name twice is not
   * similar, but another finding.
   */
  private static BitSet repeated(List<ToolDefinition> tools, boolean similar) {
    String[] keys = new String[tools.size()];
    Map<String, String> firstNames = new HashMap<>();
    Set<String> repeated = new HashSet<>(0);
    for (int i = 0; i < keys.length; i++) {
      String name = tools.get(i).name();
      keys[i] = similar ? skeleton(name) : name;
      String first = firstNames.putIfAbsent(keys[i], name);
      if (first != null && !(similar && first.equals(name))) {
        repeated.add(keys[i]);
      }
    }
    BitSet all = new BitSet(keys.length);
    for (int i = 0; !repeated.isEmpty() && i < keys.length; i++) {
      all.set(i, repeated.contains(keys[i]));
    }
    return all;
  }

  /** The letters and digits of a name, without case. */
  private static String skeleton(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); ) {
      int point = name.codePointAt(i);
      if (Character.isLetterOrDigit(point)) {
        letters.appendCodePoint(Character.toLowerCase(point));
      }
      i += Character.charCount(point);
    }
    return letters.toString();
  }

  private static boolean hasSignal(List<Signal> signals, List<String> ids) {
    for (Signal signal : signals) {
      if (Signal.isOneOf(signal.id(), ids)) {
        return true;
      }
    }
    return false;
  }

  private static void addTool(ServerScan scan, int index, Finding finding) {
    String name = scan.manifest().tools().get(index).name();
    finding.addTool("/tools/" + index + "/name", name);
  }
}
