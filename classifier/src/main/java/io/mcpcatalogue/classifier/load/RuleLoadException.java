package io.mcpcatalogue.classifier.load;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files that cannot be used, with every fault in them. */
public final class RuleLoadException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public RuleLoadException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** All faults by file, line and column. */
  public List<Fault> faults() {
    return faults;
  }
}
