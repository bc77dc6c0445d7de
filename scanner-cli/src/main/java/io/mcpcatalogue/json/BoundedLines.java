package io.mcpcatalogue.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a stream line by line as bytes, with a bound on the length of one line: a longer one is
 * skipped to its end and handed over as such. Ends of line are LF or CRLF. For one thread.
 */
public final class BoundedLines {
  private static final int BUFFER_SIZE = 1 << 16;

  private final InputStream in;
  private final int maxLength;
  private final byte[] buffer = new byte[BUFFER_SIZE];
  private int position;
  private int filled;
  private long number;

  public BoundedLines(InputStream in, int maxLength) {
    this.in = in;
    this.maxLength = maxLength;
  }

  /**
   * One line.
   *
   * @param number counted from 1
   * @param bytes the line without its end; empty when it is too long
   * @param tooLong whether it exceeded the bound
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  public record Line(long number, byte[] bytes, boolean tooLong) {

    /** Whether there is nothing but white space. */
    public boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t') {
          return false;
        }
      }
      return !tooLong;
    }

    /** Whether these bytes stand somewhere in it. */
    public boolean contains(byte[] piece) {
      for (int i = 0; i <= bytes.length - piece.length; i++) {
        if (bytes[i] == piece[0]
            && Arrays.equals(bytes, i, i + piece.length, piece, 0, piece.length)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The next line; empty at the end of the stream. */
  public Optional<Line> next() throws IOException {
    if (position == filled && !fill()) {
      return Optional.empty();
    }
    number++;
    byte[] line = new byte[0];
    int length = 0;
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && (position < filled || fill())) {
      int end = endOfLine();
      int count = end - position;
      tooLong |= count > maxLength - length;
      if (!tooLong) {
        if (length + count > line.length) {
          line = Arrays.copyOf(line, Math.min(maxLength, Math.max(length + count, length * 2)));
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
      }
      ended = end < filled;
      position = ended ? end + 1 : end;
    }
    if (tooLong) {
      return Optional.of(new Line(number, new byte[0], true));
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    byte[] whole = length == line.length ? line : Arrays.copyOf(line, length);
    return Optional.of(new Line(number, whole, false));
  }

  private int endOfLine() {
    int end = position;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(buffer, 0, buffer.length));
    return filled > 0;
  }
}
