package io.mcpcatalogue.collect.live.endpoint;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.model.Gap;
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

  /** The body, unpacked; reading it fails at the deadline. */
  public InputStream body(Deadline deadline) throws IOException {
    body.until(deadline);
    boolean gzip = header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    return gzip ? new GZIPInputStream(body) : body;
  }

  public void until(Deadline deadline) {
    body.until(deadline);
  }

  /** The whole body, within the limit before and after it is unpacked. */
  public byte[] bytes(Deadline deadline) throws CollectException {
    int most = (int) Math.min(maxBytes, Integer.MAX_VALUE - 64);
    try (InputStream in = body(deadline)) {
      byte[] bytes = in.readNBytes(most);
      if (bytes.length == most && in.read() >= 0) {
        throw new HttpBody.TooLargeException();
      }
      return bytes;
    } catch (IOException e) {
      throw failure(e);
    } finally {
      close();
    }
  }

  /** What a failure to read the body means. */
  public CollectException failure(IOException cause) {
    if (cause instanceof HttpBody.TooLargeException) {
      return new CollectException(
          Gap.Kind.LIMIT, "sent an answer larger than " + maxBytes + " bytes", cause);
    }
    if (cause instanceof HttpBody.TooSlowException) {
      return new CollectException(
          Gap.Kind.TIMEOUT, "did not answer in full within the time limit", cause);
    }
    return new CollectException(
        Gap.Kind.UNREACHABLE, "the answer broke off: " + HttpEndpoint.words(cause), cause);
  }

  @Override
  public void close() {
    body.close();
  }
}
