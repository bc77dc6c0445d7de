package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.policy.PolicyProfile;
import io.mcpcatalogue.classifier.policy.PolicyProfile.CategoryRule;
import io.mcpcatalogue.classifier.policy.PolicyProfile.SignalTreatment;
import io.mcpcatalogue.classifier.policy.PolicyProfile.Treatment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.Window;
import io.mcpcatalogue.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the policy profiles below {@code policies/}. For one thread. */
final class PolicyProfileReader {
  static final String FOLDER = "policies";
  private static final String AT_LEAST = "at-least";

  private final Faults faults;

  PolicyProfileReader(Faults faults) {
    this.faults = faults;
  }

  PolicyProfile profile(RuleFile file) {
    MapReader map = MapReader.of(file.root(), faults);
    String summary = map.text("summary");
    MapReader categories = map.map("categories");
    Map<Category, CategoryRule> rules = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      if (!categories.has(category.name())) {
        categories.fault("nothing is said about " + category);
      }
      rules.put(category, categoryRule(categories.map(category.name())));
    }
    categories.finish();
    List<SignalTreatment> signals = new ArrayList<>();
    for (YamlNode item : map.items("signals")) {
      signals.add(signalTreatment(MapReader.of(item, faults)));
    }
    map.finish();
    return new PolicyProfile(file.stem().substring(FOLDER.length() + 1), summary, rules, signals);
  }

  private static SignalTreatment signalTreatment(MapReader map) {
    List<String> ids = map.texts("signal");
    if (ids.isEmpty()) {
      map.fault("'signal' is missing");
    }
    Severity atLeast = map.choiceOr(AT_LEAST, Severity.class, Severity.LOW);
    Treatment treatment = treatment(map);
    map.finish();
    return new SignalTreatment(ids, atLeast, treatment);
  }

  private CategoryRule categoryRule(MapReader map) {
    Treatment normal = treatment(map);
    Map<Severity, Treatment> atLeast = new EnumMap<>(Severity.class);
    if (map.has(AT_LEAST)) {
      MapReader steps = map.map(AT_LEAST);
      for (Severity severity : Severity.values()) {
        if (steps.has(severity.name())) {
          MapReader step = steps.map(severity.name());
          atLeast.put(severity, treatment(step));
          step.finish();
        }
      }
      steps.finish();
    }
    map.finish();
    return new CategoryRule(normal, atLeast);
  }

  private static Treatment treatment(MapReader map) {
    if (!map.has("action")) {
      map.fault("'action' is missing");
    }
    Action action = map.choiceOr("action", Action.class, Action.DENY);
    return new Treatment(action, limit(map, action), map.text("reason"));
  }

  private static Optional<Limit> limit(MapReader map, Action action) {
    if (action != Action.LIMIT) {
      return Optional.empty();
    }
    int max = map.integerOr("max", 0);
    if (max < 1) {
      map.faults().add(map.placeOf("max"), "'max' must be at least 1");
    }
    if (!map.has("window")) {
      map.fault("'window' is missing");
    }
    return Optional.of(new Limit(max, map.choiceOr("window", Window.class, Window.MINUTE)));
  }
}
