package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
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
public final class Bindings {

  /** A remembered result, with the unbound names it hangs on. */
  record Memo(Value value, Set<Object> unbound) {}

  /** What is bound besides; null outside of all functions. */
  private final Bindings outer;

  private final Map<Object, Value> values;
  private final Map<Declaration, Memo> memos = new HashMap<>();

  private Bindings(Bindings outer, Map<Object, Value> values) {
    this.outer = outer;
    this.values = values;
  }

  static Bindings none() {
    return new Bindings(null, Map.of());
  }

  Optional<Value> get(Object key) {
    for (Bindings level = this; level.outer != null; level = level.outer) {
      Value value = level.values.get(key);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** These, and more within them. */
  Bindings with(Map<Object, Value> more) {
    return more.isEmpty() ? this : new Bindings(this, new IdentityHashMap<>(more));
  }

  /**
   * These without what was bound further in than the variable can see: a callback's parameters say
   * nothing of the variables around the callback. So those are evaluated once for all its calls.
   */
  Bindings seenBy(Declaration variable) {
    Bindings level = this;
    while (level.outer != null && !level.isSeenBy(variable)) {
      level = level.outer;
    }
    return level;
  }

  private boolean isSeenBy(Declaration variable) {
    for (Object key : values.keySet()) {
      if (variable.hangsOn(key)) {
        return true;
      }
    }
    return false;
  }

  /** The calls whose arguments are bound here. */
  public List<CallSites.Site> sites() {
    List<CallSites.Site> sites = new ArrayList<>();
    for (Bindings level = this; level.outer != null; level = level.outer) {
      level.values.keySet().stream()
          .filter(CallSites.Site.class::isInstance)
          .map(CallSites.Site.class::cast)
          .forEach(sites::add);
    }
    return sites;
  }

  Optional<Memo> memo(Declaration declaration) {
    return Optional.ofNullable(memos.get(declaration));
  }

  void remember(Declaration declaration, Value value, Set<Object> unbound) {
    memos.put(declaration, new Memo(value, new LinkedHashSet<>(unbound)));
  }
}
