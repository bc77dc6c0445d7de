package io.mcpcatalogue.cli;

import io.mcpcatalogue.scan.Judge;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A judge who studies the rules while servers start. Safe for many threads. */
final class JudgeInWaiting implements Supplier<Judge> {
  private final FutureTask<Judge> studies;
  private volatile boolean called;

  JudgeInWaiting(Callable<Judge> studies) {
    this.studies = new FutureTask<>(studies);
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
