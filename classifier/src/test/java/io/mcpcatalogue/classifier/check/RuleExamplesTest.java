package io.mcpcatalogue.classifier.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.classifier.load.ExamplesReader;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.rule.Example;
import java.nio.file.Path;
import java.util.List;
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
    ExampleCheck check = new ExampleCheck(RuleSets.builtIn());
    assertEquals(List.of(), check.rulesWithoutExamples(ExamplesReader.read(RULES)));
  }
}
