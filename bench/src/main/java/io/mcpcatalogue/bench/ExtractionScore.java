package io.mcpcatalogue.bench;

import io.mcpcatalogue.bench.ExpectedServer.ExpectedTool;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How well the extracted tools match the known ones of one repository. Immutable.
 *
 * @param expected number of tools that had to be found
 * @param found how many of them were
 * @param phantoms tools that do not exist, with their places
 * @param parametersRight parameters of found tools that exist and were extracted
 * @param parametersExpected parameters that the found tools have
 * @param parametersExtracted parameters that were extracted for them
 * @param descriptionsRight found tools whose description is the known one, white space apart
 * @param missed tools that were not found, with their places
 * @param differing what differs in found tools, one line a tool
 */
record ExtractionScore(
    String name,
    int expected,
    int found,
    List<String> phantoms,
    int parametersRight,
    int parametersExpected,
    int parametersExtracted,
    int descriptionsRight,
    List<String> missed,
    List<String> differing) {

  ExtractionScore {
    phantoms = List.copyOf(phantoms);
    missed = List.copyOf(missed);
    differing = List.copyOf(differing);
  }

  double recall() {
    return ratio(found, expected);
  }

  double precision() {
    return ratio(found, found + phantoms.size());
  }

  double parameterF1() {
    return ratio(2 * parametersRight, parametersExpected + parametersExtracted);
  }

  double descriptionEquality() {
    return ratio(descriptionsRight, found);
  }

  /** Nothing expected and nothing wrong is a full score. */
  private static double ratio(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-45s %4d/%-4d recall %.3f  precision %.3f  parameters %.3f  descriptions %.3f",
        name,
        found,
        expected,
        recall(),
        precision(),
        parameterF1(),
        descriptionEquality());
  }

  /** Compares what was extracted with what is known. */
  static ExtractionScore of(ExpectedServer truth, List<ServerManifest> servers) {
    return new Comparison(truth, servers).score();
  }

  /** The matching of one repository. For one thread. */
  private static final class Comparison {
    private final ExpectedServer truth;
    private final List<Extracted> extracted;
    private final List<String> missed = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();
    private int expected;
    private int found;
    private int parametersRight;
    private int parametersExpected;
    private int parametersExtracted;
    private int descriptionsRight;

    Comparison(ExpectedServer truth, List<ServerManifest> servers) {
      this.truth = truth;
      boolean severalServers = truth.tools().stream().anyMatch(tool -> !tool.server().isEmpty());
      // Identity is the name, with the server where the truth tells several servers apart.
      Map<String, Extracted> distinct = new LinkedHashMap<>();
      for (ServerManifest server : servers) {
        for (ToolDefinition tool : server.tools()) {
          String identity = (severalServers ? server.id() + " " : "") + tool.name();
          distinct.putIfAbsent(identity, new Extracted(server, tool));
        }
      }
      this.extracted = new ArrayList<>(distinct.values());
    }

    ExtractionScore score() {
      Set<Extracted> matched = new HashSet<>();
      for (ExpectedTool tool : truth.tools()) {
        Extracted match = match(tool, matched);
        if (match != null) {
          matched.add(match);
        }
        if (tool.listed()) {
          count(tool, match);
        }
      }
      List<String> phantoms = new ArrayList<>();
      if (truth.allTools()) {
        extracted.stream()
            .filter(tool -> !matched.contains(tool))
            .forEach(tool -> phantoms.add(tool.toString()));
      }
      return new ExtractionScore(
          truth.name(),
          expected,
          found,
          phantoms,
          parametersRight,
          parametersExpected,
          parametersExtracted,
          descriptionsRight,
          missed,
          differing);
    }

    private Extracted match(ExpectedTool tool, Set<Extracted> taken) {
      for (Extracted candidate : extracted) {
        if (candidate.tool().name().equals(tool.name())
            && candidate.belongsTo(tool.server())
            && !taken.contains(candidate)) {
          return candidate;
        }
      }
      return null;
    }

    private void count(ExpectedTool tool, Extracted match) {
      expected++;
      if (match == null) {
        missed.add(tool.server() + " " + tool.name() + "  " + tool.file());
        return;
      }
      found++;
      Set<String> parameters = match.parameters();
      Set<String> common = new LinkedHashSet<>(parameters);
      common.retainAll(tool.parameters());
      parametersRight += common.size();
      parametersExpected += tool.parameters().size();
      parametersExtracted += parameters.size();
      if (!parameters.equals(tool.parameters())) {
        differing.add(match + "  parameters " + parameters + " instead of " + tool.parameters());
      }
      if (sameDescription(tool, match.tool().description())) {
        descriptionsRight++;
      } else {
        differing.add(
            match
                + "  description "
                + JsonValue.of(beginning(match.tool().description()))
                + " instead of "
                + JsonValue.of(tool.description()));
      }
    }

    private static boolean sameDescription(ExpectedTool tool, String description) {
      String known = withoutWhiteSpace(tool.description());
      String read = withoutWhiteSpace(description);
      return tool.cut() ? read.startsWith(known) : read.equals(known);
    }

    private static String withoutWhiteSpace(String text) {
      return text.replaceAll("\\s+", "");
    }

    private static String beginning(String text) {
      return text.length() <= 240 ? text : text.substring(0, 240) + "…";
    }
  }

  /** A tool with the server it was found in. Immutable. */
  private record Extracted(ServerManifest server, ToolDefinition tool) {

    /**
     * Truth files name a server by its directory; the extraction names it by its package. The
     * directory stands in the place of the tool at the latest.
     */
    boolean belongsTo(String name) {
      if (name.isEmpty() || server.name().equals(name)) {
        return true;
      }
      List<String> segments = new ArrayList<>(List.of(server.id().split("[/:@]")));
      segments.addAll(List.of(server.name().split("[/:]")));
      segments.addAll(List.of(tool.origin().split("[/:]")));
      return segments.contains(name);
    }

    Set<String> parameters() {
      return tool.inputSchema().object("properties").members().keySet();
    }

    @Override
    public String toString() {
      return server.id() + " " + tool.name() + "  " + tool.origin();
    }
  }
}
