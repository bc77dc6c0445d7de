package io.mcpcatalogue.scan.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** An index to read: a file, plain or compressed, or a stream. Counts what was read of it. */
public final class IndexInput {
  private static final int BUFFER_SIZE = 1 << 16;

  private final String name;
  private final Optional<Path> file;
  private final InputStream stream;
  private final AtomicLong read = new AtomicLong();

  /**
   * Its size when it was opened, 0 if not known: who watches must not depend on whether the file
   * stays there.
   */
  private long size;

  private IndexInput(String name, Optional<Path> file, InputStream stream) {
    this.name = name;
    this.file = file;
    this.stream = stream;
  }

  public static IndexInput of(Path file) {
    return new IndexInput(
        file.toAbsolutePath().normalize().toString(),
        Optional.of(file),
        InputStream.nullInputStream());
  }

  /** A stream can be read once, so that a killed run over it does not go on but starts again. */
  public static IndexInput of(InputStream stream) {
    return new IndexInput("-", Optional.empty(), stream);
  }

  /** By which the catalogue knows the index. */
  String name() {
    return name;
  }

  /** The name for messages. */
  String label() {
    return file.map(path -> String.valueOf(path.getFileName())).orElse("standard input");
  }

  boolean canBeReadAgain() {
    return file.isPresent();
  }

  /** Opens it at the beginning. */
  InputStream open() throws IOException {
    read.set(0);
    size = file.isPresent() ? Files.size(file.get()) : 0;
    InputStream raw = file.isPresent() ? Files.newInputStream(file.get()) : stream;
    BufferedInputStream in = new BufferedInputStream(new Counting(raw, read), BUFFER_SIZE);
    in.mark(2);
    boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return compressed ? new WholeGzip(in, BUFFER_SIZE) : in;
  }

  /** The share of the index that was read, from 0 to 1; 0 when its size is not known. */
  double share() {
    return size == 0 ? 0 : Math.min(1, (double) read.get() / size);
  }

  /** Counts the bytes that pass. */
  private static final class Counting extends FilterInputStream {
    private final AtomicLong count;

    Counting(InputStream in, AtomicLong count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      if (next >= 0) {
        count.incrementAndGet();
      }
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = in.read(buffer, offset, length);
      if (got > 0) {
        count.addAndGet(got);
      }
      return got;
    }
  }
}
