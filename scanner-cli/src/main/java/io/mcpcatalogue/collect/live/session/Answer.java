package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one request: a result or an error. Immutable.
 *
 * @param result the result, empty when there is none
 * @param failure the whole response when it holds no proper result, else empty
 */
record Answer(JsonObject result, JsonObject failure) {
  private static final int MAX_MESSAGE = 500;

  /** Reads a response; one whose result is no object counts as an error. */
  static Answer of(JsonObject response) {
    boolean failed = response.members().get("error") instanceof JsonObject;
    return !failed && response.members().get("result") instanceof JsonObject result
        ? new Answer(result, JsonObject.EMPTY)
        : new Answer(JsonObject.EMPTY, response);
  }

  boolean isError() {
    return !failure.isEmpty();
  }

  boolean isMethodNotFound() {
    return code().filter("-32601"::equals).isPresent();
  }

  private Optional<String> code() {
    return errorObject().members().get("code") instanceof JsonNumber number
        ? Optional.of(number.spelling())
        : Optional.empty();
  }

  private JsonObject errorObject() {
    return failure.object("error");
  }

  /** The error in the server's words, fit for a message. */
  String errorInWords() {
    Optional<String> bare = failure.text("error");
    if (bare.isPresent()) {
      return "an error: " + SafeText.line(bare.get(), MAX_MESSAGE);
    }
    if (errorObject().isEmpty()) {
      return "neither a result nor an error";
    }
    String message = SafeText.line(errorObject().text("message").orElse("no message"), MAX_MESSAGE);
    return code().map(code -> "error " + SafeText.line(code, 20) + ": ").orElse("an error: ")
        + message;
  }

  /** The protocol versions that an error says the server supports. */
  List<String> supportedVersions() {
    JsonArray supported =
        errorObject()
            .get("data")
            .map(JsonValue::asObject)
            .flatMap(data -> data.get("supported"))
            .map(JsonValue::asArray)
            .orElse(JsonArray.EMPTY);
    return supported.values().stream().flatMap(version -> version.text().stream()).toList();
  }
}
