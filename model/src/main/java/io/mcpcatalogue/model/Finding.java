package io.mcpcatalogue.model;

/**
 * Something that a gate can fail on. What makes it the same in two scans is the server, the tool
 * and the rule, not the place. Immutable.
 *
 * @param tool empty for what concerns the whole server
 * @param rule the signal's id, or for the verdict on the tool {@link Category#verdictId()}
 */
public record Finding(String server, String tool, String rule, Severity severity) {
  @Override
  public String toString() {
    return (tool.isEmpty() ? server : server + " " + tool) + " " + rule + " " + severity;
  }
}
