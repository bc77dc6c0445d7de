package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import java.util.List;

/**
 * What the rules say about one tool beside its category. Immutable.
 *
 * @param signals the gravest first
 * @param moves how the severity came from the risk class
 * @param capabilities ids of what the tool can be used for, sorted
 */
public record ToolVerdict(
    List<Signal> signals, Severity severity, List<SeverityMove> moves, List<String> capabilities) {

  public ToolVerdict {
    signals = List.copyOf(signals);
    moves = List.copyOf(moves);
    capabilities = List.copyOf(capabilities);
  }
}
