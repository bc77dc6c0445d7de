package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptFunction;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.List;
import java.util.Optional;

/** The values that only scripts have. Immutable. */
public sealed interface ScriptValue extends Value.LanguageValue {

  /** A function with what its outer names are bound to, and its {@code this}. */
  record Closure(
      ScriptModule module, ScriptFunction function, Bindings bindings, Optional<Value> self)
      implements ScriptValue {}

  /** A class. */
  record ClassReference(ScriptModule module, ScriptClass definition, Bindings bindings)
      implements ScriptValue {}

  /** What {@code new} makes. */
  record Instance(ClassReference type, List<Value> arguments) implements ScriptValue {}

  /** All that a module exports. */
  record Namespace(ScriptModule module) implements ScriptValue {}

  /** A parameter, loop variable or {@code this} that is not bound. */
  record Unbound(Object key) implements ScriptValue {}
}
