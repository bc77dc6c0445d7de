package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that the tool is said to do: a verb with its object, judged by a rule. Immutable.
 *
 * @param verb the verb without particle
 * @param from the first word of the quote
 * @param to behind the last word of the quote
 * @param manner how it is said
 * @param form the verb's form
 */
record Act(Verb verb, VerbRule rule, Words words, int from, int to, Manner manner, Form form) {
  private static final double LEAST_TELLING = 0.5;

  /** How an act is said. */
  enum Manner {
    /** The verb that acts, or one joined to it. */
    MAIN,
    /** What the main act is good for: {@code … to find errors}. */
    PURPOSE,
    /** {@code … is deleted}. */
    PASSIVE,
    /** {@code does not delete}. */
    DENIED
  }

  Category category() {
    return rule.category();
  }

  /** The gravest of some acts; one that says little counts only if none says more. */
  static Act gravest(List<Act> acts) {
    Act gravest = acts.get(0);
    for (Act act : acts) {
      boolean saysMore = gravest.saysLittle() && !act.saysLittle();
      boolean graver = act.category().compareTo(gravest.category()) > 0;
      if (saysMore || graver && act.saysLittle() == gravest.saysLittle()) {
        gravest = act;
      }
    }
    return gravest;
  }

  /** Those of some acts that are the tool's own. */
  static List<Act> main(List<Act> acts) {
    int count = 0;
    for (Act act : acts) {
      count += act.manner() == Manner.MAIN ? 1 : 0;
    }
    if (count == acts.size()) {
      return acts;
    }
    List<Act> main = new ArrayList<>(count);
    for (Act act : acts) {
      if (act.manner() == Manner.MAIN) {
        main.add(act);
      }
    }
    return main;
  }

  private boolean saysLittle() {
    return rule.weight() < LEAST_TELLING;
  }
}
