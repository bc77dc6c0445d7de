package io.mcpcatalogue.collect.live.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Writes to a process that may not read: whoever hands over a message never waits. Thread-safe. */
final class StdinWriter {
  private static final int MAX_WAITING = 256;
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

  StdinWriter(OutputStream out) {
    Thread thread = new Thread(() -> write(out), "server-stdin");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Hands over a message.
   *
   * @return whether it will be written; false when the process does not read what it was sent
   */
  boolean offer(byte[] message) {
    return waiting.offer(message);
  }

  /** Closes the stream as soon as all that was handed over is written. */
  void close() {
    while (!waiting.offer(END)) {
      // The process does not read, so what is waiting for it is worth nothing.
      waiting.clear();
    }
  }

  private void write(OutputStream out) {
    try (out) {
      for (byte[] message = waiting.take(); message != END; message = waiting.take()) {
        out.write(message);
        out.flush();
      }
    } catch (IOException e) {
      // The process does not listen any more. Its silence will be noticed by who waits for it.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
