package io.mcpcatalogue.collect.source.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes tars, honest and otherwise. For one thread. */
public final class TarWriter {
  private final OutputStream out;

  public TarWriter(OutputStream out) {
    this.out = out;
  }

  /** A gzipped tar of texts, given as path, text, path, text … */
  public static byte[] tgz(String... pathsAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      TarWriter tar = new TarWriter(gzip);
      for (int i = 0; i < pathsAndTexts.length; i += 2) {
        tar.file(pathsAndTexts[i], pathsAndTexts[i + 1]);
      }
      tar.end();
    }
    return bytes.toByteArray();
  }

  public TarWriter file(String path, String text) throws IOException {
    return entry(path, '0', text.getBytes(StandardCharsets.UTF_8));
  }

  public TarWriter entry(String path, char type, byte[] body) throws IOException {
    header(path, type, body.length);
    out.write(body);
    out.write(new byte[(512 - body.length % 512) % 512]);
    return this;
  }

  public TarWriter header(String path, char type, long size) throws IOException {
    byte[] header = new byte[512];
    put(header, 0, 100, path);
    put(header, 100, 8, "0000644");
    put(header, 124, 12, String.format(Locale.ROOT, "%011o", size));
    put(header, 136, 12, "00000000000");
    put(header, 148, 8, "        ");
    header[156] = (byte) type;
    put(header, 257, 6, "ustar");
    put(header, 263, 2, "00");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, 8, String.format(Locale.ROOT, "%06o", sum));
    out.write(header);
    return this;
  }

  public void end() throws IOException {
    out.write(new byte[1024]);
  }

  private static void put(byte[] header, int at, int length, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, length));
  }
}
