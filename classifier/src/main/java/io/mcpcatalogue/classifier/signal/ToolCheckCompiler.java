package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.text.Vocabulary;

/** Makes conditions about one tool ready to run. For one thread. */
final class ToolCheckCompiler extends CheckCompiler<ToolScan> {

  ToolCheckCompiler(Slots slots, Vocabulary vocabulary) {
    super(slots, vocabulary);
  }

  @Override
  Check<ToolScan> special(Condition condition) {
    if (condition instanceof Condition.Name name) {
      int slot = slots().names(name.phrases());
      return (scan, finding) -> quoteName(scan.isNamed(slot), scan, finding);
    }
    if (condition instanceof Condition.NameLength length) {
      return (scan, finding) -> {
        int actual = scan.measured(Measures.NAME_LENGTH);
        finding.count(actual);
        return quoteName(actual >= length.least() && actual <= length.most(), scan, finding);
      };
    }
    if (condition instanceof Condition.IllegalName) {
      return (scan, finding) -> quoteName(scan.measured(Measures.ILLEGAL_NAME) > 0, scan, finding);
    }
    if (condition instanceof Condition.Parameter parameter) {
      return ParameterCheck.of(parameter, slots(), vocabulary());
    }
    if (condition instanceof Condition.Schema schema) {
      return (scan, finding) -> schema(scan, schema, finding);
    }
    if (condition instanceof Condition.NoSchema) {
      return (scan, finding) -> noSchema(scan, finding);
    }
    if (condition instanceof Condition.Covered covered) {
      return (scan, finding) -> covered.coverages().contains(scan.facts().tool().schemaCoverage());
    }
    if (condition instanceof Condition.Hinted hinted) {
      return (scan, finding) -> hinted(scan, hinted, finding);
    }
    if (condition instanceof Condition.NotHinted not) {
      return (scan, finding) -> scan.facts().hints().claim(not.hint()) == Claim.ABSENT;
    }
    if (condition instanceof Condition.Verdict verdict) {
      return (scan, finding) ->
          verdict.categories().contains(scan.category())
              && scan.confidence() >= verdict.confidence();
    }
    throw new IllegalArgumentException("not about a tool: " + condition);
  }

  private static boolean quoteName(boolean holds, ToolScan scan, Finding finding) {
    if (holds) {
      String name = scan.facts().tool().name();
      finding.addWords("/name", 0, name.length(), name);
    }
    return holds;
  }

  private static boolean schema(ToolScan scan, Condition.Schema schema, Finding finding) {
    int count = scan.count(schema.fact());
    if (count < schema.least() || count > schema.most()) {
      return false;
    }
    finding.count(count);
    finding.addQuote("/inputSchema", count + " " + schema.fact().label());
    return true;
  }

  private static boolean noSchema(ToolScan scan, Finding finding) {
    if (scan.measured(Measures.NO_SCHEMA) == 0) {
      return false;
    }
    finding.addQuote("", scan.facts().tool().name());
    return true;
  }

  private static boolean hinted(ToolScan scan, Condition.Hinted hinted, Finding finding) {
    if (scan.facts().hints().claim(hinted.hint()) != Claim.of(hinted.claim())) {
      return false;
    }
    String name = hinted.hint().annotation();
    String value = Boolean.toString(hinted.claim());
    finding.addWords("/annotations/" + name, 0, value.length(), name + ": " + value);
    return true;
  }
}
