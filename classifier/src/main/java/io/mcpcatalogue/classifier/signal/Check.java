package io.mcpcatalogue.classifier.signal;

/** A condition made ready to run. Implementations are immutable. */
interface Check<S extends Scan> {

  /** Whether it holds; what it stands on is added to the finding. */
  boolean holds(S scan, Finding finding);
}
