package io.mcpcatalogue.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The few members that nearly every object has, in two arrays: a third of the memory of a map with
 * hashes, and found sooner. Immutable.
 */
final class Members extends AbstractMap<String, JsonValue> {
  /** So many names are looked through one by one; where there are more, hashes are faster. */
  static final int FEW = 16;

  static final Members NONE = new Members(new String[0], new JsonValue[0], 0);

  private final String[] names;
  private final JsonValue[] values;

  /** The first so many of the arrays, which are copied; no name may be there twice. */
  Members(String[] names, JsonValue[] values, int size) {
    this.names = Arrays.copyOf(names, size);
    this.values = Arrays.copyOf(values, size);
  }

  /** An unchangeable map with these members in their order. */
  static Map<String, JsonValue> of(Map<String, JsonValue> members) {
    if (members instanceof Members) {
      return members;
    }
    if (members.size() > FEW) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
    return members.isEmpty()
        ? NONE
        : new Members(
            members.keySet().toArray(String[]::new),
            members.values().toArray(JsonValue[]::new),
            members.size());
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

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public JsonValue get(Object name) {
    int index = indexOf(names, names.length, name);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(Object name) {
    return indexOf(names, names.length, name) >= 0;
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
