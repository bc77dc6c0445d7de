package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Makes rules about tools or servers ready to run. For one thread. */
final class BookMaker<S extends Scan> {
  private final Slots slots;
  private final CheckCompiler<S> compiler;
  private final Waking.Builder waking = new Waking.Builder();

  BookMaker(Slots slots, CheckCompiler<S> compiler) {
    this.slots = slots;
    this.compiler = compiler;
  }

  <R extends Rule> RuleBook<R, S> make(List<R> rules) {
    List<CompiledRule<R, S>> compiled = new ArrayList<>();
    int first = waking.next();
    for (R rule : rules) {
      compiled.add(compiler.compile(rule));
      waking.add(Trigger.of(rule.match(), slots));
    }
    return new RuleBook<>(compiled, first);
  }

  /** What wakes the rules of all books. */
  Waking waking() {
    return waking.build();
  }
}
