package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Quote;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that led to the verdict on one tool, and what nearly did. Immutable.
 *
 * @param server the server's name, empty when it is not known
 * @param stored the verdict that the catalogue holds, where there is one
 * @param capabilities what the tool can be used for in a chain of calls
 * @param signalRules the rules of the signals and of the near misses, by their ids
 * @param nearMisses the rules that an exception kept silent
 */
public record Explanation(
    String server,
    Assessment assessment,
    Optional<Assessment> stored,
    List<String> capabilities,
    Map<String, Rule> signalRules,
    List<NearMiss> nearMisses) {

  public Explanation {
    capabilities = List.copyOf(capabilities);
    signalRules = Map.copyOf(signalRules);
    nearMisses = List.copyOf(nearMisses);
  }

  /** What the author of a rule says about it. Immutable. */
  public record Rule(String summary, String why, String advice) {}

  /**
   * A rule that would have given a signal but for its exception. Immutable.
   *
   * @param match what it found
   * @param exception what kept it silent
   */
  public record NearMiss(String rule, List<Quote> match, List<Quote> exception) {
    public NearMiss {
      match = List.copyOf(match);
      exception = List.copyOf(exception);
    }
  }

  /** The weights of each category that something speaks for or against, added up. */
  Map<Category, Double> sums() {
    Map<Category, Double> sums = new EnumMap<>(Category.class);
    for (Evidence evidence : assessment.evidence()) {
      sums.merge(evidence.category(), evidence.weight(), Double::sum);
    }
    return sums;
  }

  /** How far the category is ahead of the next; nothing is behind no weight at all. */
  double margin() {
    double own = 0;
    double next = 0;
    for (Map.Entry<Category, Double> sum : sums().entrySet()) {
      if (sum.getKey() == assessment.category()) {
        own = sum.getValue();
      } else {
        next = Math.max(next, sum.getValue());
      }
    }
    return own - next;
  }
}
