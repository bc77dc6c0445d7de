package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Sums what speaks for and against each category, and keeps every contribution. For one thread. */
final class Tally {
  private static final Category[] CATEGORIES = Category.values();
  private static final int LONGEST_QUOTE = 120;

  private final List<Evidence> evidence = new ArrayList<>();
  private final double[] sums = new double[CATEGORIES.length];

  void add(String rule, Category category, double weight, Words words, int from, int to) {
    add(rule, category, weight, words.pointer(), words, from, to);
  }

  /** Adds what the name of a parameter says. */
  void add(String rule, Category category, double weight, Parameter parameter) {
    Words name = parameter.name();
    add(rule, category, weight, parameter.pointer(), name, 0, name.size());
  }

  private void add(
      String rule, Category category, double weight, String at, Words words, int from, int to) {
    int start = words.start(from);
    int end = Math.min(words.end(to - 1), start + LONGEST_QUOTE);
    String quote = words.text().substring(start, end);
    add(new Evidence(rule, category, weight, at, start, end, quote));
  }

  void add(Evidence contribution) {
    evidence.add(contribution);
    sums[contribution.category().ordinal()] += contribution.weight();
  }

  /**
   * The category with the largest sum, of equals the gravest; UNKNOWN if nothing speaks for any.
   */
  Category leader() {
    return leaderBeside(Category.UNKNOWN);
  }

  /** The same among all others. */
  Category leaderBeside(Category but) {
    Category leader = Category.UNKNOWN;
    for (Category category : CATEGORIES) {
      double sum = sums[category.ordinal()];
      if (category != but && sum > 0 && sum >= sums[leader.ordinal()]) {
        leader = category;
      }
    }
    return leader;
  }

  /** How far the category is ahead of the best other. */
  double margin(Category winner) {
    double best = 0;
    for (Category category : CATEGORIES) {
      if (category != winner) {
        best = Math.max(best, sums[category.ordinal()]);
      }
    }
    return sums[winner.ordinal()] - best;
  }

  /** All contributions, the strongest first; equals in the order they were found. */
  List<Evidence> evidence() {
    evidence.sort((one, other) -> Double.compare(Math.abs(other.weight()), Math.abs(one.weight())));
    return evidence;
  }
}
