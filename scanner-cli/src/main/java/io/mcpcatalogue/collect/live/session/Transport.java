package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/** Carries messages to one server and back. For one thread. */
public interface Transport extends AutoCloseable {

  /** Sends a message; it may be on its way when this returns. */
  void send(JsonObject message, Deadline deadline) throws CollectException;

  /**
   * The next message, or several in an array.
   *
   * @return empty when the deadline passed
   * @throws CollectException when no further message can come, or one is beyond the limits
   */
  Optional<JsonValue> receive(Deadline deadline) throws CollectException;

  /** From now on this protocol version is spoken. */
  void speak(String protocolVersion);

  /** What was odd about how the server speaks. */
  List<Fact> facts();

  /** What of its messages could not be read. */
  List<Gap> gaps();

  @Override
  void close();
}
