package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpEndpoint;
import io.mcpcatalogue.collect.http.HttpReply;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.collect.live.auth.AuthChallenge;
import io.mcpcatalogue.collect.live.session.MessageParser;
import io.mcpcatalogue.collect.live.session.SessionOpener;
import io.mcpcatalogue.collect.live.session.Transport;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Speaks streamable HTTP: every message is a request of its own, answered by one JSON document or
 * by a stream of events. For one thread.
 */
final class StreamableHttpTransport implements Transport {
  private static final Duration TIME_TO_SAY_GOODBYE = Duration.ofSeconds(1);

  private final HttpEndpoint endpoint;
  private final CollectLimits limits;
  private final MessageParser parser;
  private final Deque<JsonValue> arrived = new ArrayDeque<>();
  private final AuthChallenge.Heard challenges;
  private URI address;
  private Optional<MessageStream> streaming = Optional.empty();
  private String sessionId = "";
  private String protocolVersion = "";
  private boolean answered;
  private boolean mayBeLegacy;

  StreamableHttpTransport(
      HttpEndpoint endpoint, URI address, CollectLimits limits, AuthChallenge.Heard challenges) {
    this.endpoint = endpoint;
    this.address = address;
    this.limits = limits;
    this.parser = new MessageParser(limits);
    this.challenges = challenges;
  }

  /** Whether the address refused the first message in the way of servers of the older transport. */
  boolean mayBeLegacy() {
    return mayBeLegacy;
  }

  @Override
  public void send(JsonObject message, Deadline deadline) throws CollectException {
    boolean isRequest = message.text("method").isPresent() && message.members().containsKey("id");
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    HttpReply reply = endpoint.post(address, headers(message), "application/json", body, deadline);
    if (!isRequest) {
      reply.close();
      return;
    }
    endStream();
    take(reply, deadline);
  }

  private Map<String, String> headers(JsonObject message) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("accept", "application/json, text/event-stream");
    headers.putAll(sessionHeaders());
    if (SessionOpener.isStateless(protocolVersion)) {
      message.text("method").ifPresent(method -> headers.put("mcp-method", method));
    }
    return headers;
  }

  private Map<String, String> sessionHeaders() {
    Map<String, String> headers = new TreeMap<>();
    if (!sessionId.isEmpty()) {
      headers.put("mcp-session-id", sessionId);
    }
    if (!protocolVersion.isEmpty()) {
      headers.put("mcp-protocol-version", protocolVersion);
    }
    return headers;
  }

  private void take(HttpReply reply, Deadline deadline) throws CollectException {
    if (reply.isSuccess()) {
      // The next messages go where this one was answered, without the way around.
      address = reply.address();
      reply.header("mcp-session-id").filter(this::isUsable).ifPresent(id -> sessionId = id);
      answered = true;
      takeSuccess(reply, deadline);
      return;
    }
    if (reply.status() == 401) {
      challenges.add(reply);
    }
    byte[] body = reply.bytes(deadline);
    Optional<JsonValue> message = parser.message(body).filter(StreamableHttpTransport::isError);
    if (message.isPresent() && reply.status() != 401) {
      answered = true;
      arrived.add(message.get());
      return;
    }
    mayBeLegacy = !answered && isRefusalOfPost(reply.status());
    throw HttpStatus.failure(reply, body);
  }

  private static boolean isRefusalOfPost(int status) {
    return status == 400 || status == 404 || status == 405 || status == 406 || status == 415;
  }

  private static boolean isError(JsonValue message) {
    return message.asObject().members().get("error") instanceof JsonObject;
  }

  private void takeSuccess(HttpReply reply, Deadline deadline) throws CollectException {
    if (reply.isOfType("text/event-stream")) {
      try {
        EventStream events = new EventStream(reply.body(deadline), limits.maxAnswerBytes());
        streaming = Optional.of(new MessageStream(reply, events, parser));
        return;
      } catch (IOException e) {
        throw reply.failure(e);
      }
    }
    byte[] body = reply.bytes(deadline);
    Optional<JsonValue> message = parser.message(body);
    if (message.isEmpty()) {
      mayBeLegacy = !answered;
      throw HttpStatus.notAMessage(reply, body);
    }
    arrived.add(message.get());
  }

  /** Whether it can stand in a header: a hostile one must not become a header of ours. */
  private boolean isUsable(String id) {
    return !id.isEmpty() && id.length() <= 4096 && id.chars().allMatch(c -> c >= 0x21 && c <= 0x7e);
  }

  @Override
  public Optional<JsonValue> receive(Deadline deadline) throws CollectException {
    if (!arrived.isEmpty()) {
      return Optional.of(arrived.remove());
    }
    if (streaming.isEmpty()) {
      throw new CollectException(Gap.Kind.UNREACHABLE, "took the request and did not answer it");
    }
    return streaming.get().next(deadline);
  }

  private void endStream() {
    streaming.ifPresent(MessageStream::close);
    streaming = Optional.empty();
    arrived.clear();
  }

  @Override
  public void speak(String version) {
    protocolVersion = version;
  }

  @Override
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("transport/kind", "streamable-http", "connection"));
    Origin now = Origin.of(address);
    if (!now.equals(endpoint.origin())) {
      facts.add(
          new Fact("transport/redirect", now.scheme() + "://" + now.hostAndPort(), "connection"));
    }
    return facts;
  }

  @Override
  public List<Gap> gaps() {
    return parser.gaps("answers");
  }

  @Override
  public void close() {
    endStream();
    if (!sessionId.isEmpty()) {
      endpoint.delete(address, sessionHeaders(), Deadline.after(TIME_TO_SAY_GOODBYE));
    }
  }
}
