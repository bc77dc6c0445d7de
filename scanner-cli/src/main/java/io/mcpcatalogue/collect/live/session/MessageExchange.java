package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Requests and their answers over a transport. What the server sends unasked is answered where the
 * protocol wants it, counted, and bounded. For one thread.
 */
final class MessageExchange {
  /** A server that talks this much without answering will not answer. */
  private static final int MAX_UNASKED = 10_000;

  /** Whoever does not hear this many answers does not listen. */
  private static final int MAX_REPLIES = 1_000;

  private static final int MAX_METHODS = 20;

  private final Transport transport;
  private final Set<String> asked = new TreeSet<>();
  private long lastId;
  private int unasked;
  private int replies;
  private boolean toolsChanged;
  private boolean over;

  MessageExchange(Transport transport) {
    this.transport = transport;
  }

  /** Sends a request and waits for its answer. */
  Answer request(String method, JsonObject parameters, Deadline deadline) throws CollectException {
    lastId++;
    try {
      transport.send(
          new JsonObjectBuilder()
              .put("jsonrpc", "2.0")
              .put("id", lastId)
              .put("method", method)
              .put("params", parameters)
              .build(),
          deadline);
      while (true) {
        Optional<JsonValue> message = transport.receive(deadline);
        if (message.isEmpty()) {
          throw new CollectException(
              Gap.Kind.TIMEOUT, "no answer to " + method + " within the time limit");
        }
        Optional<Answer> answer = answerIn(message.get(), deadline);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
    } catch (CollectException e) {
      over |= e.kind() != Gap.Kind.TIMEOUT || deadline.isOver();
      throw e;
    }
  }

  void notify(String method, Deadline deadline) throws CollectException {
    transport.send(
        new JsonObjectBuilder().put("jsonrpc", "2.0").put("method", method).build(), deadline);
  }

  /** Whether nothing more can be asked. */
  boolean isOver() {
    return over;
  }

  /** Whether the server said that its tools are others now. */
  boolean toolsChanged() {
    return toolsChanged;
  }

  void forgetToolChanges() {
    toolsChanged = false;
  }

  /** What the server asked of a client that offers nothing. */
  List<Fact> facts() {
    return asked.stream().map(method -> new Fact("live/asks-client", method, "session")).toList();
  }

  private Optional<Answer> answerIn(JsonValue message, Deadline deadline) throws CollectException {
    List<JsonValue> parts = message instanceof JsonArray batch ? batch.values() : List.of(message);
    Optional<Answer> answer = Optional.empty();
    for (JsonValue part : parts) {
      JsonObject object = part.asObject();
      if (object.text("method").isPresent()) {
        handle(object, deadline);
      } else if (answer.isEmpty() && isAnswerToLast(object)) {
        answer = Optional.of(Answer.of(object));
      } else {
        count();
      }
    }
    return answer;
  }

  /** An error without id is the answer of a server that did not understand the request at all. */
  private boolean isAnswerToLast(JsonObject object) {
    JsonValue id = object.members().getOrDefault("id", JsonNull.NULL);
    if (id instanceof JsonNull) {
      return object.members().get("error") instanceof JsonObject
          || object.text("error").isPresent();
    }
    String spelling = id instanceof JsonNumber number ? number.spelling() : id.text().orElse("");
    return spelling.equals(Long.toString(lastId)) || spelling.equals(lastId + ".0");
  }

  private void handle(JsonObject message, Deadline deadline) throws CollectException {
    count();
    String method = message.text("method").orElse("");
    JsonValue id = message.members().getOrDefault("id", JsonNull.NULL);
    if (id instanceof JsonNull) {
      toolsChanged |= method.equals("notifications/tools/list_changed");
      return;
    }
    if (++replies > MAX_REPLIES) {
      return;
    }
    JsonObjectBuilder reply = new JsonObjectBuilder().put("jsonrpc", "2.0").put("id", id);
    if (method.equals("ping")) {
      reply.put("result", JsonObject.EMPTY);
    } else {
      if (asked.size() < MAX_METHODS) {
        asked.add(SafeText.line(method, 80));
      }
      reply.put(
          "error",
          new JsonObjectBuilder().put("code", -32601).put("message", "Method not found").build());
    }
    transport.send(reply.build(), deadline);
  }

  private void count() throws CollectException {
    if (++unasked > MAX_UNASKED) {
      throw new CollectException(
          Gap.Kind.LIMIT, "sent more than " + MAX_UNASKED + " messages that are no answers");
    }
  }
}
