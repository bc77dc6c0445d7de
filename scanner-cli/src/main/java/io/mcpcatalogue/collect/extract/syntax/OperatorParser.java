package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Choice;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
import io.mcpcatalogue.collect.extract.syntax.Expression.Spread;
import io.mcpcatalogue.collect.extract.syntax.Expression.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads expressions by the precedence of their operators, and what follows a value: members, calls,
 * indexes. For one thread.
 */
abstract class OperatorParser {
  private static final int MAX_DEPTH = 120;

  /** Operators from the loosest to the tightest; what is missing ends an expression. */
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("or", 1),
          Map.entry("||", 1),
          Map.entry("??", 1),
          Map.entry("?:", 1),
          Map.entry("and", 2),
          Map.entry("&&", 2),
          Map.entry("==", 3),
          Map.entry("!=", 3),
          Map.entry("===", 3),
          Map.entry("!==", 3),
          Map.entry("<", 3),
          Map.entry(">", 3),
          Map.entry("<=", 3),
          Map.entry(">=", 3),
          Map.entry("in", 3),
          Map.entry("is", 3),
          Map.entry("to", 3),
          Map.entry("instanceof", 3),
          Map.entry("=>", 3),
          Map.entry("|", 4),
          Map.entry("^", 4),
          Map.entry("&", 4),
          Map.entry("<<", 5),
          Map.entry(">>", 5),
          Map.entry("..", 5),
          Map.entry("+", 6),
          Map.entry("-", 6),
          Map.entry("*", 7),
          Map.entry("/", 7),
          Map.entry("//", 7),
          Map.entry("%", 7),
          Map.entry("**", 8));

  private static final Set<String> MEMBER = Set.of(".", "?.", "::", "->", "!!.");

  protected final Dialect dialect;
  protected final Cursor cursor;
  private int depth;

  OperatorParser(Dialect dialect, Cursor cursor) {
    this.dialect = dialect;
    this.cursor = cursor;
  }

  /** The expression at the cursor, as far as it reaches. */
  public Expression expression() {
    return expression(0);
  }

  /** All that stands between commas up to the end of the cursor; what is not understood is not. */
  public List<Expression> list() {
    List<Expression> items = new ArrayList<>();
    while (!cursor.done()) {
      items.add(spreadOrExpression());
      cursor.skipPast(",");
    }
    return items;
  }

  /** The arguments of a call up to the end of the cursor. */
  public List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    while (!cursor.done()) {
      arguments.add(argument());
      cursor.skipPast(",");
    }
    return arguments;
  }

  private Argument argument() {
    if (cursor.atWord() && (cursor.peekIs(1, "=") || cursor.peekIs(1, ":"))) {
      String name = cursor.take();
      cursor.next();
      return new Argument(name, spreadOrExpression());
    }
    Expression value = spreadOrExpression();
    if (cursor.at("for") || cursor.at("async")) {
      value = comprehension(value, value.line());
    }
    return new Argument("", value);
  }

  Expression spreadOrExpression() {
    int line = cursor.line();
    if (cursor.at("*") || cursor.at("...") || cursor.at("..")) {
      cursor.next();
      cursor.take("*");
      return new Spread(expression(0), line);
    }
    Expression value = expression(0);
    return cursor.take("...") ? new Spread(value, line) : value;
  }

  Expression expression(int least) {
    if (depth >= MAX_DEPTH) {
      int line = cursor.line();
      cursor.skip();
      return new Unread(line);
    }
    depth++;
    try {
      return operations(postfix(primary()), least);
    } finally {
      depth--;
    }
  }

  private Expression operations(Expression first, int least) {
    Expression left = first;
    while (!cursor.done() && !lineEndsExpression()) {
      if (cursor.at("?") && least == 0) {
        left = choice(left);
      } else if (dialect == Dialect.PYTHON && least == 0 && cursor.take("if")) {
        left = conditional(left);
      } else if (cursor.take("as")) {
        // What is taken for another type is worth the same.
        cursor.take("?");
        expression(7);
      } else if (cursor.at("not") && cursor.peekIs(1, "in")) {
        cursor.next();
        cursor.next();
        left = new Operation("not in", left, expression(4), left.line());
      } else {
        int line = cursor.line();
        String operator = cursor.spelling();
        int precedence = precedence(operator);
        if (precedence == 0 || precedence < least) {
          return left;
        }
        cursor.next();
        if (operator.equals("is") && cursor.take("not")) {
          operator = "is not";
        }
        left = new Operation(operator, left, expression(precedence + 1), line);
      }
    }
    return left;
  }

  /** Python: {@code value if condition else otherwise}. */
  private Expression conditional(Expression value) {
    Expression condition = expression(1);
    Expression otherwise = cursor.take("else") ? expression(0) : new Unread(value.line());
    return new Choice(condition, value, otherwise, value.line());
  }

  /** In Go the end of a line ends a statement. */
  private boolean lineEndsExpression() {
    return dialect == Dialect.GO && cursor.startsLine();
  }

  int precedence(String operator) {
    if (cursor.kind() == Kind.STRING) {
      return 0;
    }
    if (!dialect.concatenation().isEmpty() && operator.equals(dialect.concatenation())) {
      return 6;
    }
    return PRECEDENCE.getOrDefault(operator, 0);
  }

  private Expression choice(Expression condition) {
    cursor.next();
    if (cursor.at(":") && cursor.touchesPrevious()) {
      cursor.next();
      return new Operation("||", condition, expression(1), condition.line());
    }
    if (cursor.done() || cursor.at(")") || cursor.at(",") || cursor.at(".")) {
      return postfix(condition);
    }
    Expression then = expression(1);
    if (!cursor.take(":")) {
      return then;
    }
    return new Choice(condition, then, expression(0), condition.line());
  }

  Expression typeArguments(Expression type) {
    return new Index(type, new TypeParser(dialect, cursor.angles()).list(), type.line());
  }

  Expression postfix(Expression start) {
    Expression result = start;
    while (!cursor.done() && !lineEndsExpression()) {
      int line = cursor.line();
      if (MEMBER.contains(cursor.spelling())
          && cursor.kind() == Kind.PUNCTUATION
          && !cursor.spelling().equals(dialect.concatenation())) {
        result = member(result);
      } else if (cursor.at("(") && !(cursor.startsLine() && dialect.trailingLambda())) {
        result = new Call(result, inside().arguments(), line);
      } else if (cursor.at("[") && !(cursor.startsLine() && dialect != Dialect.PYTHON)) {
        result = new Index(result, inside().list(), line);
      } else if (cursor.at("{") && isConstruction(result)) {
        result = new Construction(Optional.of(result), inside().entries(), line);
      } else if (cursor.at("{")
          && dialect.trailingLambda()
          && !cursor.startsLine()
          && isCallable(result)) {
        result = withLambda(result, line);
      } else if (dialect.generics() && cursor.atAngles()) {
        result = typeArguments(result);
      } else if (cursor.at("!!")
          || cursor.at("++")
          || cursor.at("--")
          || cursor.at("!") && !cursor.peekIs(1, "=")
          || cursor.at("?") && dialect == Dialect.RUST) {
        cursor.next();
        boolean isMacro = dialect == Dialect.RUST && result instanceof Name;
        if (isMacro && (cursor.at("[") || cursor.at("{"))) {
          result = new Call(result, inside().arguments(), line);
        }
      } else {
        break;
      }
    }
    return result;
  }

  private Expression member(Expression of) {
    cursor.next();
    int line = cursor.line();
    if (cursor.at("<")) {
      return cursor.atAngles() ? typeArguments(of) : of;
    }
    if (cursor.done() || !cursor.atWord()) {
      if (cursor.at("(")) {
        // Go: value.(Type)
        cursor.skip();
      } else if (cursor.kind() == Kind.NUMBER) {
        cursor.next();
        return new Unread(line);
      }
      return of;
    }
    return new Member(of, cursor.take(), line);
  }

  /** A brace behind a name that begins with an upper case letter makes a value of that type. */
  private boolean isConstruction(Expression before) {
    if (!dialect.constructions() || dialect == Dialect.CSHARP) {
      return false;
    }
    String name = before.lastName();
    return before instanceof Index
        || !name.isEmpty() && (dialect == Dialect.GO || Character.isUpperCase(name.charAt(0)));
  }

  private static boolean isCallable(Expression before) {
    return before instanceof Call || before instanceof Name || before instanceof Member;
  }

  private Expression withLambda(Expression called, int line) {
    Expression lambda = braceLambda(cursor.group(), line);
    if (called instanceof Call call) {
      List<Argument> arguments = new ArrayList<>(call.arguments());
      arguments.add(new Argument("", lambda));
      return new Call(call.callee(), arguments, call.line());
    }
    return new Call(called, List.of(new Argument("", lambda)), line);
  }

  /** A value without what follows it: a literal, a name, a bracket. */
  abstract Expression primary();

  abstract Expression comprehension(Expression item, int line);

  abstract Expression braceLambda(Cursor group, int line);

  /** The entries of a literal up to the end of the cursor. */
  abstract List<Entry> entries();

  /** A parser like this one over a part of the text. */
  abstract ExpressionParser another(Cursor part);

  final ExpressionParser inside() {
    return with(cursor.group());
  }

  final ExpressionParser with(Cursor part) {
    ExpressionParser parser = another(part);
    parser.countFrom(depth + 1);
    return parser;
  }

  /** What is nested in something nested is deeper. */
  final void countFrom(int outerDepth) {
    depth = outerDepth;
  }
}
