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
import java.util.Objects;
import java.util.Optional;

/** What an expression is known to be worth without running it. Immutable. */
public sealed interface Value {

  static Text text(String text) {
    return new Text(text, true);
  }

  /** Whether all of it is known, down to its last part. */
  boolean exact();

  /**
   * How many parts it has when it is written out, long texts counting as several; a part that it
   * holds twice counts twice. What has too many is not kept: of what is doubled in each of a few
   * lines nobody could see the end.
   */
  default int size() {
    return 1;
  }

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
  record Text(String value, boolean exact) implements Value {
    private static final int PART = 100;

    @Override
    public int size() {
      return 1 + value.length() / PART;
    }
  }

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

  /** A list. One of too many parts is empty and not complete. */
  final class ListValue implements Value {
    private final List<Value> items;
    private final boolean complete;
    private final boolean exact;
    private final int size;

    /**
     * A list of these items.
     *
     * @param complete whether there are no further items than these
     */
    public ListValue(List<? extends Value> items, boolean complete) {
      int whole = Sizes.of(items);
      boolean fits = whole != Sizes.TOO_LARGE;
      this.items = fits ? List.copyOf(items) : List.of();
      this.complete = fits && complete;
      this.exact = this.complete && Sizes.areExact(this.items);
      this.size = fits ? whole : 1;
    }

    public List<Value> items() {
      return items;
    }

    public boolean complete() {
      return complete;
    }

    @Override
    public boolean exact() {
      return exact;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ListValue list
          && complete == list.complete
          && size == list.size
          && items.equals(list.items);
    }

    @Override
    public int hashCode() {
      return Objects.hash(items, complete);
    }

    @Override
    public String toString() {
      return "ListValue[items=" + items + ", complete=" + complete + "]";
    }
  }

  /**
   * Members by name, in their order; spreads are resolved. An object of too many parts is empty and
   * not complete.
   */
  final class ObjectValue implements Value {
    public static final ObjectValue EMPTY = new ObjectValue(Map.of(), true, Optional.empty());

    private final Map<String, Value> members;
    private final boolean complete;
    private final Optional<Place> place;
    private final boolean exact;
    private final int size;

    /**
     * An object of these members.
     *
     * @param complete whether there are no further members than these
     */
    public ObjectValue(
        Map<String, ? extends Value> members, boolean complete, Optional<Place> place) {
      int whole = Sizes.of(members.values());
      boolean fits = whole != Sizes.TOO_LARGE;
      this.members = fits ? Collections.unmodifiableMap(new LinkedHashMap<>(members)) : Map.of();
      this.complete = fits && complete;
      this.place = place;
      this.exact = this.complete && Sizes.areExact(this.members.values());
      this.size = fits ? whole : 1;
    }

    public Map<String, Value> members() {
      return members;
    }

    public boolean complete() {
      return complete;
    }

    public Optional<Place> place() {
      return place;
    }

    @Override
    public boolean exact() {
      return exact;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ObjectValue object
          && complete == object.complete
          && size == object.size
          && place.equals(object.place)
          && members.equals(object.members);
    }

    @Override
    public int hashCode() {
      return Objects.hash(members, complete, place);
    }

    @Override
    public String toString() {
      return "ObjectValue[members=" + members + ", complete=" + complete + "]";
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
   * call {@code c} with the call {@code b} as its receiver. Of a call of too many parts it is only
   * known that it has arguments.
   */
  final class Call implements Value {
    private final String function;
    private final Optional<Value> receiver;
    private final List<Value> arguments;
    private final Place place;
    private final int size;

    /**
     * A call at a place.
     *
     * @param function the last name of what is called
     * @param receiver what it is called on, if it is called on anything
     */
    public Call(
        String function,
        Optional<? extends Value> receiver,
        List<? extends Value> arguments,
        Place place) {
      List<Value> parts = new ArrayList<>(arguments);
      receiver.ifPresent(parts::add);
      int whole = Sizes.of(parts);
      boolean fits = whole != Sizes.TOO_LARGE;
      this.function = function;
      this.receiver = receiver.map(value -> fits ? value : Unknown.VALUE);
      this.arguments =
          arguments.stream().<Value>map(value -> fits ? value : Unknown.VALUE).toList();
      this.place = place;
      this.size = fits ? whole : 1;
    }

    public String function() {
      return function;
    }

    public Optional<Value> receiver() {
      return receiver;
    }

    public List<Value> arguments() {
      return arguments;
    }

    public Place place() {
      return place;
    }

    @Override
    public boolean exact() {
      return false;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Call call
          && size == call.size
          && function.equals(call.function)
          && place.equals(call.place)
          && receiver.equals(call.receiver)
          && arguments.equals(call.arguments);
    }

    @Override
    public int hashCode() {
      return Objects.hash(function, receiver, arguments, place);
    }

    @Override
    public String toString() {
      return "Call[function=" + function + ", arguments=" + arguments + "]";
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
