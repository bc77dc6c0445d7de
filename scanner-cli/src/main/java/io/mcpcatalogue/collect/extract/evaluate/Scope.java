package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The names that can be seen at a place, with their values, which are worked out when they are
 * asked for. For one thread.
 */
public final class Scope {
  private final Scope parent;
  private final String file;
  private final Function<String, Optional<Value>> beyond;
  private final Map<String, Binding> bindings = new LinkedHashMap<>();
  private boolean isTrial;

  /** The variables of scopes around that were changed in this trial. */
  private final Set<String> changed = new HashSet<>();

  private Scope(Scope parent, String file, Function<String, Optional<Value>> beyond) {
    this.parent = parent;
    this.file = file;
    this.beyond = beyond;
  }

  /**
   * The outermost scope of a file.
   *
   * @param beyond looks up names that the scope does not have itself
   */
  public static Scope ofFile(String file, Function<String, Optional<Value>> beyond) {
    return new Scope(null, file, beyond);
  }

  /** A scope within this one. */
  public Scope inner() {
    return new Scope(this, file, name -> Optional.empty());
  }

  /** The same names in a scope of another file: one that shares its outermost scope. */
  public Scope inFile(String other) {
    return new Scope(this, other, name -> Optional.empty());
  }

  /** The file that is being evaluated. */
  public String file() {
    return file;
  }

  public void define(String name, Value value) {
    bindings.put(name, new Binding(value));
  }

  public void define(String name, Supplier<Value> value) {
    bindings.put(name, new Binding(value));
  }

  /**
   * Whether the value of the name is still to be worked out, and by following calls: no question of
   * this kind is asked in passing.
   */
  boolean isCostly(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Binding binding = scope.bindings.get(name);
      if (binding != null) {
        return binding.isCostly();
      }
    }
    return false;
  }

  /** As {@link #define(String, Supplier)}, for what takes calls to work out. */
  void defineCostly(String name, Supplier<Value> value) {
    define(name, value);
    bindings.get(name).costly = true;
  }

  void assignCostly(String name, Supplier<Value> value) {
    ownerToChange(name).defineCostly(name, value);
  }

  /** Gives a new value to a name that this scope or one around it has. */
  public void assign(String name, Value value) {
    ownerToChange(name).define(name, value);
  }

  public void assign(String name, Supplier<Value> value) {
    ownerToChange(name).define(name, value);
  }

  private Scope ownerToChange(String name) {
    Scope owner = owner(name);
    if (owner.isTrial && !owner.bindings.containsKey(name)) {
      owner.changed.add(name);
    }
    return owner;
  }

  /** The scope whose variable an assignment changes. */
  private Scope owner(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.bindings.containsKey(name) || scope.isTrial) {
        return scope;
      }
    }
    return this;
  }

  /** A scope whose changes do not reach this one. */
  Scope trial() {
    Scope scope = inner();
    scope.isTrial = true;
    return scope;
  }

  /**
   * Takes over the names of a trial that were not known before it, and what it added to the values
   * of others.
   */
  void adoptUnknownNames(Scope trial) {
    trial.bindings.forEach(
        (name, binding) -> {
          if (!knows(name)) {
            bindings.put(name, binding);
          }
        });
    trial.changed.forEach(name -> grow(name, trial, ownerToChange(name)));
  }

  /** The same where blocks have no variables of their own: all that the trial defines are these. */
  void adoptNames(Scope trial) {
    adoptUnknownNames(trial);
    trial.bindings.keySet().forEach(name -> grow(name, trial, this));
  }

  /** What a trial adds to the value of a name, worked out when it is asked for. */
  private void grow(String name, Scope trial, Scope owner) {
    Binding before = binding(name);
    Binding after = trial.bindings.get(name);
    if (before != after) {
      owner.define(name, () -> Values.grown(before.value(), after.value()));
      owner.bindings.get(name).costly = before.isCostly() || after.isCostly();
    }
  }

  /** What this scope, or one around it, has under a name that it knows. */
  private Binding binding(String name) {
    Scope scope = this;
    while (!scope.bindings.containsKey(name)) {
      scope = scope.parent;
    }
    return scope.bindings.get(name);
  }

  /** Takes over from a trial what it gives a name whose worth is not known otherwise. */
  void adoptDefault(Scope trial, String name) {
    Binding given = trial.bindings.get(name);
    if (given != null && find(name).filter(Value.Unknown.class::isInstance).isPresent()) {
      owner(name).bindings.put(name, given);
    }
  }

  /** Whether this scope itself, or one around it, has the name. */
  public boolean knows(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.bindings.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The values of the parameters and variables of the functions around, the innermost first, each
   * worked out when it is its turn.
   *
   * @param costly those that take calls to work out, else all others
   */
  public Stream<Value> locals(boolean costly) {
    return Stream.iterate(
            this,
            scope -> scope.parent != null && scope.parent.parent != null,
            scope -> scope.parent)
        .flatMap(scope -> scope.bindings.entrySet().stream())
        .filter(binding -> binding.getValue().isCostly() == costly)
        .filter(binding -> !isDeclaration(binding.getKey(), binding.getValue().value()))
        .map(binding -> binding.getValue().value());
  }

  /** A function under its own name is no variable. */
  private static boolean isDeclaration(String name, Value value) {
    return value instanceof FunctionValue declared && declared.function().name().equals(name);
  }

  /** The value of the name; empty when nobody knows the name. */
  public Optional<Value> find(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Binding binding = scope.bindings.get(name);
      if (binding != null) {
        return Optional.of(binding.value());
      }
      Optional<Value> value = scope.beyond.apply(name);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** A value, or the way to it. */
  private static final class Binding {
    private Supplier<Value> way;
    private Value value;
    private boolean busy;
    private boolean costly;

    Binding(Value value) {
      this.value = value;
    }

    Binding(Supplier<Value> way) {
      this.way = way;
    }

    boolean isCostly() {
      return costly && value == null;
    }

    Value value() {
      if (busy) {
        // Defined by itself.
        return Value.Unknown.VALUE;
      }
      if (value == null) {
        busy = true;
        value = way.get();
        busy = false;
        way = null;
      }
      return value;
    }
  }
}
