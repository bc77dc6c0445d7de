package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpBody;
import io.mcpcatalogue.collect.http.HttpReply;
import io.mcpcatalogue.collect.live.session.MessageParser;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import java.io.IOException;
import java.util.Optional;

/** The messages in a stream of events; events that are none are passed over. For one thread. */
final class MessageStream {
  private final HttpReply reply;
  private final EventStream events;
  private final MessageParser parser;

  MessageStream(HttpReply reply, EventStream events, MessageParser parser) {
    this.reply = reply;
    this.events = events;
    this.parser = parser;
  }

  /**
   * The next message, if it comes in time.
   *
   * @throws CollectException when the stream ends or breaks
   */
  Optional<JsonValue> next(Deadline deadline) throws CollectException {
    reply.until(deadline);
    try {
      while (true) {
        Optional<EventStream.Event> event = events.next();
        if (event.isEmpty()) {
          throw new CollectException(
              Gap.Kind.UNREACHABLE, "ended the stream of events without an answer");
        }
        Optional<JsonValue> message = parser.message(event.get().data());
        if (message.isPresent()) {
          return message;
        }
      }
    } catch (HttpBody.TooSlowException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw reply.failure(e);
    }
  }

  void close() {
    reply.close();
  }
}
