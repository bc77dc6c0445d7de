package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes rules about tools or servers ready to run. For one thread. */
final class BookMaker<S extends Scan> {
  private final Slots slots;
  private final CheckCompiler<S> compiler;
  private final Waking.Builder waking = new Waking.Builder();

  BookMaker(Slots slots, CheckCompiler<S> compiler) {
    this.slots = slots;
    this.compiler = compiler;
  }

  <R> RuleBook<R, S> make(
      List<R> rules, Function<R, Condition> match, Function<R, Optional<Condition>> unless) {
    List<CompiledRule<R, S>> compiled = new ArrayList<>();
    int first = waking.next();
    for (R rule : rules) {
      compiled.add(compiler.compile(rule, match.apply(rule), unless.apply(rule)));
      waking.add(Trigger.of(match.apply(rule), slots));
    }
    return new RuleBook<>(compiled, first);
  }

  /** What wakes the rules of all books. */
  Waking waking() {
    return waking.build();
  }
}
