package io.mcpcatalogue.collect.listing;

import io.mcpcatalogue.collect.Utf8;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.SurrogateEscapes;
import io.mcpcatalogue.model.JsonValue;
import java.nio.charset.StandardCharsets;

/**
 * JSON out of bytes that may be no valid UTF-8, or escape half a character in a name: what is wrong
 * is replaced, and that is told. Immutable.
 *
 * @param replaced whether anything had to be replaced
 */
public record JsonText(JsonValue value, boolean replaced) {
  /** Says it where that is so. */
  public static final String REPLACED =
      "bytes that are no UTF-8 or escapes of half a character were replaced";

  public static JsonText parse(JsonReader reader, byte[] bytes) throws MalformedJsonException {
    try {
      return new JsonText(reader.parse(bytes), false);
    } catch (MalformedJsonException e) {
      byte[] mended = SurrogateEscapes.mended(bytes);
      if (e.beyondLimits() || mended == bytes && Utf8.isValid(bytes)) {
        throw e;
      }
      return new JsonText(reader.parse(new String(mended, StandardCharsets.UTF_8)), true);
    }
  }
}
