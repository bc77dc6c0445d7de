package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.module.ChangeFinder;
import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptFunction;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds who calls a function that is passed to a method: in {@code client.registerTools(tool => …)}
 * every class with a method of that name does what it calls its parameter with. For one thread.
 */
final class Callbacks {
  private static final int MAX_CALLS = 2_000;

  /**
   * A call of the function.
   *
   * @param known what is known there of {@code this}, and of what the method was called on
   */
  record Use(CallSites.Site site, Map<Object, Value> known) {}

  private final Evaluator evaluator;

  Callbacks(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  List<Use> of(ScriptModule module, ScriptFunction function) {
    Tokens tokens = module.tokens();
    int open = tokens.enclosing(function.start());
    int method = open - 1;
    if (!tokens.is(open, '(') || !tokens.is(method, Kind.WORD) || !tokens.is(method - 1, '.')) {
      return List.of();
    }
    int position = module.itemStarts(open).indexOf(function.start());
    Optional<Declaration> receiver =
        tokens.is(method - 2, Kind.WORD) && !tokens.is(method - 3, '.')
            ? module.declaration(tokens.text(method - 2), method - 2)
            : Optional.empty();
    List<Use> uses = new ArrayList<>();
    for (ScriptModule other : evaluator.modules().loaded()) {
      for (ScriptClass definition : other.classes()) {
        ScriptFunction called = definition.methods().get(tokens.text(method));
        if (called != null && position >= 0) {
          add(definition, called, position, receiver, uses);
        }
      }
    }
    return uses;
  }

  private void add(
      ScriptClass definition,
      ScriptFunction method,
      int position,
      Optional<Declaration> receiver,
      List<Use> uses) {
    ScriptModule module = definition.module();
    for (Declaration parameter : module.parametersOf(method)) {
      if (parameter.index() == position) {
        for (int token : module.callsOf(parameter.name())) {
          boolean isCall =
              token > method.body()
                  && token < method.end()
                  && module
                      .declaration(parameter.name(), token)
                      .filter(parameter::equals)
                      .isPresent();
          if (isCall && uses.size() < MAX_CALLS) {
            int open = ChangeFinder.opening(module.tokens(), token);
            uses.add(new Use(new CallSites.Site(module, open), known(definition, receiver)));
          }
        }
      }
    }
  }

  private Map<Object, Value> known(ScriptClass definition, Optional<Declaration> receiver) {
    ClassReference type = new ClassReference(definition.module(), definition, evaluator.top());
    Value instance = evaluator.callSites().instancesOf(type).get(0);
    Map<Object, Value> known = new HashMap<>();
    known.put(definition, instance);
    receiver
        .filter(declaration -> declaration.kind() == Declaration.Kind.PARAMETER)
        .ifPresent(declaration -> known.put(declaration, instance));
    return known;
  }
}
