package io.mcpcatalogue.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.ToolDefinition;
import org.junit.jupiter.api.Test;

/** What holds for every tool, tried on thousands of made-up ones; a seed names each of them. */
class ClassifierPropertiesTest {
  private static final int TOOLS = 4000;
  private static final Classifier CLASSIFIER = new Classifier(RuleSets.builtIn());

  @Test
  void everyToolHasAVerdictWithEvidence() {
    for (int seed = 0; seed < TOOLS; seed++) {
      Assessment verdict = judge(new ArbitraryJson(seed).tool());
      boolean isKnown = verdict.category() != Category.UNKNOWN;
      assertTrue(!isKnown || !verdict.evidence().isEmpty(), "seed " + seed);
      assertTrue(verdict.confidence() >= 0 && verdict.confidence() <= 1, "seed " + seed);
      assertTrue(verdict.severity().isAtLeast(verdict.riskClass()), "seed " + seed);
    }
  }

  @Test
  void evidenceQuotesTheDescription() {
    for (int seed = 0; seed < TOOLS; seed++) {
      ToolDefinition tool = new ArbitraryJson(seed).tool();
      for (Evidence evidence : judge(tool).evidence()) {
        if (evidence.at().equals("/description")) {
          String quoted = tool.description().substring(evidence.start(), evidence.end());
          assertEquals(quoted, evidence.quote(), "seed " + seed);
        }
      }
    }
  }

  @Test
  void sameToolSameVerdict() {
    Classifier other = new Classifier(RuleSets.builtIn());
    for (int seed = 0; seed < TOOLS / 4; seed++) {
      ToolDefinition tool = new ArbitraryJson(seed).tool();
      ToolDefinition again = new ArbitraryJson(seed).tool();
      assertEquals(judge(tool), other.assess(again, "server"), "seed " + seed);
    }
  }

  @Test
  void orderOfMembersIsIrrelevant() {
    for (int seed = 0; seed < TOOLS; seed++) {
      ArbitraryJson arbitrary = new ArbitraryJson(seed);
      ToolDefinition tool = arbitrary.tool();
      ToolDefinition shuffled =
          ToolDefinition.of(arbitrary.shuffled(tool.raw()).asObject(), tool.origin());
      Assessment one = judge(tool);
      Assessment other = judge(shuffled);
      assertEquals(one.category(), other.category(), "seed " + seed);
      assertEquals(one.severity(), other.severity(), "seed " + seed);
      assertEquals(one.confidence(), other.confidence(), 1e-9, "seed " + seed);
    }
  }

  private static Assessment judge(ToolDefinition tool) {
    return CLASSIFIER.assess(tool, "server");
  }
}
