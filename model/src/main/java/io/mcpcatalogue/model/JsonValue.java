package io.mcpcatalogue.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON value as a server sent it: members keep their order, numbers their spelling. Immutable.
 * The text form of every value is compact JSON.
 */
public sealed interface JsonValue {

  static JsonString of(String text) {
    return new JsonString(text);
  }

  static JsonBoolean of(boolean value) {
    return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
  }

  static JsonNumber of(long number) {
    return new JsonNumber(Long.toString(number));
  }

  /** The text of a string; empty for anything else. */
  default Optional<String> text() {
    return this instanceof JsonString string ? Optional.of(string.value()) : Optional.empty();
  }

  /**
   * This value if it is an object, else the empty object: for reading what a hostile server may
   * have mistyped.
   */
  default JsonObject asObject() {
    return this instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  /** This value if it is an array, else the empty array. */
  default JsonArray asArray() {
    return this instanceof JsonArray array ? array : JsonArray.EMPTY;
  }

  /** An object; the order of members is kept. */
  record JsonObject(Members members) implements JsonValue {
    public static final JsonObject EMPTY = new JsonObject(Members.NONE);

    public JsonObject(Map<String, JsonValue> members) {
      this(Members.of(members));
    }

    public Optional<JsonValue> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /** The member as text; empty when it is absent or no string. */
    public Optional<String> text(String name) {
      return members.get(name) instanceof JsonString string
          ? Optional.of(string.value())
          : Optional.empty();
    }

    /** The member as an object; the empty object when it is absent or something else. */
    public JsonObject object(String name) {
      return members.get(name) instanceof JsonObject object ? object : EMPTY;
    }

    /** The items of the member; none when it is absent or no array. */
    public List<JsonValue> items(String name) {
      return members.get(name) instanceof JsonArray array ? array.values() : List.of();
    }

    /** Whether the member is there and true. */
    public boolean isTrue(String name) {
      return JsonBoolean.TRUE.equals(members.get(name));
    }

    public boolean isEmpty() {
      return members.isEmpty();
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /** An array. */
  record JsonArray(List<JsonValue> values) implements JsonValue {
    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /** A string. */
  record JsonString(String value) implements JsonValue {
    public JsonString {
      Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /** A number, spelled as it was sent. */
  record JsonNumber(String spelling) implements JsonValue {
    public JsonNumber {
      Objects.requireNonNull(spelling);
    }

    @Override
    public String toString() {
      return spelling;
    }
  }

  /** True or false. */
  record JsonBoolean(boolean value) implements JsonValue {
    public static final JsonBoolean TRUE = new JsonBoolean(true);
    public static final JsonBoolean FALSE = new JsonBoolean(false);

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** The null of JSON. */
  record JsonNull() implements JsonValue {
    public static final JsonNull NULL = new JsonNull();

    @Override
    public String toString() {
      return "null";
    }
  }
}
