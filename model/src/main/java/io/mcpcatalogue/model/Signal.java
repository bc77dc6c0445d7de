package io.mcpcatalogue.model;

import java.util.List;

/**
 * A property that a reviewer wants pointed out, whatever the category. Immutable.
 *
 * @param id the rule's id, such as {@code schema/freeform-command}
 * @param message one line with the offending words or parameters in it
 * @param evidence at least one quote
 */
public record Signal(
    String id, String message, Severity severity, List<Quote> evidence, List<String> references) {

  public Signal {
    evidence = List.copyOf(evidence);
    references = List.copyOf(references);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("signal without evidence: " + id);
    }
  }

  /** Whether an id is one of those listed, which may name a whole group: {@code text/*}. */
  public static boolean isOneOf(String id, List<String> ids) {
    for (String wanted : ids) {
      boolean isGroup = wanted.endsWith("/*");
      if (isGroup ? id.regionMatches(0, wanted, 0, wanted.length() - 1) : id.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The gravest first, those of one severity by their ids. */
  public static int gravestFirst(Signal one, Signal other) {
    int order = other.severity.compareTo(one.severity);
    return order != 0 ? order : one.id.compareTo(other.id);
  }
}
