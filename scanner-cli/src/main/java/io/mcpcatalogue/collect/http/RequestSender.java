package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request until it is answered, within limits: follows redirects without carrying
 * credentials to another origin, tries again what may pass, and records every host. Thread-safe.
 */
final class RequestSender {
  private final Network network;
  private final HttpLimits limits;
  private final ContactedHosts hosts;

  RequestSender(Network network, HttpLimits limits, ContactedHosts hosts) {
    this.network = network;
    this.limits = limits;
    this.hosts = hosts;
  }

  /**
   * What is sent, and sent again wherever redirects lead. Immutable.
   *
   * @param credentials headers that go to no other origin than the first
   */
  record Message(
      String method,
      Map<String, String> headers,
      Map<String, String> credentials,
      BodyPublisher body) {

    private Message withoutCredentials() {
      return new Message(method, headers, Map.of(), body);
    }
  }

  /** Reads what is needed of an answer before it counts as one; else the request is sent again. */
  interface Reading {
    void read(HttpReply reply) throws IOException, CollectException;
  }

  /**
   * The answer, whatever its status.
   *
   * @param guard decides about the address; where it redirects to, {@link AddressGuard#leaving}
   */
  HttpReply send(
      Message message, URI address, AddressGuard guard, Deadline deadline, Reading reading)
      throws CollectException {
    Message allowed = message;
    AddressGuard current = guard;
    URI at = address;
    for (int redirects = 0; redirects <= limits.maxRedirects(); redirects++) {
      try {
        HttpReply reply = withRetries(allowed, at, current, deadline, reading);
        if (!isRedirect(reply, message.method())) {
          return reply;
        }
        reply.close();
        URI next = target(at, reply);
        if (!Origin.of(next).equals(Origin.of(at))) {
          allowed = allowed.withoutCredentials();
          current = current.leaving(at);
        }
        at = next;
      } catch (CollectException e) {
        String way = " (redirected to " + SafeText.line(Origin.name(at), 300) + ")";
        throw redirects == 0 ? e : e.told(e.getMessage() + way);
      }
    }
    throw new CollectException(
        Gap.Kind.LIMIT, "redirected more than " + limits.maxRedirects() + " times");
  }

  private static boolean isRedirect(HttpReply reply, String method) {
    return switch (reply.status()) {
      case 301, 302, 307, 308 -> true;
      // It asks for a GET, which answers nothing else.
      case 303 -> method.equals("GET");
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

  private HttpReply withRetries(
      Message message, URI address, AddressGuard guard, Deadline deadline, Reading reading)
      throws CollectException {
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= limits.maxAttempts();
      try {
        HttpReply reply = once(message, address, guard, deadline);
        Duration wait = Waiting.beforeAttempt(attempt, reply.headers(), Instant.now());
        boolean again = !last && Waiting.mayPass(reply.status(), reply.headers());
        if (!again || !sleep(wait, deadline)) {
          if (!isRedirect(reply, message.method())) {
            reading.read(reply);
          }
          return reply;
        }
        reply.close();
      } catch (IOException e) {
        if (last || !RequestFailure.mayPass(e) || !sleep(Waiting.usual(attempt), deadline)) {
          throw RequestFailure.told(e);
        }
      }
    }
  }

  /** Sleeps, unless that would take the rest of the time, or is longer than anyone may ask for. */
  private boolean sleep(Duration wait, Deadline deadline) throws CollectException {
    if (wait.compareTo(deadline.left()) >= 0 || wait.compareTo(limits.longestWait()) > 0) {
      return false;
    }
    try {
      Thread.sleep(wait.toMillis());
      return true;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HttpReply once(Message message, URI address, AddressGuard guard, Deadline deadline)
      throws CollectException, IOException {
    guard.check(address);
    HttpBody body = new HttpBody(limits.maxBytes(), deadline);
    CompletableFuture<HttpResponse<HttpBody>> answer =
        network.client().sendAsync(request(message, address), info -> body);
    try {
      HttpResponse<HttpBody> response = hosts.await(answer, address, deadline);
      return new HttpReply(
          address, response.statusCode(), response.headers(), body, limits.maxBytes());
    } catch (TimeoutException e) {
      body.close();
      throw new HttpBody.TooSlowException();
    } catch (InterruptedException e) {
      body.close();
      throw interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new CollectException(
          Gap.Kind.UNREACHABLE, RequestFailure.words(e.getCause()), e.getCause());
    }
  }

  private static CollectException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CollectException(Gap.Kind.TIMEOUT, "interrupted", e);
  }

  private static HttpRequest request(Message message, URI address) throws CollectException {
    try {
      HttpRequest.Builder builder = HttpRequest.newBuilder(address);
      if (!Origin.of(address).isSecure()) {
        // No upgrade to HTTP/2 in plain text, which old servers stumble over.
        builder.version(HttpClient.Version.HTTP_1_1);
      }
      builder.setHeader("user-agent", HttpClients.USER_AGENT);
      message.headers().forEach(builder::setHeader);
      message.credentials().forEach(builder::setHeader);
      return builder.method(message.method(), message.body()).build();
    } catch (IllegalArgumentException e) {
      // A header value with a line break, say: never quoted, since it may be a credential.
      throw new CollectException(Gap.Kind.MALFORMED, "a header or the address is malformed", e);
    }
  }
}
