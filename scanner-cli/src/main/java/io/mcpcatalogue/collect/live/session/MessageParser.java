package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.listing.JsonText;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/** Tells messages of the protocol from anything else that a server may send. For one thread. */
public final class MessageParser {
  private final JsonReader json;
  private boolean replaced;

  public MessageParser(CollectLimits limits) {
    this.json = new JsonReader(JsonLimits.DEFAULT.withMaxDocumentLength(limits.maxAnswerBytes()));
  }

  /**
   * The message, or several in an array; empty when the bytes are none.
   *
   * @throws CollectException when they exceed the limits
   */
  public Optional<JsonValue> message(byte[] bytes) throws CollectException {
    try {
      JsonText text = JsonText.parse(json, bytes);
      replaced |= text.replaced();
      return isMessage(text.value()) ? Optional.of(text.value()) : Optional.empty();
    } catch (MalformedJsonException e) {
      if (e.beyondLimits()) {
        throw new CollectException(
            Gap.Kind.LIMIT, "sent a message beyond the limits: " + e.getMessage(), e);
      }
      return Optional.empty();
    }
  }

  /** The gap that bytes which are no UTF-8 left in what was read here. */
  public List<Gap> gaps(String where) {
    return replaced ? List.of(new Gap(where, Gap.Kind.MALFORMED, JsonText.REPLACED)) : List.of();
  }

  /** Log lines may be JSON too; a message says its protocol, or is an answer. */
  private static boolean isMessage(JsonValue value) {
    if (value instanceof JsonArray batch) {
      return !batch.values().isEmpty()
          && batch.values().stream().allMatch(part -> isMessage(part.asObject()));
    }
    JsonObject object = value.asObject();
    return object.members().containsKey("jsonrpc")
        || (object.members().containsKey("id")
            && (object.members().containsKey("result") || object.members().containsKey("error")));
  }
}
