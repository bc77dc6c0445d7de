package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.model.Finding;
import io.mcpcatalogue.model.KnownFindings;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that make a scan fail on what it finds. */
final class GateOptions implements Syntax.Part {
  private final Option<Severity> failOn =
      Option.oneOf(
          Severity.values(),
          "--fail-on",
          "SEVERITY",
          "End with exit code 4 at a finding of low, medium, high or critical, or above.");
  private final Option<Path> baseline =
      Option.path(
          "--baseline", "FILE", "A former scan in JSON: --fail-on counts only what is not in it.");

  @Override
  public void addTo(Syntax syntax) {
    syntax.with(failOn, baseline);
  }

  /** What the former scan found, if one was named. */
  Optional<KnownFindings> known() {
    return baseline.isGiven() ? Optional.of(Baseline.read(baseline.given())) : Optional.empty();
  }

  /** Whether the report has a finding to fail on; what there is of them is told. */
  boolean isFailed(ScanReport report, Console console) {
    if (!failOn.isGiven()) {
      return false;
    }
    KnownFindings known = report.known().orElse(KnownFindings.NONE);
    List<Finding> fresh = new ArrayList<>();
    int old = 0;
    for (Finding finding : Findings.of(report)) {
      if (!finding.severity().isAtLeast(failOn.given())) {
        continue;
      }
      if (known.knows(finding)) {
        old++;
      } else {
        fresh.add(finding);
      }
    }
    if (!fresh.isEmpty() || old > 0) {
      console.err().println(SafeText.line(said(fresh, old, report.acceptedFindings())));
    }
    return !fresh.isEmpty();
  }

  private String said(List<Finding> fresh, int old, long accepted) {
    String count =
        Counted.of(fresh.size(), baseline.isGiven() ? "new finding" : "finding")
            + " at "
            + failOn.given()
            + " or above";
    String before = baseline.isGiven() ? " (" + old + " known from " + baseline.given() + ")" : "";
    return "--fail-on: "
        + count
        + before
        + (accepted == 0 ? "" : " (" + accepted + " accepted)")
        + (fresh.isEmpty() ? "" : ": " + Findings.named(fresh));
  }
}
