package io.mcpcatalogue.collect.live.command;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.live.launch.Launch;
import io.mcpcatalogue.collect.live.session.LineReader;
import io.mcpcatalogue.collect.live.session.MessageParser;
import io.mcpcatalogue.collect.live.session.Transport;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Speaks with a process over its standard streams, one message a line. For one thread. */
final class StdioTransport implements Transport {
  /** Start-up chatter is common, endless chatter is no server. */
  private static final int MAX_NOISE = 10_000;

  private static final Duration TIME_FOR_LAST_WORDS = Duration.ofMillis(500);

  private final ChildProcess process;
  private final StdinWriter stdin;
  private final StderrReader stderr;
  private final MessageParser parser;
  private final CollectLimits limits;

  /** Lines are read when they are wanted: two big ones never lie in memory together. */
  private final Semaphore wanted = new Semaphore(0);

  private final BlockingQueue<Deque<LineReader.Line>> read = new SynchronousQueue<>();
  private Deque<LineReader.Line> lines = new ArrayDeque<>();
  private boolean linesWanted;
  private boolean ended;
  private int noise;
  private final LastLines noiseLines = new LastLines();
  private String firstNoise = "";
  private final FutureTask<Integer> end;
  private int killed;

  private StdioTransport(ChildProcess process, CollectLimits limits) {
    this.process = process;
    this.limits = limits;
    this.end = new FutureTask<>(process::end);
    this.stdin = new StdinWriter(process.in());
    this.stderr = new StderrReader(process.err());
    this.parser = new MessageParser(limits);
    LineReader stdout = new LineReader(process.out(), limits.maxAnswerBytes());
    Thread reader = new Thread(() -> readLines(stdout), "server-stdout");
    reader.setDaemon(true);
    reader.start();
  }

  static StdioTransport start(Launch launch, CollectLimits limits) throws CollectException {
    return new StdioTransport(ChildProcess.start(launch), limits);
  }

  @Override
  public void send(JsonObject message, Deadline deadline) throws CollectException {
    if (!stdin.offer((message + "\n").getBytes(StandardCharsets.UTF_8))) {
      throw new CollectException(Gap.Kind.LIMIT, "does not read what it is sent");
    }
  }

  @Override
  public Optional<JsonValue> receive(Deadline deadline) throws CollectException {
    while (true) {
      Optional<LineReader.Line> line = nextLine(deadline);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().tooLong()) {
        throw new CollectException(
            Gap.Kind.LIMIT, "sent a message larger than " + limits.maxAnswerBytes() + " bytes");
      }
      ended = line.get().last();
      Optional<JsonValue> message = message(line.get().bytes());
      if (message.isPresent()) {
        return message;
      }
    }
  }

  @Override
  public void speak(String protocolVersion) {
    // The messages themselves say all that is to be said here.
  }

  @Override
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    if (noise > 0) {
      facts.add(
          new Fact(
              "live/stdout-noise",
              noise + (noise == 1 ? " line" : " lines") + ", the first: " + firstNoise,
              "stdout"));
    }
    if (killed > 0) {
      facts.add(
          new Fact(
              "live/killed",
              killed + (killed == 1 ? " process" : " processes") + " had to be killed",
              "processes"));
    }
    return facts;
  }

  @Override
  public List<Gap> gaps() {
    return parser.gaps("stdout");
  }

  /** How the process ended, if it did. */
  OptionalInt exitCode() {
    return process.exitCode(ended ? TIME_FOR_LAST_WORDS : Duration.ofMillis(1));
  }

  /** What the process said last beside its messages: for people who look for the reason. */
  List<String> lastWords() {
    List<String> words = new ArrayList<>(noiseLines.lines());
    words.addAll(stderr.lines(ended ? TIME_FOR_LAST_WORDS : Duration.ofMillis(1)));
    return words;
  }

  /** Whether the process neither left nor obeyed; known when it has ended. */
  boolean neededKilling() {
    return killed > 0;
  }

  /** Nothing more is wanted of the process: it ends while its answers are looked at. */
  void beginToEnd() {
    stdin.close();
    new Thread(end, "server-end").start();
  }

  /** Waits until the process has ended, however often this thread is interrupted. */
  @Override
  public void close() {
    stdin.close();
    // Here, where no other thread does it already.
    end.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          killed = end.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("the server could not be ended", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Optional<LineReader.Line> nextLine(Deadline deadline) throws CollectException {
    if (ended) {
      throw new CollectException(Gap.Kind.START_FAILED, "ended");
    }
    if (lines.isEmpty()) {
      awaitLines(deadline);
    }
    return Optional.ofNullable(lines.poll());
  }

  private void awaitLines(Deadline deadline) throws CollectException {
    if (!linesWanted) {
      wanted.release();
      linesWanted = true;
    }
    try {
      Deque<LineReader.Line> next = read.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (next != null) {
        lines = next;
        linesWanted = false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, "interrupted", e);
    }
  }

  private void readLines(LineReader stdout) {
    process.prepareEnd();
    try {
      boolean more = true;
      while (more) {
        wanted.acquire();
        Deque<LineReader.Line> portion = readPortion(stdout);
        more = !portion.getLast().last();
        read.put(portion);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A line and those that came with it: one hand-over for many short lines of a chatty server. */
  private static Deque<LineReader.Line> readPortion(LineReader stdout) {
    Deque<LineReader.Line> portion = new ArrayDeque<>();
    do {
      portion.add(readLine(stdout));
    } while (stdout.hasLine());
    return portion;
  }

  private static LineReader.Line readLine(LineReader stdout) {
    try {
      return stdout.read();
    } catch (IOException e) {
      // The stream was closed under the reader: the same as its end.
      return new LineReader.Line(new byte[0], false, true);
    }
  }

  /** The message in a line, if there is one; anything else is noise. */
  private Optional<JsonValue> message(byte[] line) throws CollectException {
    if (isBlank(line)) {
      return Optional.empty();
    }
    Optional<JsonValue> message = parser.message(line);
    if (message.isEmpty()) {
      noise(new String(line, 0, Math.min(line.length, 1000), StandardCharsets.UTF_8));
    }
    return message;
  }

  private void noise(String line) throws CollectException {
    String shown = SafeText.line(line.strip(), 200);
    if (noise++ == 0) {
      firstNoise = shown;
    }
    noiseLines.add(line.strip());
    if (noise > MAX_NOISE) {
      throw new CollectException(
          Gap.Kind.LIMIT, "wrote more than " + MAX_NOISE + " lines that are no messages");
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r' && b != 0) {
        return false;
      }
    }
    return true;
  }
}
