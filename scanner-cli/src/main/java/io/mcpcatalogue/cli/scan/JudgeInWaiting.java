package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.scan.AcceptedFindings;
import io.mcpcatalogue.scan.Judge;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A judge who studies the rules while servers start. Safe for many threads. */
final class JudgeInWaiting implements Supplier<Judge>, Callable<Judge> {
  private final Optional<RuleSet> usersOwn;
  private final AcceptedFindings accepted;
  private final FutureTask<Judge> studies = new FutureTask<>(this);
  private volatile boolean called;

  /**
   * Rules of the user's own may have faults, and then nothing may be run: they are read at once.
   * The built-in ones have none, and are read while servers start.
   */
  JudgeInWaiting(RuleOptions rules, AcceptedFindings accepted) {
    this.usersOwn = rules.packs().isEmpty() ? Optional.empty() : Optional.of(rules.ruleSet());
    this.accepted = accepted;
  }

  @Override
  public Judge call() {
    return RuleOptions.judge(usersOwn.isPresent() ? usersOwn.get() : RuleSets.builtIn(), accepted);
  }

  /** The judge, who has studied the rules on this thread if no other has let him. */
  Judge study() {
    studies.run();
    return whenReady();
  }

  /** The judge, as soon as he knows the rules: there is something to judge. */
  @Override
  public Judge get() {
    called = true;
    return whenReady();
  }

  /** Whether there was something to judge. */
  boolean isCalled() {
    return called;
  }

  private Judge whenReady() {
    try {
      return studies.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
