package io.mcpcatalogue.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedStreamTest {

  @Test
  void aFullDiskIsALossAndAReaderThatLeftIsNone() {
    assertEquals(Optional.of("No space left on device"), lossBy("No space left on device"));
    assertEquals(Optional.empty(), lossBy("Broken pipe"));
  }

  private static Optional<String> lossBy(String failure) {
    WatchedStream watched =
        new WatchedStream(
            new OutputStream() {
              @Override
              public void write(int value) throws IOException {
                throw new IOException(failure);
              }
            });
    try (PrintStream out = new PrintStream(watched, true, StandardCharsets.UTF_8)) {
      out.println("verdict");
    }
    return watched.loss();
  }
}
