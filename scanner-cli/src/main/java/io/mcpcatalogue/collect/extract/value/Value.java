package io.mcpcatalogue.collect.extract.value;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression is known to be worth without running it. Immutable. */
public sealed interface Value {

  static Text text(String text) {
    return new Text(text, true);
  }

  /** Whether all of it is known, down to its last part. */
  boolean exact();

  /** The text when all of it is known. */
  default Optional<String> exactText() {
    return this instanceof Text text && text.exact() ? Optional.of(text.value()) : Optional.empty();
  }

  /** The text with what is known of it; parts may be missing. */
  default Optional<String> anyText() {
    return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** This value if it is an object, else the empty one. */
  default ObjectValue asObject() {
    return this instanceof ObjectValue object ? object : ObjectValue.EMPTY;
  }

  /** A text. When it is not exact, the parts that could not be known were left out. */
  record Text(String value, boolean exact) implements Value {}

  /** A number as it is spelled in JSON. */
  record NumberValue(String spelling) implements Value {
    @Override
    public boolean exact() {
      return true;
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements Value {
    @Override
    public boolean exact() {
      return true;
    }
  }

  /** Null, None, nil or undefined. */
  record Nothing() implements Value {
    public static final Nothing VALUE = new Nothing();

    @Override
    public boolean exact() {
      return true;
    }
  }

  /**
   * A list.
   *
   * @param complete whether there are no further items than these
   */
  record ListValue(List<Value> items, boolean complete) implements Value {
    public ListValue {
      items = List.copyOf(items);
    }

    @Override
    public boolean exact() {
      return complete && items.stream().allMatch(Value::exact);
    }
  }

  /**
   * Members by name, in their order; spreads are resolved.
   *
   * @param complete whether there are no further members than these
   */
  record ObjectValue(Map<String, Value> members, boolean complete, Optional<Place> place)
      implements Value {
    public static final ObjectValue EMPTY = new ObjectValue(Map.of(), true, Optional.empty());

    public ObjectValue {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public boolean exact() {
      return complete && members.values().stream().allMatch(Value::exact);
    }

    /** The member; {@link Nothing#VALUE} when there is none. */
    public Value get(String name) {
      return members.getOrDefault(name, Nothing.VALUE);
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }

    /** The argument of this name, else the one at this place: arguments without one bear that. */
    public Value argument(String name, int place) {
      return has(name) ? get(name) : get(Integer.toString(place));
    }

    /** The arguments without a name, from this place on. */
    public List<Value> argumentsFrom(int place) {
      List<Value> arguments = new ArrayList<>();
      for (int i = place; has(Integer.toString(i)); i++) {
        arguments.add(get(Integer.toString(i)));
      }
      return arguments;
    }
  }

  /**
   * A call that was not followed: a builder of a library, say. A chain {@code a.b(1).c(2)} is the
   * call {@code c} with the call {@code b} as its receiver.
   *
   * @param function the last name of what is called
   * @param receiver what it is called on, if it is called on anything
   */
  record Call(String function, Optional<Value> receiver, List<Value> arguments, Place place)
      implements Value {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public boolean exact() {
      return false;
    }

    /** The argument; {@link Nothing#VALUE} when there is none. */
    public Value argument(int index) {
      return index < arguments.size() ? arguments.get(index) : Nothing.VALUE;
    }
  }

  /**
   * A name whose meaning lies outside of the sources: a library's object, a type.
   *
   * @param name with its qualifiers, as written
   * @param module where it is imported from, empty when unknown
   */
  record Reference(String name, String module) implements Value {
    @Override
    public boolean exact() {
      return false;
    }
  }

  /** Something that only one language knows: a function, a class. */
  non-sealed interface LanguageValue extends Value {
    @Override
    default boolean exact() {
      return false;
    }
  }

  /** Nothing is known. */
  record Unknown() implements Value {
    public static final Unknown VALUE = new Unknown();

    @Override
    public boolean exact() {
      return false;
    }
  }

  /**
   * The value as JSON. What is not known is left out of lists and objects; at the top it is empty.
   */
  default Optional<JsonValue> toJson() {
    if (this instanceof Text text) {
      return Optional.of(JsonValue.of(text.value()));
    }
    if (this instanceof NumberValue number) {
      return Optional.of(new JsonNumber(number.spelling()));
    }
    if (this instanceof Bool bool) {
      return Optional.of(JsonValue.of(bool.value()));
    }
    if (this instanceof Nothing) {
      return Optional.of(JsonNull.NULL);
    }
    if (this instanceof ListValue list) {
      List<JsonValue> values = new ArrayList<>();
      list.items().forEach(item -> item.toJson().ifPresent(values::add));
      return Optional.of(new JsonArray(values));
    }
    if (this instanceof ObjectValue object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object
          .members()
          .forEach((name, value) -> value.toJson().ifPresent(json -> members.put(name, json)));
      return Optional.of(new JsonObject(members));
    }
    return Optional.empty();
  }
}
