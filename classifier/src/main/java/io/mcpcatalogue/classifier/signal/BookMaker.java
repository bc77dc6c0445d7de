package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.signal.Trigger.Slot;
import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes rules about tools ready to run. For one thread. */
final class BookMaker {
  private final Slots slots;
  private final ToolCheckCompiler compiler;

  BookMaker(Slots slots, Vocabulary vocabulary) {
    this.slots = slots;
    this.compiler = new ToolCheckCompiler(slots, vocabulary);
  }

  <R> RuleBook<R> make(
      List<R> rules, Function<R, Condition> match, Function<R, Optional<Condition>> unless) {
    List<CompiledRule<R, ToolScan>> compiled = new ArrayList<>();
    List<Optional<List<Slot>>> triggers = new ArrayList<>();
    for (R rule : rules) {
      compiled.add(compiler.compile(rule, match.apply(rule), unless.apply(rule)));
      triggers.add(Trigger.of(match.apply(rule), slots));
    }
    return new RuleBook<>(compiled, triggers);
  }
}
