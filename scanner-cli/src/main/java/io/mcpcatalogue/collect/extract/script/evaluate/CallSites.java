package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.lex.WordIndex;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.ClassReference;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Closure;
import io.mcpcatalogue.collect.extract.script.evaluate.ScriptValue.Instance;
import io.mcpcatalogue.collect.extract.script.module.ChangeFinder;
import io.mcpcatalogue.collect.extract.script.module.Declaration;
import io.mcpcatalogue.collect.extract.script.module.ImportReader;
import io.mcpcatalogue.collect.extract.script.module.Node;
import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptFunction;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds where a function is called and where a class is instantiated. For one thread. */
public final class CallSites {
  private static final int MAX_SITES = 3_000;

  /** A call: the parenthesis of its arguments. */
  public record Site(ScriptModule module, int open) {}

  private final Evaluator evaluator;

  /** Of each function, where its names are called in the modules that were looked through. */
  private final Map<ScriptFunction, NamedCalls> namedCalls = new HashMap<>();

  CallSites(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  List<Site> of(ScriptModule home, ScriptFunction function) {
    Optional<ScriptClass> around = home.classAround(function.start());
    boolean method = around.isPresent() && around.get().methods().containsValue(function);
    if (method && function.name().equals("constructor")) {
      return constructions(around.get());
    }
    List<Site> sites = new ArrayList<>();
    if (function.name().isEmpty()) {
      return sites;
    }
    boolean property = method || home.methodAt(function.start()).isPresent();
    for (NamedCall call : namedCalls(home, function)) {
      if (sites.size() < MAX_SITES
          && calls(call.module(), call.token(), home, function, property)) {
        sites.add(
            new Site(call.module(), ChangeFinder.opening(call.module().tokens(), call.token())));
      }
    }
    return sites;
  }

  /** Where a name of the function is called. */
  private record NamedCall(ScriptModule module, int token) {}

  private static final class NamedCalls {
    private final List<NamedCall> calls = new ArrayList<>();
    private int modules;
  }

  /** Modules are loaded as they are needed: each is looked through once for a function. */
  private List<NamedCall> namedCalls(ScriptModule home, ScriptFunction function) {
    NamedCalls known = namedCalls.computeIfAbsent(function, key -> new NamedCalls());
    List<ScriptModule> loaded = evaluator.modules().loaded();
    for (ScriptModule module : loaded.subList(known.modules, loaded.size())) {
      for (String name : names(home, function, module)) {
        module.callsOf(name).forEach(token -> known.calls.add(new NamedCall(module, token)));
      }
    }
    known.modules = loaded.size();
    return List.copyOf(known.calls);
  }

  /** What the function is called in a module: a default import may have any name. */
  private Set<String> names(ScriptModule home, ScriptFunction function, ScriptModule module) {
    Set<String> names = new LinkedHashSet<>();
    names.add(function.name());
    if (!module.equals(home)) {
      for (Declaration imported : module.imports()) {
        String there = imported.path().get(1);
        if (there.equals(function.name()) || there.equals(ImportReader.DEFAULT)) {
          names.add(imported.name());
        }
      }
    }
    return names;
  }

  private boolean calls(
      ScriptModule module, int token, ScriptModule home, ScriptFunction function, boolean method) {
    Tokens tokens = module.tokens();
    if (module.methodAt(token).isPresent() || tokens.is(token - 1, "function")) {
      return false;
    }
    boolean member = tokens.is(token - 1, '.') || tokens.is(token - 1, "?.");
    if (member && method) {
      return true;
    }
    Node callee = member ? calleeOf(module, token) : new Node.Name(token, tokens.text(token));
    Value value = evaluator.evaluate(module, callee, evaluator.top());
    return value instanceof Closure closure
        && closure.module().equals(home)
        && closure.function().equals(function);
  }

  private static Node calleeOf(ScriptModule module, int token) {
    Tokens tokens = module.tokens();
    int dot = token - 1;
    return tokens.is(dot - 1, Kind.WORD) && !tokens.is(dot - 2, '.')
        ? new Node.Member(dot - 1, new Node.Name(dot - 1, tokens.text(dot - 1)), tokens.text(token))
        : new Node.Opaque(token);
  }

  private List<Site> constructions(ScriptClass definition) {
    List<Site> sites = new ArrayList<>();
    for (ScriptModule module : evaluator.modules().loaded()) {
      for (int token : module.callsOf(definition.name())) {
        if (module.tokens().is(token - 1, "new") && sites.size() < MAX_SITES) {
          sites.add(new Site(module, ChangeFinder.opening(module.tokens(), token)));
        }
      }
    }
    return sites;
  }

  boolean isConstructed(ScriptClass definition) {
    return !definition.name().isEmpty() && !constructions(definition).isEmpty();
  }

  /** Whether the class is named anywhere but where it is declared, exported and imported. */
  boolean isUsed(ScriptClass definition) {
    return definition.name().isEmpty()
        || definition.module().tokens().is(definition.start() - 1, "default")
        || evaluator.modules().loaded().stream().anyMatch(module -> uses(module, definition));
  }

  private static boolean uses(ScriptModule module, ScriptClass definition) {
    Tokens tokens = module.tokens();
    WordIndex words = tokens.words();
    int end = module.equals(definition.module()) ? tokens.next(definition.body()) : Tokens.NONE;
    for (int i = words.first(definition.name()); i != Tokens.NONE; i = words.next(i)) {
      int list = tokens.enclosing(i);
      boolean isListed =
          tokens.is(list, '{') && (tokens.is(list - 1, "import") || tokens.is(list - 1, "export"))
              || tokens.is(i - 1, "import");
      boolean isItself = i >= definition.start() && i < end;
      if (!isItself && (!isListed || tokens.is(i + 1, "as"))) {
        return true;
      }
    }
    return false;
  }

  /** The instances that are made of a class; one without arguments when none is seen. */
  public List<Value> instancesOf(ClassReference type) {
    List<Value> instances = new ArrayList<>();
    if (!type.definition().name().isEmpty()) {
      for (Site site : constructions(type.definition())) {
        List<Node> arguments = site.module().arguments(site.open());
        Node.ArrayNode list = new Node.ArrayNode(site.open(), arguments);
        Evaluator.Outcome outcome = evaluator.outcome(site.module(), list, evaluator.top());
        instances.add(new Instance(type, Evaluator.itemsOf(outcome.value())));
      }
    }
    return instances.isEmpty() ? List.of(new Instance(type, List.of())) : instances;
  }
}
