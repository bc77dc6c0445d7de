package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.http.HttpBody;
import io.mcpcatalogue.collect.live.session.LineReader;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads server-sent events of bounded size. For one thread. */
final class EventStream {
  private final LineReader lines;
  private final long maxBytes;
  private boolean ended;

  EventStream(InputStream in, long maxBytes) {
    this.lines = new LineReader(new LineFeeds(in), maxBytes);
    this.maxBytes = maxBytes;
  }

  /** One event. Immutable, as long as nobody writes into its data. */
  static final class Event {
    private final String type;
    private final byte[] data;

    Event(String type, byte[] data) {
      this.type = type;
      this.data = data;
    }

    String type() {
      return type;
    }

    byte[] data() {
      return data;
    }
  }

  /** The next event with data; empty when the stream has ended. */
  Optional<Event> next() throws IOException {
    String type = "message";
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    boolean hasData = false;
    while (!ended) {
      LineReader.Line line = lines.read();
      if (line.tooLong() || data.size() > maxBytes) {
        throw new HttpBody.TooLargeException(maxBytes);
      }
      ended = line.last();
      byte[] bytes = line.bytes();
      if (bytes.length == 0) {
        if (hasData) {
          return Optional.of(new Event(type, data.toByteArray()));
        }
        type = "message";
      } else if (isField(bytes, "data")) {
        if (hasData) {
          data.write('\n');
        }
        int start = valueStart(bytes, "data");
        data.write(bytes, start, bytes.length - start);
        hasData = true;
      } else if (isField(bytes, "event")) {
        int start = valueStart(bytes, "event");
        type = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
      }
    }
    return hasData ? Optional.of(new Event(type, data.toByteArray())) : Optional.empty();
  }

  private static boolean isField(byte[] line, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (i >= line.length || line[i] != name.charAt(i)) {
        return false;
      }
    }
    return line.length == name.length() || line[name.length()] == ':';
  }

  /** Behind the colon, and behind one blank after it. */
  private static int valueStart(byte[] line, String name) {
    int start = Math.min(line.length, name.length() + 1);
    return start < line.length && line[start] == ' ' ? start + 1 : start;
  }

  /**
   * A line of events may end in a carriage return, a line feed, or both; here it ends in a line
   * feed. What may follow a carriage return is not waited for.
   */
  private static final class LineFeeds extends FilterInputStream {
    private boolean afterReturn;

    LineFeeds(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int kept = 0;
      while (kept == 0) {
        int taken = in.read(target, offset, length);
        if (taken <= 0) {
          return taken;
        }
        for (int i = offset; i < offset + taken; i++) {
          boolean isReturn = target[i] == '\r';
          if (!afterReturn || target[i] != '\n') {
            target[offset + kept++] = isReturn ? (byte) '\n' : target[i];
          }
          afterReturn = isReturn;
        }
      }
      return kept;
    }
  }
}
