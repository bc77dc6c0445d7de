package io.mcpcatalogue.collect.live.auth;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.List;

/**
 * An authorization server as its metadata describes it. Immutable.
 *
 * @param issuer its name, an address
 * @param metadata all that it says of itself, empty when it says nothing
 */
public record AuthServer(String issuer, JsonObject metadata) {

  String tokenEndpoint() {
    return metadata.text("token_endpoint").orElse("");
  }

  String deviceEndpoint() {
    return metadata.text("device_authorization_endpoint").orElse("");
  }

  String registrationEndpoint() {
    return metadata.text("registration_endpoint").orElse("");
  }

  /** Whether a client may show its secret in the way that every server must know. */
  boolean takesBasic() {
    List<String> methods = texts(metadata, "token_endpoint_auth_methods_supported");
    return methods.isEmpty() || methods.contains("client_secret_basic");
  }

  /** Whether codes are bound to who asked for them, as the protocol demands. */
  boolean bindsCodes() {
    return texts(metadata, "code_challenge_methods_supported").contains("S256");
  }

  static List<String> texts(JsonObject object, String member) {
    JsonArray values = object.get(member).map(JsonValue::asArray).orElse(JsonArray.EMPTY);
    return values.values().stream().flatMap(value -> value.text().stream()).limit(100).toList();
  }
}
