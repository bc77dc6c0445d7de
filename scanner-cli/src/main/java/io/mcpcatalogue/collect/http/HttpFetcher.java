package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.BoundedBody.TooLargeException;
import io.mcpcatalogue.model.Gap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/**
 * Gets what lies at addresses, within limits of size and time. Follows redirects without carrying
 * credentials to another origin, tries again what may pass, and records every host. Thread-safe.
 */
public final class HttpFetcher {
  /** What may follow a redirect to another origin; all else may be a credential. */
  private static final Set<String> HARMLESS = Set.of("accept", "accept-encoding", "user-agent");

  private final HttpClient client;
  private final AddressGuard guard;
  private final HttpLimits limits;
  private final ContactedHosts hosts;

  public HttpFetcher(
      HttpClient client, AddressGuard guard, HttpLimits limits, ContactedHosts hosts) {
    this.client = client;
    this.guard = guard;
    this.limits = limits;
    this.hosts = hosts;
  }

  /** Gets an answer into memory. A status of failure is an answer too. */
  public HttpAnswer get(URI address, Map<String, String> headers, Deadline deadline)
      throws CollectException {
    Map<String, String> asked = lowerCase(headers);
    asked.putIfAbsent("accept-encoding", "gzip");
    ByteArrayOutputStream[] latest = new ByteArrayOutputStream[1];
    HttpAnswer answer =
        walk(
            address,
            asked,
            deadline,
            () -> {
              latest[0] = new ByteArrayOutputStream();
              return latest[0];
            });
    return decompressed(answer, latest[0].toByteArray());
  }

  /**
   * Gets an answer into a file, which is overwritten. The file's content means something only if
   * the answer is a success.
   */
  public HttpAnswer download(URI address, Map<String, String> headers, Path file, Deadline deadline)
      throws CollectException {
    try (RestartableFile out = new RestartableFile(file)) {
      return walk(address, lowerCase(headers), deadline, out::restart);
    } catch (IOException | UncheckedIOException e) {
      throw new CollectException(Gap.Kind.UNREACHABLE, "cannot write " + file, e);
    }
  }

  private HttpAnswer walk(
      URI address, Map<String, String> headers, Deadline deadline, Supplier<OutputStream> sink)
      throws CollectException {
    URI at = address;
    Map<String, String> allowed = headers;
    AddressGuard current = guard;
    for (int redirects = 0; redirects <= limits.maxRedirects(); redirects++) {
      HttpResponse<Long> response = withRetries(current, at, allowed, deadline, sink);
      if (!isRedirect(response)) {
        return new HttpAnswer(at, response.statusCode(), response.headers(), new byte[0]);
      }
      URI next = target(at, response);
      if (!Origin.of(next).equals(Origin.of(at))) {
        allowed = harmless(allowed);
        current = current.leaving(at);
      }
      at = next;
    }
    throw new CollectException(
        Gap.Kind.LIMIT,
        name(address) + ": redirected more than " + limits.maxRedirects() + " times");
  }

