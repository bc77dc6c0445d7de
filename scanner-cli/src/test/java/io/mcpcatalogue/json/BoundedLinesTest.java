package io.mcpcatalogue.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

  @Test
  void splitsAtLineFeedsAndDropsCarriageReturns() throws IOException {
    assertEquals(List.of("1:a", "2:", "3:b"), linesOf("a\r\n\nb", 10));
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertEquals(List.of("1:a"), linesOf("a\n", 10));
    assertEquals(List.of(), linesOf("", 10));
  }

  @Test
  void aLineBeyondTheBoundIsSkippedAndTheNextOneIsRead() throws IOException {
    assertEquals(List.of("1:too long", "2:ok"), linesOf("x".repeat(200_000) + "\nok\n", 100_000));
  }

  @Test
  void aLineOfExactlyTheBoundIsRead() throws IOException {
    String line = "y".repeat(150_000);
    assertEquals(List.of("1:" + line), linesOf(line, 150_000));
  }

  @Test
  void blankMeansNothingButWhiteSpace() throws IOException {
    BoundedLines lines = new BoundedLines(new ByteArrayInputStream(" \t\nx\n".getBytes(UTF_8)), 10);
    assertTrue(lines.next().orElseThrow().isBlank());
    assertTrue(!lines.next().orElseThrow().isBlank());
  }

  private static List<String> linesOf(String text, int maxLength) throws IOException {
    BoundedLines lines =
        new BoundedLines(new ByteArrayInputStream(text.getBytes(UTF_8)), maxLength);
    List<String> found = new ArrayList<>();
    for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      BoundedLines.Line read = line.get();
      found.add(
          read.number() + ":" + (read.tooLong() ? "too long" : new String(read.bytes(), UTF_8)));
    }
    return found;
  }
}
