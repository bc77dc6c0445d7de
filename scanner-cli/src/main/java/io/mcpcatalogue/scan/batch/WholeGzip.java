package io.mcpcatalogue.scan.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks all members of a compressed stream, and tells when something else stands behind them.
 * Java's own stream takes a pipe in which nothing waits for its end, and what it cannot unpack
 * behind a member for nothing: lines of an index would be missing, and nobody would know. For one
 * thread.
 */
final class WholeGzip extends GZIPInputStream {
  /** What of a member stands behind its packed bytes. */
  private static final int TRAILER = 8;

  WholeGzip(BufferedInputStream in, int bufferSize) throws IOException {
    super(new Patient(in), bufferSize);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int taken = super.read(target, offset, length);
    if (taken < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
      throw new ZipException("something that is not compressed stands behind what is");
    }
    return taken;
  }

  /** Waits to see whether anything follows, where others say what is there at the moment. */
  private static final class Patient extends FilterInputStream {
    Patient(InputStream in) {
      super(in);
    }

    @Override
    public int available() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0 ? 0 : 1;
    }
  }
}
