package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Severity;
import java.util.List;

/**
 * Something that many verdicts share and that the catalogue stores once, under a number. Looked up
 * many times for each tool: what is most often looked up has a hash that is quick to make.
 */
sealed interface Entry {

  /** A sentence with its quoted words cut out. */
  record Phrase(String text) implements Entry {
    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Phrase phrase && phrase.text.equals(text);
    }
  }

  /** What a rule says when it speaks for or against a category. */
  record Reason(String rule, Category category, double weight) implements Entry {
    @Override
    public int hashCode() {
      return 31 * (31 * rule.hashCode() + category.ordinal()) + Double.hashCode(weight);
    }
  }

  /** What a rule points out. */
  record SignalKind(String rule, Severity severity, List<String> references) implements Entry {}

  /** How a rule moves the severity. */
  record Move(String rule, Severity from, Severity to) implements Entry {}

  /** What a policy does with a tool; without a limit, no calls and no window. */
  record Treatment(String action, int maxCalls, String window, String reason) implements Entry {

    static Treatment of(ToolPolicy policy) {
      return new Treatment(
          policy.action().name(),
          policy.limit().map(limit -> limit.max()).orElse(0),
          policy.limit().map(limit -> limit.window().name()).orElse(""),
          policy.reason());
    }
  }
}
