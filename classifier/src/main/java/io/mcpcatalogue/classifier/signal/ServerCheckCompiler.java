package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.SchemaCoverage;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes conditions about a server ready to run. For one thread. */
final class ServerCheckCompiler extends CheckCompiler<ServerScan> {
  private static final int MOST_TOOLS_QUOTED_A_CAPABILITY = 2;

  ServerCheckCompiler(Slots slots) {
    super(slots);
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
    List<ToolDefinition> all = scan.manifest().tools();
    Map<String, Integer> names = names(tools.of(), all);
    BitSet counted = new BitSet(all.size());
    for (int i = 0; i < all.size(); i++) {
      counted.set(i, isCounted(tools, scan, i, names));
    }
    int count = counted.cardinality();
    if (count < tools.least() || count < tools.share() * all.size()) {
      return false;
    }
    finding.count(count);
    counted.stream().forEach(i -> addTool(scan, i, finding));
    return true;
  }

  private static boolean isCounted(
      Condition.Tools tools, ServerScan scan, int index, Map<String, Integer> names) {
    ToolDefinition tool = scan.manifest().tools().get(index);
    return switch (tools.of()) {
      case ALL -> true;
      case WITH_SIGNAL -> hasSignal(scan.tools().get(index).signals(), tools.signals());
      case WITHOUT_ANNOTATIONS -> isSeen(tool) && tool.annotations().isEmpty();
      case WITHOUT_OUTPUT_SCHEMA -> isSeen(tool) && tool.raw().get("outputSchema").isEmpty();
      case SAME_NAME -> names.get(tool.name()) > 1;
      case SIMILAR_NAME -> names.get(skeleton(tool.name())) > 1;
    };
  }

  /**
   * Whether more than the texts of the tool was seen, so that what is not there is not published.
   */
  private static boolean isSeen(ToolDefinition tool) {
    return tool.schemaCoverage() != SchemaCoverage.UNKNOWN;
  }

  private static Map<String, Integer> names(Condition.Tools.Of of, List<ToolDefinition> tools) {
    Map<String, Integer> counts = new HashMap<>();
    if (of == Condition.Tools.Of.SAME_NAME) {
      tools.forEach(tool -> counts.merge(tool.name(), 1, Integer::sum));
    } else if (of == Condition.Tools.Of.SIMILAR_NAME) {
      // The same name twice is another finding, so that it counts once here.
      tools.stream()
          .map(ToolDefinition::name)
          .distinct()
          .forEach(name -> counts.merge(skeleton(name), 1, Integer::sum));
    }
    return counts;
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
    return signals.stream().anyMatch(signal -> Signal.isOneOf(signal.id(), ids));
  }

  private static void addTool(ServerScan scan, int index, Finding finding) {
    String name = scan.manifest().tools().get(index).name();
    finding.addTool("/tools/" + index + "/name", name);
  }
}
