package io.mcpcatalogue.cli;

import io.mcpcatalogue.scan.Judge;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A judge who studies the rules while servers start. Safe for many threads. */
final class JudgeInWaiting {
  private final FutureTask<Judge> studies;
  private volatile boolean called;

  JudgeInWaiting(Supplier<Judge> studies) {
    this.studies = new FutureTask<>(studies::get);
  }

  /** The judge, who has studied the rules on this thread if no other has let him. */
  Judge study() {
    studies.run();
    return whenReady();
  }

  /** The judge, as soon as he knows the rules: there is something to judge. */
  Judge call() {
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
