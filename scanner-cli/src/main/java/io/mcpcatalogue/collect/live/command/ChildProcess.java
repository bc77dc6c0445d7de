package io.mcpcatalogue.collect.live.command;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.live.launch.Launch;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with all its descendants, ended as a whole: also when this program is interrupted. For
 * one thread, except that the shutdown of the program may end it too.
 */
final class ChildProcess {
  /** Who leaves by himself when his input ends does so at once; the others are asked to. */
  private static final Duration TIME_TO_LEAVE = Duration.ofMillis(10);

  /** Nobody needed longer of the 75 servers that were measured; nothing is lost with the rest. */
  private static final Duration TIME_TO_TERMINATE = Duration.ofSeconds(1);

  private static final Duration TIME_TO_KILL = Duration.ofSeconds(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final Process process;
  private final MarkedProcesses marked;
  private final Launch launch;
  private final EndAtShutdown atShutdown;

  private ChildProcess(
      Process process, MarkedProcesses marked, Launch launch, EndAtShutdown atShutdown) {
    this.process = process;
    this.marked = marked;
    this.launch = launch;
    this.atShutdown = atShutdown;
  }

  /** A shutdown that begins while the process is being started waits: no process escapes it. */
  private static final class EndAtShutdown extends Thread {
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile ChildProcess child;

    EndAtShutdown() {
      super("end-server-at-shutdown");
    }

    @Override
    public void run() {
      try {
        started.await(TIME_TO_KILL.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (child != null) {
        child.endNow();
      }
    }
  }

  static ChildProcess start(Launch launch) throws CollectException {
    String marker = marker();
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put(MarkedProcesses.VARIABLE, marker);
    ProcessBuilder builder =
        new ProcessBuilder(launch.wrapped()).directory(launch.directory().toFile());
    builder.environment().clear();
    try {
      builder.environment().putAll(environment);
      return start(builder, new MarkedProcesses(marker), launch);
    } catch (IOException | IllegalArgumentException e) {
      throw new CollectException(
          Gap.Kind.START_FAILED,
          "cannot be started: " + SafeText.line(String.valueOf(e.getMessage()), 300),
          e);
    }
  }

  /** Different for every start on this machine; random numbers would have to be waited for. */
  private static String marker() {
    return ProcessHandle.current().pid()
        + "-"
        + Thread.currentThread().getId()
        + "-"
        + Instant.now().getEpochSecond()
        + "-"
        + System.nanoTime();
  }

  private static ChildProcess start(ProcessBuilder builder, MarkedProcesses marked, Launch launch)
      throws IOException, CollectException {
    EndAtShutdown atShutdown = new EndAtShutdown();
    try {
      Runtime.getRuntime().addShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      throw new CollectException(Gap.Kind.START_FAILED, "this program is being ended", e);
    }
    try {
      atShutdown.child = new ChildProcess(builder.start(), marked, launch, atShutdown);
      return atShutdown.child;
    } finally {
      atShutdown.started.countDown();
      if (atShutdown.child == null) {
        remove(atShutdown);
      }
    }
  }

  InputStream out() {
    return process.getInputStream();
  }

  InputStream err() {
    return process.getErrorStream();
  }

  OutputStream in() {
    return process.getOutputStream();
  }

  /** The exit code, if the process ends by then. */
  OptionalInt exitCode(Duration time) {
    try {
      return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS)
          ? OptionalInt.of(process.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** Looks for the family once, so that at the end all is loaded that this needs. */
  void prepareEnd() {
    living(family());
  }

  /**
   * Ends the process and all that descends from it. Its input should have been closed before.
   *
   * @return how many had to be killed because they neither left nor obeyed
   */
  int end() {
    Set<ProcessHandle> family = family();
    if (exitCode(TIME_TO_LEAVE).isEmpty()) {
      family.addAll(family());
    }
    // Where none is left there is none to start another.
    int killed = living(family).isEmpty() ? 0 : terminate(family);
    cleanUp();
    remove(atShutdown);
    return killed;
  }

  private int terminate(Set<ProcessHandle> family) {
    for (ProcessHandle member : family) {
      member.destroy();
    }
    waitUntilGone(family, TIME_TO_TERMINATE);
    return killAll(family);
  }

  private void endNow() {
    killAll(family());
    cleanUp();
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is shutting down: the hook has the same work to do and finds it done.
      return;
    }
  }

  /** Kills until none is left, since those that live may start new ones meanwhile. */
  private int killAll(Set<ProcessHandle> known) {
    Set<Long> killed = new LinkedHashSet<>();
    Set<ProcessHandle> left = new LinkedHashSet<>(known);
    Deadline deadline = Deadline.after(TIME_TO_KILL);
    do {
      for (ProcessHandle member : List.copyOf(left)) {
        left.addAll(member.descendants().toList());
      }
      for (ProcessHandle member : living(left)) {
        member.destroyForcibly();
        killed.add(member.pid());
      }
      waitUntilGone(left, Duration.ofMillis(200));
    } while (!left.isEmpty() && !deadline.isOver());
    return killed.size();
  }

  /** Runs what removes the rest, such as a container that outlives its client. */
  private void cleanUp() {
    if (launch.cleanUp().isEmpty()) {
      return;
    }
    // With the variables of the start: they may say where the engine is.
    ProcessBuilder builder =
        new ProcessBuilder(launch.cleanUp())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    try {
      builder.start().waitFor(20, TimeUnit.SECONDS);
    } catch (IOException e) {
      // There is no such program, so nothing was started by it either.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<ProcessHandle> family() {
    Set<ProcessHandle> family = new LinkedHashSet<>(process.descendants().toList());
    if (process.isAlive()) {
      family.add(process.toHandle());
    }
    return family;
  }

  /** Adds those that are known by their mark, and leaves out those that are gone. */
  private Set<ProcessHandle> living(Set<ProcessHandle> family) {
    family.addAll(marked.find());
    family.removeIf(ChildProcess::isGone);
    return family;
  }

  private static void waitUntilGone(Set<ProcessHandle> family, Duration time) {
    Deadline deadline = Deadline.after(time);
    for (ProcessHandle member : family) {
      while (!isGone(member) && !deadline.isOver()) {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
  }

  /**
   * Whether nothing of the process runs any more. A dead process whose parent never asks for it
   * still counts as alive for the system.
   */
  private static boolean isGone(ProcessHandle member) {
    return !member.isAlive() || MarkedProcesses.isDead(member.pid());
  }
}
