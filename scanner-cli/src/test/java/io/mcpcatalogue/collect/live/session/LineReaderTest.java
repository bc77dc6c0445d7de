package io.mcpcatalogue.collect.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void linesThatCameTogetherAreThereWithoutWaiting() throws IOException {
    LineReader reader = reader("one\ntwo\nthr", 100);

    assertFalse(reader.hasLine());
    assertEquals("one", text(reader.read()));
    assertTrue(reader.hasLine());
    assertEquals("two", text(reader.read()));
    assertFalse(reader.hasLine());
  }

  @Test
  void theLastLineMayHaveNoEnd() throws IOException {
    LineReader reader = reader("one\ntwo", 100);

    assertFalse(reader.read().last());
    LineReader.Line last = reader.read();
    assertTrue(last.last());
    assertEquals("two", text(last));
    assertFalse(reader.hasLine());
  }

  @Test
  void aLineBeyondTheBoundIsToldWithoutItsBytes() throws IOException {
    LineReader reader = reader("0123456789\n0123\n", 5);

    LineReader.Line line = reader.read();
    assertTrue(line.tooLong());
    assertEquals(0, line.bytes().length);
  }

  private static LineReader reader(String text, long maxLength) {
    return new LineReader(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxLength);
  }

  private static String text(LineReader.Line line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }
}
