package io.mcpcatalogue.model;

import java.util.List;

/**
 * The verdict on one tool. Immutable; a function of the tool definition and the rules alone.
 *
 * @param tool the tool's name
 * @param severity the risk class, moved by signals
 * @param severityMoves how the severity came from the risk class
 * @param confidence from 0 to 1
 * @param evidence what spoke for and against, the strongest first; empty only where the category is
 *     UNKNOWN
 * @param parameterCount number of top-level parameters
 * @param requiredCount how many of them are required
 * @param rulesDigest digest of the rule set
 */
public record Assessment(
    String tool,
    Category category,
    Severity severity,
    List<SeverityMove> severityMoves,
    double confidence,
    String rationale,
    List<Evidence> evidence,
    List<Signal> signals,
    int parameterCount,
    int requiredCount,
    String rulesDigest) {

  public Assessment {
    severityMoves = List.copyOf(severityMoves);
    evidence = List.copyOf(evidence);
    signals = List.copyOf(signals);
    if (evidence.isEmpty() && category != Category.UNKNOWN) {
      throw new IllegalArgumentException("a verdict without evidence: " + tool);
    }
  }

  public Severity riskClass() {
    return category.riskClass();
  }
}
