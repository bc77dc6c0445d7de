package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The answer to a request, redirects followed. Immutable by convention: nobody writes the bytes.
 *
 * @param address where the answer came from in the end
 * @param body the bytes, decompressed; empty for a download, which lies in its file
 */
@SuppressWarnings("ArrayRecordComponent") // Answers are never compared.
public record HttpAnswer(URI address, int status, HttpHeaders headers, byte[] body) {

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public boolean isNotModified() {
    return status == 304;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The JSON object that was sent; an empty one for any other JSON.
   *
   * @param what the thing that was asked for, for the message
   */
  public JsonObject json(String what) throws CollectException {
    try {
      return JsonReader.withDefaultLimits().parse(body).asObject();
    } catch (MalformedJsonException e) {
      String host = Origin.of(address).hostAndPort();
      throw new CollectException(
          Gap.Kind.MALFORMED, what + ": " + host + " sent " + e.getMessage(), e);
    }
  }

  /**
   * This answer if it is a success.
   *
   * @param what the thing that was asked for, for the message
   * @throws CollectException with the kind that the status stands for
   */
  public HttpAnswer orFail(String what) throws CollectException {
    if (isSuccess()) {
      return this;
    }
    String host = Origin.of(address).hostAndPort();
    throw switch (status) {
      case 404, 410 ->
          new CollectException(Gap.Kind.NOT_FOUND, what + ": " + host + " knows no such thing");
      case 401, 407 ->
          new CollectException(Gap.Kind.CREDENTIALS, what + ": " + host + " wants credentials");
      case 403 ->
          new CollectException(
              Gap.Kind.CREDENTIALS, what + ": " + host + " refuses access (status 403)");
      case 429 ->
          new CollectException(
              Gap.Kind.LIMIT, what + ": " + host + " answers no more requests now (status 429)");
      default ->
          new CollectException(
              Gap.Kind.UNREACHABLE, what + ": " + host + " answered with status " + status);
    };
  }
}
