package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hints;
import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.ToolDefinition;

/** Makes conditions about one tool ready to run. For one thread. */
final class ToolCheckCompiler extends CheckCompiler<ToolScan> {

  private final Vocabulary vocabulary;

  ToolCheckCompiler(Slots slots, Vocabulary vocabulary) {
    super(slots);
    this.vocabulary = vocabulary;
  }

  @Override
  Check<ToolScan> special(Condition condition) {
    if (condition instanceof Condition.Name name) {
      int slot = slots().names(name.phrases());
      return (scan, finding) -> quoteName(scan.isNamed(slot), scan, finding);
    }
    if (condition instanceof Condition.NameLength length) {
      return (scan, finding) -> {
        int actual = scan.facts().tool().name().length();
        finding.count(actual);
        return quoteName(actual >= length.least() && actual <= length.most(), scan, finding);
      };
    }
    if (condition instanceof Condition.IllegalName) {
      return (scan, finding) -> quoteName(!isLegal(scan.facts().tool().name()), scan, finding);
    }
    if (condition instanceof Condition.Parameter parameter) {
      return ParameterCheck.of(parameter, slots(), vocabulary);
    }
    if (condition instanceof Condition.Schema schema) {
      return (scan, finding) -> schema(scan, schema, finding);
    }
    if (condition instanceof Condition.NoSchema) {
      return (scan, finding) -> noSchema(scan, finding);
    }
    if (condition instanceof Condition.Hint hint) {
      return (scan, finding) -> hint(scan, hint, finding);
    }
    if (condition instanceof Condition.NoHint hint) {
      return (scan, finding) -> claim(scan.facts().hints(), hint.name()) == Claim.ABSENT;
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

  /** What the protocol recommends: letters, digits, underscore, hyphen, dot. */
  private static boolean isLegal(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean legal =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '-'
              || c == '.';
      if (!legal) {
        return false;
      }
    }
    return true;
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
    if (!SchemaFacts.isAbsent(scan.facts())) {
      return false;
    }
    finding.addQuote("", scan.facts().tool().name());
    return true;
  }

  private static boolean hint(ToolScan scan, Condition.Hint hint, Finding finding) {
    ToolDefinition tool = scan.facts().tool();
    Claim claim = claim(scan.facts().hints(), hint.name());
    if (claim != (hint.claim() ? Claim.TRUE : Claim.FALSE)) {
      return false;
    }
    finding.addWords(
        "/annotations/" + hint.name(),
        0,
        tool.annotations().get(hint.name()).map(Object::toString).orElse("").length(),
        hint.name() + ": " + hint.claim());
    return true;
  }

  private static Claim claim(Hints hints, String name) {
    return switch (name) {
      case "readOnlyHint" -> hints.readOnly();
      case "destructiveHint" -> hints.destructive();
      case "idempotentHint" -> hints.idempotent();
      case "openWorldHint" -> hints.openWorld();
      default -> throw new IllegalArgumentException("no such hint: " + name);
    };
  }
}
