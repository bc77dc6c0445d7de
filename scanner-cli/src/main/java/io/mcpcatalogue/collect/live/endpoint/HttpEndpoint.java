package io.mcpcatalogue.collect.live.endpoint;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.AddressGuard;
import io.mcpcatalogue.collect.http.ContactedHosts;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpClients;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends requests to one server, within limits of size and time. Credentials go to the origin that
 * the user named and to no other, whatever redirects say. For one thread.
 */
public final class HttpEndpoint {
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Network network;
  private final AddressGuard guard;
  private final AddressGuard elsewhere;
  private final ContactedHosts hosts;
  private final Origin origin;
  private final long maxBytes;
  private final Map<String, String> credentials;

  /**
   * An endpoint of the server at this address.
   *
   * @param guard decides about the address itself
   * @param elsewhere decides about other origins, which the server may name
   * @param credentials headers for the server's own origin
   */
  public HttpEndpoint(
      Network network,
      AddressGuard guard,
      AddressGuard elsewhere,
      ContactedHosts hosts,
      URI address,
      Map<String, String> credentials,
      long maxBytes) {
    this.network = network;
    this.guard = guard;
    this.elsewhere = elsewhere;
    this.hosts = hosts;
    this.origin = Origin.of(address);
    this.credentials = new TreeMap<>(credentials);
    this.maxBytes = maxBytes;
  }

  public Origin origin() {
    return origin;
  }

  /** One request, as it is repeated at every address that a redirect names. Immutable. */
  private record Call(String method, Map<String, String> headers, BodyPublisher body) {}

  /** Sends a body; a redirect gets it as well, as servers behind a slash too many expect it. */
  public HttpReply post(
      URI address, Map<String, String> headers, String type, byte[] body, Deadline deadline)
      throws CollectException {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("content-type", type);
    return walk(address, new Call("POST", all, BodyPublishers.ofByteArray(body)), deadline);
  }

  public HttpReply get(URI address, Map<String, String> headers, Deadline deadline)
      throws CollectException {
    return walk(address, new Call("GET", headers, BodyPublishers.noBody()), deadline);
  }

  /** Tells the server that it is not needed any more; nothing depends on its answer. */
  public void delete(URI address, Map<String, String> headers, Deadline deadline) {
    Call call = new Call("DELETE", headers, BodyPublishers.noBody());
    try (HttpReply reply = send(address, call, deadline)) {
      reply.until(deadline);
    } catch (CollectException | PassingFailure e) {
      // The session ends by itself some day: nothing is lost.
      return;
    }
  }

  private HttpReply walk(URI address, Call call, Deadline deadline) throws CollectException {
    URI at = address;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpReply reply = withRetries(at, call, deadline);
      if (!isRedirect(reply.status())) {
        return reply;
      }
      reply.close();
      at = target(at, reply);
    }
    throw new CollectException(Gap.Kind.LIMIT, "redirected more than " + MAX_REDIRECTS + " times");
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 307, 308 -> true;
      default -> false;
    };
  }

  private static URI target(URI from, HttpReply reply) throws CollectException {
    URI next;
    try {
      next = from.resolve(URI.create(reply.header("location").orElse("")));
    } catch (IllegalArgumentException e) {
      throw new CollectException(Gap.Kind.MALFORMED, "redirects to what is no address", e);
    }
    if (Origin.of(from).isSecure() && !Origin.of(next).isSecure()) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED,
          "redirects from https to " + SafeText.line(Origin.of(next).scheme(), 20));
    }
    return next;
  }

  private HttpReply withRetries(URI address, Call call, Deadline deadline) throws CollectException {
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= MAX_ATTEMPTS;
      try {
        HttpReply reply = send(address, call, deadline);
        Duration wait = waitFor(reply).orElse(FIRST_WAIT.multipliedBy(1L << attempt));
        if (last || !mayPass(reply.status()) || !sleep(wait, deadline)) {
          return reply;
        }
        reply.close();
      } catch (PassingFailure failure) {
        if (last || !sleep(FIRST_WAIT.multipliedBy(attempt), deadline)) {
          throw failure.reported;
        }
      }
    }
  }

  private static boolean mayPass(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  private static Optional<Duration> waitFor(HttpReply reply) {
    return reply
        .header("retry-after")
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private static boolean sleep(Duration wait, Deadline deadline) throws CollectException {
    if (wait.compareTo(deadline.left()) >= 0 || wait.compareTo(LONGEST_WAIT) > 0) {
      return false;
    }
    try {
      Thread.sleep(wait.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, "interrupted", e);
    }
  }

  private HttpReply send(URI address, Call call, Deadline deadline)
      throws CollectException, PassingFailure {
    boolean own = Origin.of(address).equals(origin);
    (own ? guard : elsewhere).check(address);
    HttpBody body = new HttpBody(maxBytes, deadline);
    CompletableFuture<HttpResponse<HttpBody>> answer =
        network.client().sendAsync(request(address, call, own), info -> body);
    try {
      HttpResponse<HttpBody> response = hosts.await(answer, address, deadline);
      return new HttpReply(address, response.statusCode(), response.headers(), body, maxBytes);
    } catch (TimeoutException e) {
      body.close();
      throw new CollectException(Gap.Kind.TIMEOUT, "did not answer within the time limit", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, "interrupted", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private HttpRequest request(URI address, Call call, boolean own) throws CollectException {
    try {
      HttpRequest.Builder builder = HttpRequest.newBuilder(address);
      if (!Origin.of(address).isSecure()) {
        // No upgrade to HTTP/2 in plain text, which old servers stumble over.
        builder.version(HttpClient.Version.HTTP_1_1);
      }
      builder.setHeader("user-agent", HttpClients.USER_AGENT);
      call.headers().forEach(builder::setHeader);
      if (own) {
        credentials.forEach(builder::setHeader);
      }
      return builder.method(call.method(), call.body()).build();
    } catch (IllegalArgumentException e) {
      // Never quoted, since a header may be a credential.
      throw new CollectException(Gap.Kind.MALFORMED, "a header or the address is malformed", e);
    }
  }

  private static CollectException failure(Throwable cause) throws PassingFailure {
    if (cause instanceof SSLException) {
      return new CollectException(
          Gap.Kind.UNREACHABLE, "no trusted TLS connection: " + words(cause), cause);
    }
    if (cause instanceof ConnectException) {
      boolean unknown = ContactedHosts.isUnknownHost(cause);
      return new CollectException(
          Gap.Kind.UNREACHABLE, unknown ? "the host is unknown" : "cannot be connected", cause);
    }
    CollectException reported =
        new CollectException(Gap.Kind.UNREACHABLE, "the connection failed: " + words(cause), cause);
    if (cause instanceof IOException) {
      throw new PassingFailure(reported);
    }
    return reported;
  }

  /** The words of a failure, which may quote the other side. */
  static String words(Throwable cause) {
    String message = cause.getMessage();
    return SafeText.line(message == null ? cause.getClass().getSimpleName() : message, 200);
  }

  /** A failure after which the same request may succeed. */
  private static final class PassingFailure extends Exception {
    private final transient CollectException reported;

    PassingFailure(CollectException reported) {
      super(reported);
      this.reported = reported;
    }
  }
}
