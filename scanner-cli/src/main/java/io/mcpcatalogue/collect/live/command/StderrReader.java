package io.mcpcatalogue.collect.live.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Reads what a process says on the side, so that it never blocks there, and keeps the last lines.
 * Thread-safe.
 */
final class StderrReader {
  private static final int MAX_LINE = 1000;

  private final LastLines last = new LastLines();
  private final Thread thread;

  StderrReader(InputStream in) {
    this.thread = new Thread(() -> drain(in), "server-stderr");
    thread.setDaemon(true);
    thread.start();
  }

  /** The last lines, after the process had a moment to say them. */
  List<String> lines(Duration patience) {
    try {
      thread.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return last.lines();
  }

  private void drain(InputStream in) {
    byte[] buffer = new byte[8192];
    byte[] line = new byte[MAX_LINE];
    int length = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            keep(line, length);
            length = 0;
          } else if (length < MAX_LINE) {
            line[length++] = buffer[i];
          }
        }
      }
    } catch (IOException e) {
      // The stream was closed because the process is being ended: what was said is kept.
      keep(line, length);
      return;
    }
    keep(line, length);
  }

  private void keep(byte[] line, int length) {
    String text = new String(line, 0, length, StandardCharsets.UTF_8).strip();
    if (!text.isEmpty()) {
      last.add(text);
    }
  }
}
