package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.model.Category;
import java.util.List;

/** Counts the acts that were heard of, each by where and how it was said. For one thread. */
final class Votes {
  private static final String SEVERAL_ACTIONS = "language/weights#several";
  private static final int CATEGORIES = Category.values().length;

  private final Weights weights;
  private final Tally tally;
  private final double[] later = new double[CATEGORIES];
  private final double[] denied = new double[CATEGORIES];

  Votes(Weights weights, Tally tally) {
    this.weights = weights;
    this.tally = tally;
  }

  /** Acts that are told side by side: the gravest counts, since the tool offers it. */
  void vote(List<Act> acts, double weight) {
    if (acts.isEmpty()) {
      return;
    }
    Act gravest = Act.gravest(acts);
    boolean several = false;
    for (Act act : acts) {
      several |= act.category() != gravest.category();
    }
    add(gravest.rule().id(), gravest, weight);
    if (several) {
      tally.add(
          SEVERAL_ACTIONS,
          gravest.category(),
          weights.several() * gravest.rule().weight() * weight,
          gravest.words(),
          acts.get(0).from(),
          acts.get(acts.size() - 1).to());
    }
  }

  /** Counts the gravest of some acts for another reason than that it was told. */
  void voteForGravest(String reason, List<Act> acts, double weight) {
    add(reason, Act.gravest(acts), weight);
  }

  /** All that is said later adds together no more than a limit to one category. */
  void voteLater(Act act, double weight) {
    int category = act.category().ordinal();
    double wanted = weight * act.rule().weight();
    double allowed = Math.min(wanted, weights.laterLimit() - later[category]);
    if (allowed > 0) {
      later[category] += allowed;
      tally.add(act.rule().id(), act.category(), allowed, act.words(), act.from(), act.to());
    }
  }

  /** All denials take together no more than a limit from one category. */
  void deny(Act act) {
    int category = act.category().ordinal();
    double total = weights.denied() * act.rule().weight();
    if (denied[category] < weights.laterLimit()) {
      denied[category] += total;
      tally.add(act.rule().id(), act.category(), -total, act.words(), act.from(), act.to());
    }
  }

  private void add(String reason, Act act, double weight) {
    double total = weight * act.rule().weight();
    tally.add(reason, act.category(), total, act.words(), act.from(), act.to());
  }
}
