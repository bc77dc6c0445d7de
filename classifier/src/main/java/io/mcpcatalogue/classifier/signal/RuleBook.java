package io.mcpcatalogue.classifier.signal;

import java.util.List;

/**
 * The rules of one sort about tools or servers. Immutable.
 *
 * @param first the number of the first rule among all about the same; the others follow
 */
record RuleBook<R, S extends Scan>(List<CompiledRule<R, S>> rules, int first) {
  RuleBook {
    rules = List.copyOf(rules);
  }

  /** The place of the first rule from this place on that may hold; none does behind the last. */
  int nextAwake(S scan, int from) {
    return Math.min(rules.size(), scan.nextAwake(first + from) - first);
  }
}
