package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The answer to a request, its body still arriving. For one thread. */
public final class HttpReply implements AutoCloseable {
  private final URI address;
  private final int status;
  private final HttpHeaders headers;
  private final HttpBody body;
  private final long maxBytes;

  HttpReply(URI address, int status, HttpHeaders headers, HttpBody body, long maxBytes) {
    this.address = address;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.maxBytes = maxBytes;
  }

  public URI address() {
    return address;
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  public HttpHeaders headers() {
    return headers;
  }

  public boolean isOfType(String type) {
    return header("content-type")
        .map(value -> value.toLowerCase(Locale.ROOT).strip())
        .filter(value -> value.equals(type) || value.startsWith(type + ";"))
        .isPresent();
  }

  /** The body as it arrives, unpacked; reading it fails at the deadline. */
  public InputStream body(Deadline deadline) throws IOException {
    body.until(deadline);
    return isGzip() ? new Unpacking(body, maxBytes) : body;
  }

  private boolean isGzip() {
    return header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
  }

  /** The body as it arrives, packed or not. */
  InputStream packed() {
    return body;
  }

  public void until(Deadline deadline) {
    body.until(deadline);
  }

  /** The whole body, within the limit before and after it is unpacked. */
  public byte[] bytes(Deadline deadline) throws CollectException {
    body.until(deadline);
    try {
      return whole();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  byte[] whole() throws IOException {
    try (body) {
      byte[] arrived = body.readAllBytes();
      if (!isGzip() || arrived.length == 0) {
        return arrived;
      }
      try (InputStream unpacked = new Unpacking(new ByteArrayInputStream(arrived), maxBytes)) {
        return unpacked.readAllBytes();
      }
    }
  }

  /** What a failure to read the body means. */
  public CollectException failure(IOException cause) {
    return RequestFailure.told(cause);
  }

  @Override
  public void close() {
    body.close();
  }

  /** A body whose size when unpacked is bounded, too. */
  private static final class Unpacking extends GZIPInputStream {
    private final long maxBytes;
    private long count;

    Unpacking(InputStream packed, long maxBytes) throws IOException {
      super(packed);
      this.maxBytes = maxBytes;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int taken = super.read(target, offset, length);
      count += Math.max(0, taken);
      if (count > maxBytes) {
        throw new HttpBody.TooLargeException(maxBytes);
      }
      return taken;
    }
  }
}
