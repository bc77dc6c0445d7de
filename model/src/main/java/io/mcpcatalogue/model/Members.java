package io.mcpcatalogue.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The members of a JSON object, in the order they were sent, in two arrays: a third of the memory
 * of a map with hashes, and read from end to end without an entry for each. Immutable.
 */
public final class Members extends AbstractMap<String, JsonValue> {
  /** So many names are looked through one by one; where there are more, hashes are faster. */
  static final int FEW = 16;

  static final Members NONE = of(Map.of());

  private final String[] names;
  private final JsonValue[] values;

  /** All members once more, where there are many; empty where there are few. */
  private final Map<String, JsonValue> hashed;

  private Members(String[] names, JsonValue[] values, Map<String, JsonValue> hashed) {
    this.names = names;
    this.values = values;
    this.hashed = hashed;
  }

  /** The first so many of the arrays, which are copied; few, and no name may be there twice. */
  static Members of(String[] names, JsonValue[] values, int size) {
    return new Members(Arrays.copyOf(names, size), Arrays.copyOf(values, size), Map.of());
  }

  /** The members of any map, in its order. */
  static Members of(Map<String, JsonValue> members) {
    return members instanceof Members same
        ? same
        : new Members(
            members.keySet().toArray(String[]::new),
            members.values().toArray(JsonValue[]::new),
            members.size() > FEW ? new HashMap<>(members) : Map.of());
  }

  /** Where the name is among the first so many; -1 where it is not. */
  static int indexOf(String[] names, int size, Object name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The name of a member by its place among all. */
  public String name(int index) {
    return names[index];
  }

  /** The value of a member by its place among all. */
  public JsonValue value(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public JsonValue get(Object name) {
    if (names.length > FEW) {
      return hashed.get(name);
    }
    int index = indexOf(names, names.length, name);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(Object name) {
    return get(name) != null;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return new Entries();
  }

  /** The members as the interface of maps wants them. */
  private final class Entries extends AbstractSet<Entry<String, JsonValue>> {
    @Override
    public int size() {
      return names.length;
    }

    @Override
    public Iterator<Entry<String, JsonValue>> iterator() {
      return new Walk();
    }
  }

  /** From the first member to the last. */
  private final class Walk implements Iterator<Entry<String, JsonValue>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, JsonValue> next() {
      if (next == names.length) {
        throw new NoSuchElementException();
      }
      Entry<String, JsonValue> member = Map.entry(names[next], values[next]);
      next++;
      return member;
    }
  }
}