  private HttpResponse<Long> withRetries(
      AddressGuard current,
      URI address,
      Map<String, String> headers,
      Deadline deadline,
      Supplier<OutputStream> sink)
      throws CollectException {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<Long> response;
      try {
        current.check(address);
        response = send(address, headers, deadline, sink.get());
      } catch (PassingFailure failure) {
        boolean last = attempt >= limits.maxAttempts();
        if (last || !sleep(Duration.ofMillis(200L << attempt), deadline)) {
          throw failure.reported;
        }
        continue;
      }
      if (!Waiting.mayPass(response.statusCode(), response.headers())
          || attempt >= limits.maxAttempts()) {
        return response;
      }
      Duration wait = Waiting.beforeAttempt(attempt, response.headers(), Instant.now());
      if (wait.compareTo(limits.longestWait()) > 0 || !sleep(wait, deadline)) {
        return response;
      }
    }
  }

  private HttpResponse<Long> send(
      URI address, Map<String, String> headers, Deadline deadline, OutputStream sink)
      throws CollectException, PassingFailure {
    CompletableFuture<HttpResponse<Long>> answer =
        client.sendAsync(
            request(address, headers), info -> new BoundedBody(sink, limits.maxBytes()));
    try {
      return hosts.await(answer, address, deadline);
    } catch (TimeoutException e) {
      throw new CollectException(
          Gap.Kind.TIMEOUT, name(address) + " did not answer in full in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, name(address) + ": interrupted", e);
    } catch (ExecutionException e) {
      throw failure(address, e.getCause());
    }
  }

  private static HttpRequest request(URI address, Map<String, String> headers)
      throws CollectException {
    try {
      HttpRequest.Builder builder = HttpRequest.newBuilder(address).GET();
      builder.setHeader("user-agent", HttpClients.USER_AGENT);
      headers.forEach(builder::setHeader);
      return builder.build();
    } catch (IllegalArgumentException e) {
      // A header value with a line break, say: never quoted, since it may be a credential.
      throw new CollectException(
          Gap.Kind.MALFORMED, name(address) + ": a header or the address is malformed", e);
    }
  }

  private static CollectException failure(URI address, Throwable cause) throws PassingFailure {
    String name = name(address);
    if (cause instanceof TooLargeException large) {
      return new CollectException(
          Gap.Kind.LIMIT,
          name + ": the answer is larger than " + large.maxBytes() + " bytes",
          cause);
    }
    if (cause instanceof SSLException) {
      return new CollectException(
          Gap.Kind.UNREACHABLE, name + ": no trusted TLS connection: " + cause.getMessage(), cause);
    }
    if (ContactedHosts.isUnknownHost(cause)) {
      return new CollectException(Gap.Kind.UNREACHABLE, name + ": the host is unknown", cause);
    }
    if (cause instanceof HttpTimeoutException) {
      throw new PassingFailure(
          new CollectException(Gap.Kind.TIMEOUT, name + " could not be connected in time", cause));
    }
    if (cause instanceof IOException) {
      throw new PassingFailure(
          new CollectException(
              Gap.Kind.UNREACHABLE, name + ": the connection failed: " + words(cause), cause));
    }
    return new CollectException(Gap.Kind.UNREACHABLE, name + ": " + words(cause), cause);
  }

  private static String words(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static boolean isRedirect(HttpResponse<?> response) {
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static URI target(URI from, HttpResponse<?> response) throws CollectException {
    String location = response.headers().firstValue("location").orElse("");
    URI next;
    try {
      next = from.resolve(URI.create(location));
    } catch (IllegalArgumentException e) {
      throw new CollectException(
          Gap.Kind.MALFORMED, name(from) + ": redirected to what is no address", e);
    }
    if (Origin.of(from).isSecure() && !Origin.of(next).isSecure()) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED, name(from) + ": redirected from https to " + next.getScheme());
    }
    return next;
  }

  private static Map<String, String> harmless(Map<String, String> headers) {
    Map<String, String> kept = new TreeMap<>(headers);
    kept.keySet().retainAll(HARMLESS);
    return kept;
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private HttpAnswer decompressed(HttpAnswer answer, byte[] bytes) throws CollectException {
    boolean gzip = answer.header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    return new HttpAnswer(
        answer.address(),
        answer.status(),
        answer.headers(),
        gzip && bytes.length > 0 ? inflate(answer.address(), bytes) : bytes);
  }

  private byte[] inflate(URI address, byte[] bytes) throws CollectException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes((int) Math.min(limits.maxBytes() + 1, Integer.MAX_VALUE - 8));
      if (plain.length > limits.maxBytes()) {
        throw new CollectException(
            Gap.Kind.LIMIT,
            name(address) + ": the answer unpacks to more than " + limits.maxBytes() + " bytes");
      }
      return plain;
    } catch (IOException e) {
      throw new CollectException(
          Gap.Kind.MALFORMED, name(address) + ": the answer is no valid gzip", e);
    }
  }

  /** Sleeps, unless that would take the rest of the time. */
  private static boolean sleep(Duration duration, Deadline deadline) throws CollectException {
    if (duration.compareTo(deadline.left()) >= 0) {
      return false;
    }
    try {
      Thread.sleep(duration.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, "interrupted while waiting", e);
    }
  }

  /** The address without its query, which may hold a credential. */
  private static String name(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return Origin.of(address).hostAndPort() + path;
  }

  /** A failure after which the same request may succeed. */
  private static final class PassingFailure extends Exception {
    private final transient CollectException reported;

    PassingFailure(CollectException reported) {
      super(reported);
      this.reported = reported;
    }
  }

  /** A file that starts anew with each attempt. For one thread at a time. */
  private static final class RestartableFile implements AutoCloseable {
    private final Path file;
    private OutputStream current = OutputStream.nullOutputStream();

    RestartableFile(Path file) {
      this.file = file;
    }

    OutputStream restart() {
      try {
        current.close();
        current = Files.newOutputStream(file);
        return current;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      current.close();
    }
  }
}
