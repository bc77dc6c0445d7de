package io.mcpcatalogue.classifier.signal;

import java.util.Optional;

/** A rule with its conditions made ready. Immutable. */
record CompiledRule<R, S extends Scan>(
    R rule, Check<S> match, Optional<Check<S>> unless, Optional<Quotation> quotation) {

  boolean holds(S scan, Finding finding) {
    return match.holds(scan, finding)
        && (unless.isEmpty() || !unless.get().holds(scan, new Finding()));
  }

  /** Whether all that was found is only quoted. */
  boolean onlyQuotes(Finding finding) {
    return quotation.isPresent() && finding.consistsOf(quotation.get()::holds);
  }
}
