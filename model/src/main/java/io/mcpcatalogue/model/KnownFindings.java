package io.mcpcatalogue.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings of a former scan. Immutable. */
public final class KnownFindings {
  public static final KnownFindings NONE = new KnownFindings(List.of());

  private final Map<List<String>, Severity> severities = new HashMap<>();

  public KnownFindings(List<Finding> findings) {
    for (Finding finding : findings) {
      severities.merge(keyOf(finding), finding.severity(), Severity::worst);
    }
  }

  /** Whether the former scan had this finding, and had it as grave. */
  public boolean knows(Finding finding) {
    Severity before = severities.get(keyOf(finding));
    return before != null && before.isAtLeast(finding.severity());
  }

  private static List<String> keyOf(Finding finding) {
    return List.of(finding.server(), finding.tool(), finding.rule());
  }
}
