package io.mcpcatalogue.classifier.policy;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How verdicts become actions: one treatment a category, tightened from a severity on and by
 * signals. Immutable.
 *
 * @param name the profile's name, such as {@code recommended}
 * @param summary whom it is for, in one sentence
 * @param categories a rule for every category
 * @param signals what holds besides for tools with certain signals; the strictest counts
 */
public record PolicyProfile(
    String name,
    String summary,
    Map<Category, CategoryRule> categories,
    List<SignalTreatment> signals) {

  public PolicyProfile {
    for (Category category : Category.values()) {
      if (!categories.containsKey(category)) {
        throw new IllegalArgumentException("profile " + name + " says nothing about " + category);
      }
    }
    categories = Collections.unmodifiableMap(new EnumMap<>(categories));
    signals = List.copyOf(signals);
  }

  /** The treatment of a tool with this category and severity. */
  public Treatment treatmentOf(Category category, Severity severity) {
    return categories.get(category).at(severity);
  }

  /**
   * What to do with the tools of one category.
   *
   * @param normal the treatment unless a severity asks for another
   * @param atLeast the treatments that hold from a severity on; the highest that is reached counts
   */
  public record CategoryRule(Treatment normal, Map<Severity, Treatment> atLeast) {

    public CategoryRule {
      Map<Severity, Treatment> sorted = new EnumMap<>(Severity.class);
      sorted.putAll(atLeast);
      atLeast = Collections.unmodifiableMap(sorted);
    }

    Treatment at(Severity severity) {
      Treatment reached = normal;
      for (Map.Entry<Severity, Treatment> step : atLeast.entrySet()) {
        if (severity.isAtLeast(step.getKey())) {
          reached = step.getValue();
        }
      }
      return reached;
    }
  }

  /**
   * What to do with the tools that have one of some signals.
   *
   * @param ids the signals' ids, which may name a whole group: {@code text/*}
   * @param atLeast how grave a signal must be to count
   * @param treatment its reason may hold {@code {signals}}, for the ids of those found
   */
  public record SignalTreatment(List<String> ids, Severity atLeast, Treatment treatment) {

    public SignalTreatment {
      ids = List.copyOf(ids);
    }

    /**
     * The treatment of a tool with these signals, if it has one that counts. Its reason names ids
     * only, since the words of a signal are the tool's and an agent reads the reason.
     */
    Optional<Treatment> of(List<Signal> signals) {
      List<String> found = new ArrayList<>(0);
      for (Signal signal : signals) {
        if (signal.severity().isAtLeast(atLeast) && Signal.isOneOf(signal.id(), ids)) {
          found.add(signal.id());
        }
      }
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Treatment(
                  treatment.action(),
                  treatment.limit(),
                  treatment.reason().replace("{signals}", String.join(", ", found))));
    }
  }

  /**
   * An action with its reason, which is also what an agent reads when it is refused; a limit is
   * there exactly when the action is LIMIT.
   */
  public record Treatment(Action action, Optional<Limit> limit, String reason) {

    public Treatment {
      if (limit.isPresent() != (action == Action.LIMIT)) {
        throw new IllegalArgumentException("a limit belongs to LIMIT, and only to it");
      }
    }
  }
}
