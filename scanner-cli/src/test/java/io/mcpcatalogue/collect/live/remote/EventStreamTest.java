package io.mcpcatalogue.collect.live.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final String EVENTS =
      ": hello\nevent: endpoint\ndata: /here\n\n\ndata:one\ndata: two\nid: 1\n\ndata: last";

  @Test
  void aLineEndsInALineFeedACarriageReturnOrBoth() throws IOException {
    List<String> expected = List.of("endpoint:/here", "message:one\ntwo", "message:last");

    assertEquals(expected, events(EVENTS));
    assertEquals(expected, events(EVENTS.replace('\n', '\r')));
    assertEquals(expected, events(EVENTS.replace("\n", "\r\n")));
  }

  /** Byte by byte, so that both parts of a line end come apart. */
  private static List<String> events(String text) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    EventStream stream =
        new EventStream(
            new FilterInputStream(bytes) {
              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(1, length));
              }
            },
            1000);
    List<String> events = new ArrayList<>();
    for (Optional<EventStream.Event> event = stream.next();
        event.isPresent();
        event = stream.next()) {
      events.add(
          event.get().type() + ":" + new String(event.get().data(), StandardCharsets.US_ASCII));
    }
    return events;
  }
}
