package io.mcpcatalogue.classifier.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.classifier.load.ExamplesReader;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.rule.Example;
import io.mcpcatalogue.classifier.rule.Example.Kind;
import io.mcpcatalogue.classifier.rule.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of the repository hold on their own examples. */
class RuleExamplesTest {
  private static final Path RULES = Path.of("../rules");

  @Test
  void everyExampleComesOutAsItSays() throws Exception {
    List<Example> examples = ExamplesReader.read(RULES);
    ExampleCheck check = new ExampleCheck(RuleSets.builtIn());
    assertEquals(
        "",
        check.failures(examples).stream()
            .map(failure -> failure.place() + " " + failure.message())
            .collect(Collectors.joining("\n")));
  }

  @Test
  void everyRuleHasExamplesOfBothKinds() throws Exception {
    RuleSet rules = RuleSets.builtIn();
    Set<String> missing = new TreeSet<>();
    rules.signals().forEach(rule -> missing.add("signals/" + rule.id()));
    rules.capabilities().forEach(rule -> missing.add("capabilities/" + rule.id()));
    rules.severities().forEach(rule -> missing.add(rule.id()));
    Set<String> silent = new TreeSet<>();
    Set<String> firing = new TreeSet<>();
    for (Example example : ExamplesReader.read(RULES)) {
      (example.kind() == Kind.SILENT ? silent : firing).add(example.rule());
    }
    missing.removeIf(rule -> silent.contains(rule) && firing.contains(rule));
    assertEquals(Set.of(), missing);
  }
}
