package io.mcpcatalogue.model;

import java.util.List;
import java.util.Optional;

/**
 * What somebody has accepted of the verdict on a server; the verdict itself stays as it is.
 * Immutable.
 *
 * @param findings what was accepted
 * @param rest the verdict as it would be without the accepted signals and what they raised
 */
public record Acceptance(List<AcceptedFinding> findings, ServerAssessment rest) {

  public Acceptance {
    findings = List.copyOf(findings);
  }

  /** The verdict as it is. */
  public static Acceptance ofNothing(ServerAssessment verdict) {
    return new Acceptance(List.of(), verdict);
  }

  /** Why a finding is accepted, if it is; a finding about the server has no tool. */
  public Optional<String> reason(String tool, String rule) {
    for (AcceptedFinding finding : findings) {
      if (finding.tool().equals(tool) && finding.rule().equals(rule)) {
        return Optional.of(finding.reason());
      }
    }
    return Optional.empty();
  }
}
