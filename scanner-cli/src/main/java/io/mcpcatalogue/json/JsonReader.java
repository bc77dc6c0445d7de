package io.mcpcatalogue.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Parses JSON into {@link JsonValue}s within {@link JsonLimits}. Immutable and thread-safe. */
public final class JsonReader {
  private final JsonFactory factory;
  private final long maxMemory;

  public JsonReader(JsonLimits limits) {
    this(builder(limits).build(), limits.maxMemory());
  }

  private JsonReader(JsonFactory factory, long maxMemory) {
    this.factory = factory;
    this.maxMemory = maxMemory;
  }

  /** Also takes comments and trailing commas, as files do that people write by hand. */
  public static JsonReader withComments(JsonLimits limits) {
    return new JsonReader(
        builder(limits)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build(),
        limits.maxMemory());
  }

  private static JsonFactoryBuilder builder(JsonLimits limits) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(constraints(limits))
        // Names come from hostile servers: interning them would fill a table that is never
        // emptied.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
  }

  static StreamReadConstraints constraints(JsonLimits limits) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(limits.maxDepth())
        .maxStringLength(limits.maxStringLength())
        .maxDocumentLength(limits.maxDocumentLength())
        // Numbers are kept as they are spelled, so that a long one costs no more than a text does.
        .maxNumberLength(limits.maxStringLength())
        .maxNameLength(50_000)
        .build();
  }

  public static JsonReader withDefaultLimits() {
    return new JsonReader(JsonLimits.DEFAULT);
  }

  /** Parses one value that must be the whole text. */
  public JsonValue parse(String text) throws MalformedJsonException {
    try (JsonParser parser = factory.createParser(text)) {
      return whole(parser, maxMemory);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Parses one value that must be all of the bytes. */
  public JsonValue parse(byte[] bytes) throws MalformedJsonException {
    try (JsonParser parser = factory.createParser(bytes)) {
      return whole(parser, maxMemory);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Parses one value that must be all of the stream; a failure to read is passed on as it is. */
  public JsonValue parse(InputStream in) throws IOException, MalformedJsonException {
    try (JsonParser parser = factory.createParser(in)) {
      return whole(parser, maxMemory);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  static JsonValue whole(JsonParser parser, long maxMemory)
      throws IOException, MalformedJsonException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedJsonException("no JSON: the input is empty", false);
    }
    JsonValue value = value(parser, new MemoryBudget(maxMemory));
    if (parser.nextToken() != null) {
      throw new MalformedJsonException(
          "no JSON: something follows the value, " + place(parser.currentTokenLocation()), false);
    }
    return value;
  }

  /** Reads the value at the current token; the depth is bounded by the parser, so recursion is. */
  private static JsonValue value(JsonParser parser, MemoryBudget memory) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, memory);
      case START_ARRAY -> array(parser, memory);
      case VALUE_STRING -> JsonValue.of(text(parser, memory));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(text(parser, memory));
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      default -> JsonNull.NULL;
    };
  }

  private static String text(JsonParser parser, MemoryBudget memory) throws IOException {
    String text = parser.getText();
    memory.scalar(text);
    return text;
  }

  private static JsonObject object(JsonParser parser, MemoryBudget memory) throws IOException {
    memory.object();
    JsonObjectBuilder members = new JsonObjectBuilder();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      memory.member(name);
      parser.nextToken();
      members.put(name, value(parser, memory));
    }
    return members.build();
  }

  private static JsonArray array(JsonParser parser, MemoryBudget memory) throws IOException {
    memory.array();
    List<JsonValue> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      memory.element();
      values.add(value(parser, memory));
    }
    return new JsonArray(values);
  }

  private static MalformedJsonException malformed(IOException cause) {
    return malformed("JSON", cause);
  }

  static MalformedJsonException malformed(String language, IOException cause) {
    if (cause instanceof StreamConstraintsException) {
      return new MalformedJsonException(language + " beyond the limits: " + limitOf(cause), true);
    }
    String where = cause instanceof JsonProcessingException json ? place(json.getLocation()) : "";
    return new MalformedJsonException(
        "no valid " + language + (where.isEmpty() ? "" : ", " + where), false);
  }

  /**
   * Names the limit without the numbers of the parser's own wording, which differ between its
   * versions.
   */
  private static String limitOf(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.equals(MemoryBudget.REASON)) {
      return "it would need more memory than a third of what the program has";
    }
    if (message.contains("nesting depth")) {
      return "nested too deep";
    }
    if (message.contains("String value")) {
      return "a string is too long";
    }
    if (message.contains("Document length")) {
      return "the document is too long";
    }
    return "a name or number is too long";
  }

  private static String place(JsonLocation location) {
    return location == null || location.getLineNr() < 0
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
