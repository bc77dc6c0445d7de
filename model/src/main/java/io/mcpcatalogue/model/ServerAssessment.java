package io.mcpcatalogue.model;

import java.util.List;

/**
 * The verdict on a whole server. Immutable.
 *
 * @param grade A (best) to F, or empty when nothing was scanned: not scanned is never clean
 * @param score 0 (worst) to 100
 * @param explanation how the score came about, in one line
 * @param signals what concerns the server as a whole
 * @param tools one assessment a tool, in the order of the tools
 */
public record ServerAssessment(
    String grade, int score, String explanation, List<Signal> signals, List<Assessment> tools) {

  public ServerAssessment {
    signals = List.copyOf(signals);
    tools = List.copyOf(tools);
  }
}
