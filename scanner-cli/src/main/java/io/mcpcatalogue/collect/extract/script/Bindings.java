package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.value.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What parameters, loop variables and {@code this} are bound to while a function is evaluated. Keys
 * are {@link Declaration}s, and {@link ScriptClass}es for {@code this}. Bindings never change; the
 * results that were evaluated under them are remembered beside them. For one thread.
 */
final class Bindings {

  /** A remembered result, with the unbound names it hangs on. */
  record Memo(Value value, Set<Object> unbound) {}

  private final Map<Object, Value> values;
  private final Map<Declaration, Memo> memos = new HashMap<>();

  private Bindings(Map<Object, Value> values) {
    this.values = values;
  }

  static Bindings none() {
    return new Bindings(new IdentityHashMap<>());
  }

  Optional<Value> get(Object key) {
    return Optional.ofNullable(values.get(key));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  int size() {
    return values.size();
  }

  Bindings with(Map<? extends Object, Value> more) {
    Map<Object, Value> all = new IdentityHashMap<>(values);
    all.putAll(more);
    return new Bindings(all);
  }

  Bindings with(Bindings more) {
    return with(more.values);
  }

  /** The calls whose arguments are bound here. */
  List<CallSites.Site> sites() {
    return values.keySet().stream()
        .filter(CallSites.Site.class::isInstance)
        .map(CallSites.Site.class::cast)
        .toList();
  }

  Optional<Memo> memo(Declaration declaration) {
    return Optional.ofNullable(memos.get(declaration));
  }

  void remember(Declaration declaration, Value value, Set<Object> unbound) {
    memos.put(declaration, new Memo(value, new LinkedHashSet<>(unbound)));
  }
}
