package io.mcpcatalogue.classifier.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.rule.Rule;
import io.mcpcatalogue.classifier.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rules are asked about every tool, though nothing was found that they look for. */
class TriggerTest {

  /**
   * One part without a trigger, such as a parameter of any name, makes the whole rule that has it
   * as an alternative cost its time for every tool.
   */
  @Test
  void builtInRulesSleepUntilSomethingIsFound() {
    RuleSet rules = RuleSets.builtIn();
    List<Rule> all = new ArrayList<>(rules.signals());
    all.addAll(rules.capabilities());
    all.addAll(rules.severities());
    List<String> sleepless =
        all.stream()
            .filter(rule -> Trigger.of(rule.match(), new Slots()).isEmpty())
            .map(Rule::id)
            .toList();
    assertEquals(List.of(), sleepless);
  }
}
