package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Body;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Comprehension;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expressions;
import io.mcpcatalogue.collect.extract.syntax.Search;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which functions are worth following: those that hold something wanted, and those that call them.
 * Judged by names alone, so that the rest of a program costs nothing: a function in which none of
 * the names stands is not even read. For one thread.
 */
public final class Bearers {
  /** How many functions may lie between a call and what is wanted. */
  private static final int MAX_STEPS = 3;

  private final Predicate<Expression> wanted;
  private final Vocabulary words;
  private final Search wantedOnes;
  private final boolean methodsAreTold;
  private final Set<String> names = new HashSet<>();

  /** Functions that are no methods, where these are told apart. */
  private final Set<String> plainNames = new HashSet<>();

  private final Map<Function, Boolean> known = new IdentityHashMap<>();
  private final Map<Object, Boolean> bodies = new IdentityHashMap<>();
  private final Map<Expression, List<Expression>> points = new IdentityHashMap<>();

  /** The calls that were followed, with how many others each lay within. */
  private final Map<CallKey, Integer> followed = new HashMap<>();

  /** The names as words to look for, and a search for calls of them. */
  private Vocabulary callees;

  private Search calls;

  private Bearers(Predicate<Expression> wanted, Vocabulary words, boolean methodsAreTold) {
    this.wanted = wanted;
    this.words = words;
    this.methodsAreTold = methodsAreTold;
    this.wantedOnes = new Search(words, wanted);
    learn(List.of());
  }

  /** When nothing is looked for. */
  static Bearers none() {
    return new Bearers(expression -> false, Vocabulary.of(Set.of()), false);
  }

  /**
   * Looks through the statements of all files.
   *
   * @param words every expression that is wanted has one of these in it
   * @param methodsAreTold whether a function without a receiver is no method, so that a call of a
   *     member of anything but a package does not mean it
   */
  public static Bearers of(
      List<List<Statement>> files,
      Predicate<Expression> wanted,
      Vocabulary words,
      boolean methodsAreTold) {
    Bearers bearers = new Bearers(wanted, words, methodsAreTold);
    List<Function> open = new ArrayList<>();
    files.forEach(file -> open.addAll(Statements.outermostFunctions(file)));
    Set<Function> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    bearers.enter(open, bearers.words, entered);
    bearers.gather(open, bearers::holds);
    for (int i = 1; i < MAX_STEPS; i++) {
      bearers.enter(open, bearers.callees, entered);
      bearers.gather(open, function -> bearers.calls.finds(function.code()));
    }
    return bearers;
  }

  /** Adds the functions within those that may be of interest for the first time. */
  private void enter(List<Function> open, Vocabulary vocabulary, Set<Function> entered) {
    List<Function> inner = new ArrayList<>();
    for (Function function : open) {
      if (!entered.contains(function) && function.code().mayMention(vocabulary)) {
        entered.add(function);
        inner.addAll(Statements.functions(function.body()));
      }
    }
    entered.addAll(inner);
    open.addAll(inner);
  }

  private void gather(List<Function> open, Predicate<Function> test) {
    List<Function> found = open.stream().filter(test).toList();
    learn(found);
    open.removeIf(known::containsKey);
  }

  private void learn(List<Function> found) {
    for (Function function : found) {
      known.put(function, true);
      (methodsAreTold && function.receiver().isEmpty() ? plainNames : names).add(function.name());
    }
    Set<String> all = new HashSet<>(names);
    all.addAll(plainNames);
    callees = Vocabulary.of(all);
    calls = new Search(callees, part -> part instanceof Call call && knows(call.callee()));
  }

  /** Whether the function is worth following. */
  boolean bears(Function function) {
    return known.computeIfAbsent(function, key -> holds(key) || calls.finds(key.code()));
  }

  /** Whether the function without a name is worth following. */
  boolean bears(Lambda lambda) {
    return bodies.computeIfAbsent(lambda.code(), key -> bears(lambda.code()));
  }

  private boolean bears(Body code) {
    return (code.mayMention(words) || code.mayMention(callees)) && bears(code.statements());
  }

  /** Whether the statements hold anything wanted, or call what does. */
  boolean bears(List<Statement> body) {
    return bodies.computeIfAbsent(body, key -> holds(body) || calls.finds(body));
  }

  /**
   * What is of interest within an expression, in the order of the text: what is wanted, calls of
   * functions that may be worth following, and functions without a name and comprehensions that
   * are.
   */
  List<Expression> points(Expression expression) {
    List<Expression> known = points.get(expression);
    if (known == null) {
      known = findPoints(expression);
      points.put(expression, known);
    }
    return known;
  }

  private List<Expression> findPoints(Expression expression) {
    List<Expression> found = new ArrayList<>();
    List<Expression> open = new ArrayList<>(List.of(expression));
    List<Expression> children = new ArrayList<>();
    while (!open.isEmpty()) {
      Expression next = open.remove(open.size() - 1);
      if (wanted.test(next) || isWorthFollowing(next)) {
        found.add(next);
      }
      if (next instanceof Comprehension comprehension) {
        open.add(comprehension.over());
      } else if (!(next instanceof Lambda)) {
        Expressions.children(next, children::add);
        Collections.reverse(children);
        open.addAll(children);
        children.clear();
      }
    }
    return List.copyOf(found);
  }

  private boolean isWorthFollowing(Expression expression) {
    if (expression instanceof Lambda lambda) {
      return bears(lambda);
    }
    return expression instanceof Comprehension comprehension
        ? !points(comprehension.item()).isEmpty()
        : expression instanceof Call call && !call.arguments().isEmpty() && knows(call.callee());
  }

  /** Whether what is called here may be worth following. */
  boolean knows(Expression callee) {
    String name = callee.lastName();
    return names.contains(name) || plainNames.contains(name) && !isMemberOfMember(callee);
  }

  private static boolean isMemberOfMember(Expression callee) {
    Expression function = callee instanceof Index index ? index.of() : callee;
    return function instanceof Member member && !(member.of() instanceof Name);
  }

  /**
   * Whether following the call may show anything new. A call within fewer others than before may,
   * for the depth to which calls are followed is bounded.
   *
   * @param nesting how many calls are being followed
   */
  boolean isNew(FunctionValue function, ObjectValue arguments, int nesting) {
    CallKey call = new CallKey(function, arguments);
    Integer before = followed.get(call);
    if (before != null && before <= nesting) {
      return false;
    }
    followed.put(call, nesting);
    return true;
  }

  /** Its marks do not count: they are looked at where it is declared, whoever calls it. */
  private boolean holds(Function function) {
    return function.code().mayMention(words) && holds(function.body());
  }

  private boolean holds(List<Statement> body) {
    return wantedOnes.finds(body)
        || Statements.functions(body, code -> code.mayMention(words)).stream()
            .anyMatch(inner -> inner.marks().stream().anyMatch(wanted));
  }
}
