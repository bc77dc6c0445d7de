package io.mcpcatalogue.cli;

import io.mcpcatalogue.scan.Judge;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A judge who studies the rules while servers start, and who rehearses if there is time left, so
 * that nothing has to be loaded any more when the answer comes. Safe for many threads.
 */
final class JudgeInWaiting {
  private final FutureTask<Judge> studies;
  private volatile boolean called;

  private JudgeInWaiting(Supplier<Judge> studies) {
    this.studies = new FutureTask<>(studies::get);
  }

  static JudgeInWaiting start(Supplier<Judge> studies, Consumer<Judge> rehearsal) {
    JudgeInWaiting judge = new JudgeInWaiting(studies);
    Thread thread = new Thread(() -> judge.prepare(rehearsal), "study-rules");
    thread.setDaemon(true);
    thread.start();
    return judge;
  }

  /** The judge, as soon as he knows the rules; he need not rehearse then. */
  Judge call() {
    called = true;
    return whenReady();
  }

  /** The judge, as soon as he knows the rules. */
  Judge whenReady() {
    try {
      return studies.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void prepare(Consumer<Judge> rehearsal) {
    studies.run();
    if (!called) {
      rehearsal.accept(whenReady());
    }
  }
}
