package io.mcpcatalogue.scan.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class WholeGzipTest {
  @Test
  void allMembersAreReadAlsoFromAPipeInWhichNothingWaits() throws IOException {
    byte[] both = concatenated(packed("one\n"), packed("two\n"));

    assertEquals("one\ntwo\n", unpacked(new Slow(both)));
  }

  @Test
  void whatStandsBehindTheLastMemberIsNotPassedOver() throws IOException {
    for (String rest : new String[] {"abc", "no gzip at all, and longer than any header"}) {
      byte[] more = concatenated(packed("one\n"), rest.getBytes(StandardCharsets.UTF_8));

      assertThrows(ZipException.class, () -> unpacked(new ByteArrayInputStream(more)), rest);
      assertThrows(ZipException.class, () -> unpacked(new Slow(more)), rest);
    }
  }

  @Test
  void aMemberLargerThanAllBuffersIsReadToItsEnd() throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 300_000; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    byte[] both = concatenated(packed(text.toString()), packed("end"));

    assertEquals(text + "end", unpacked(new ByteArrayInputStream(both)));
  }

  private static String unpacked(InputStream in) throws IOException {
    try (InputStream plain = new WholeGzip(new BufferedInputStream(in), 1 << 9)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first);
    bytes.writeBytes(second);
    return bytes.toByteArray();
  }

  /** A pipe whose writer is slower than its reader: one byte at a time, and never one waiting. */
  private static final class Slow extends FilterInputStream {
    Slow(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, Math.min(1, length));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
