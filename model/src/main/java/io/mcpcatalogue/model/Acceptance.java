package io.mcpcatalogue.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has accepted of the verdict on a server; the verdict itself stays as it is.
 * Immutable.
 *
 * @param reasons why each finding is accepted, by the name of its tool, which is empty for what
 *     concerns the whole server, and by the id of its signal or the {@link Category#verdictId()}
 * @param rest the verdict as it would be without the accepted signals and what they raised
 */
public record Acceptance(Map<String, Map<String, String>> reasons, ServerAssessment rest) {

  public Acceptance {
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, String>> tool : reasons.entrySet()) {
      copy.put(tool.getKey(), Collections.unmodifiableMap(new LinkedHashMap<>(tool.getValue())));
    }
    reasons = Collections.unmodifiableMap(copy);
  }

  /** The verdict as it is. */
  public static Acceptance ofNothing(ServerAssessment verdict) {
    return new Acceptance(Map.of(), verdict);
  }

  /** Why findings are accepted, by their rules; those about the server have no tool. */
  public Map<String, String> reasons(String tool) {
    return reasons.getOrDefault(tool, Map.of());
  }

  /** Why a finding is accepted, if it is; a finding about the server has no tool. */
  public Optional<String> reason(String tool, String rule) {
    return Optional.ofNullable(reasons(tool).get(rule));
  }

  /** How many findings are accepted. */
  public int count() {
    int count = 0;
    for (Map<String, String> tool : reasons.values()) {
      count += tool.size();
    }
    return count;
  }
}
