package io.mcpcatalogue.collect.live.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines of bounded length. For one thread. */
public final class LineReader {
  private static final byte[] NO_BYTES = {};

  private final InputStream in;
  private final long maxLength;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int filled;

  public LineReader(InputStream in, long maxLength) {
    this.in = in;
    this.maxLength = Math.min(maxLength, Integer.MAX_VALUE - 64);
  }

  /** A line without its end. Immutable, as long as nobody writes into its bytes. */
  public static final class Line {
    private final byte[] bytes;
    private final boolean tooLong;
    private final boolean last;

    public Line(byte[] bytes, boolean tooLong, boolean last) {
      this.bytes = bytes;
      this.tooLong = tooLong;
      this.last = last;
    }

    public byte[] bytes() {
      return bytes;
    }

    /** Whether it exceeds the bound; then nothing of it is kept, and its rest may follow. */
    public boolean tooLong() {
      return tooLong;
    }

    /** Whether the stream ended; then the line may be empty without having been there. */
    public boolean last() {
      return last;
    }
  }

  public Line read() throws IOException {
    byte[] line = NO_BYTES;
    int length = 0;
    while (true) {
      if (next == filled && !fill()) {
        return new Line(trimmed(line, length), false, true);
      }
      int end = indexOfLineEnd();
      int taken = end - next;
      if (length + (long) taken > maxLength) {
        // The caller is told at once: a line without end must not keep it waiting.
        next = end;
        return new Line(NO_BYTES, true, false);
      }
      line = append(line, length, taken);
      length += taken;
      next = end;
      if (end < filled) {
        next++;
        return new Line(trimmed(line, length), false, false);
      }
    }
  }

  /** Whether a further line was read already, whole, so that nobody has to wait for it. */
  public boolean hasLine() {
    return indexOfLineEnd() < filled;
  }

  private static byte[] trimmed(byte[] line, int length) {
    return line.length == length ? line : Arrays.copyOf(line, length);
  }

  private byte[] append(byte[] line, int length, int taken) {
    byte[] roomy =
        length + taken <= line.length
            ? line
            : Arrays.copyOf(
                line, (int) Math.min(maxLength, Math.max(length + (long) taken, 2L * length)));
    System.arraycopy(buffer, next, roomy, length, taken);
    return roomy;
  }

  private int indexOfLineEnd() {
    int i = next;
    while (i < filled && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean fill() throws IOException {
    next = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}
