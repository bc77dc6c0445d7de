package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpEndpoint;
import io.mcpcatalogue.collect.http.HttpReply;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.collect.live.auth.AuthChallenge;
import io.mcpcatalogue.collect.live.session.MessageParser;
import io.mcpcatalogue.collect.live.session.Transport;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks the HTTP transport of 2024-11-05: one stream of events brings all messages, and its first
 * event names the address that takes them. For one thread.
 */
final class SseTransport implements Transport {
  private final HttpEndpoint endpoint;
  private final MessageParser parser;
  private final MessageStream stream;
  private final URI messages;

  private SseTransport(
      HttpEndpoint endpoint, MessageParser parser, MessageStream stream, URI messages) {
    this.endpoint = endpoint;
    this.parser = parser;
    this.stream = stream;
    this.messages = messages;
  }

  /**
   * Opens the stream.
   *
   * @throws CollectException when there is none at the address
   */
  static SseTransport open(
      HttpEndpoint endpoint,
      URI address,
      CollectLimits limits,
      AuthChallenge.Heard challenges,
      Deadline deadline)
      throws CollectException {
    HttpReply reply = endpoint.get(address, Map.of("accept", "text/event-stream"), deadline);
    if (!reply.isSuccess()) {
      if (reply.status() == 401) {
        challenges.add(reply);
      }
      throw HttpStatus.failure(reply, reply.bytes(deadline));
    }
    if (!reply.isOfType("text/event-stream")) {
      reply.close();
      throw new CollectException(Gap.Kind.NOT_FOUND, "there is no MCP server at this address");
    }
    try {
      EventStream events = new EventStream(reply.body(deadline), limits.maxAnswerBytes());
      URI messages = messageAddress(reply, events);
      MessageParser parser = new MessageParser(limits);
      return new SseTransport(endpoint, parser, new MessageStream(reply, events, parser), messages);
    } catch (IOException e) {
      throw reply.failure(e);
    }
  }

  private static URI messageAddress(HttpReply reply, EventStream events)
      throws IOException, CollectException {
    Optional<EventStream.Event> first = events.next();
    if (first.isEmpty() || !first.get().type().equals("endpoint")) {
      reply.close();
      throw new CollectException(
          Gap.Kind.MALFORMED, "the stream of events does not begin with an endpoint");
    }
    String text = new String(first.get().data(), StandardCharsets.UTF_8).strip();
    URI messages;
    try {
      messages = reply.address().resolve(URI.create(text));
    } catch (IllegalArgumentException e) {
      reply.close();
      throw new CollectException(Gap.Kind.MALFORMED, "the endpoint is no address", e);
    }
    if (!Origin.of(messages).equals(Origin.of(reply.address()))) {
      reply.close();
      throw new CollectException(Gap.Kind.NOT_ALLOWED, "wants its messages sent to another origin");
    }
    return messages;
  }

  @Override
  public void send(JsonObject message, Deadline deadline) throws CollectException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    HttpReply reply = endpoint.post(messages, Map.of(), "application/json", body, deadline);
    if (reply.isSuccess()) {
      reply.close();
    } else if (message.members().containsKey("id") && message.text("method").isPresent()) {
      throw HttpStatus.failure(reply, reply.bytes(deadline));
    } else {
      reply.close();
    }
  }

  @Override
  public Optional<JsonValue> receive(Deadline deadline) throws CollectException {
    return stream.next(deadline);
  }

  @Override
  public void speak(String protocolVersion) {
    // The version that was agreed on is not repeated with later messages.
  }

  @Override
  public List<Fact> facts() {
    return List.of(new Fact("transport/kind", "http-sse", "connection"));
  }

  @Override
  public List<Gap> gaps() {
    return parser.gaps("answers");
  }

  @Override
  public void close() {
    stream.close();
  }
}
