package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Choice;
import io.mcpcatalogue.collect.extract.syntax.Expression.Comprehension;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Joined;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expression.Mapping;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Operation;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Spread;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import io.mcpcatalogue.collect.extract.syntax.Expression.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads expressions by the precedence of their operators. What it does not understand becomes
 * {@link Unread}, and reading goes on behind it. For one thread.
 */
public class ExpressionParser {
  private static final int MAX_DEPTH = 120;

  /** The parameters of a lambda stand within so many tokens of its brace. */
  private static final int MAX_LAMBDA_HEAD = 16;

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

  private static final Set<String> UNARY =
      Set.of("-", "+", "!", "&", "*", "~", "^", "<-", "&&", "@");
  private static final Set<String> MEMBER = Set.of(".", "?.", "::", "->", "!!.");

  protected final Dialect dialect;
  protected final Cursor cursor;
  private final StatementReader statements;
  private int depth;

  /** Reads the body of a function that stands within an expression. */
  @FunctionalInterface
  public interface StatementReader {
    List<Statement> statements(Cursor body);
  }

  public ExpressionParser(Dialect dialect, Cursor cursor, StatementReader statements) {
    this.dialect = dialect;
    this.cursor = cursor;
    this.statements = statements;
  }

  /** The expression at the cursor, as far as it reaches. */
  public Expression expression() {
    return expression(0);
  }

  /** All that stands between commas up to the end of the cursor. */
  public List<Expression> list() {
    List<Expression> items = new ArrayList<>();
    while (!cursor.done()) {
      items.add(spreadOrExpression());
      skipToComma();
    }
    return items;
  }

  /** The arguments of a call up to the end of the cursor. */
  public List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    while (!cursor.done()) {
      arguments.add(argument());
      skipToComma();
    }
    return arguments;
  }

  private Argument argument() {
    if (cursor.atWord() && (cursor.peekIs(1, "=") || cursor.peekIs(1, ":"))) {
      String name = cursor.spelling();
      cursor.next();
      cursor.next();
      return new Argument(name, spreadOrExpression());
    }
    Expression value = spreadOrExpression();
    if (cursor.at("for") || cursor.at("async")) {
      value = comprehension(value, value.line());
    }
    return new Argument("", value);
  }

  /** What is left before a comma was not understood; reading goes on behind the comma. */
  private void skipToComma() {
    while (!cursor.done() && !cursor.at(",")) {
      cursor.skip();
    }
    if (!cursor.done()) {
      cursor.next();
    }
  }

  private Expression spreadOrExpression() {
    int line = cursor.line();
    if (cursor.at("*") || cursor.at("...") || cursor.at("..")) {
      cursor.next();
      if (cursor.at("*")) {
        cursor.next();
      }
      return new Spread(expression(0), line);
    }
    Expression value = expression(0);
    if (cursor.at("...")) {
      cursor.next();
      return new Spread(value, line);
    }
    return value;
  }

  private Expression expression(int least) {
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
      String operator = cursor.spelling();
      if (cursor.at("?") && least == 0) {
        left = choice(left);
        continue;
      }
      if (cursor.at("if") && least == 0 && dialect == Dialect.PYTHON) {
        cursor.next();
        Expression condition = expression(1);
        Expression otherwise = new Unread(left.line());
        if (cursor.at("else")) {
          cursor.next();
          otherwise = expression(0);
        }
        left = new Choice(condition, left, otherwise, left.line());
        continue;
      }
      if (cursor.at("as")) {
        cursor.next();
        if (cursor.at("?")) {
          cursor.next();
        }
        expression(7);
        continue;
      }
      if (cursor.at("not") && cursor.peekIs(1, "in")) {
        cursor.next();
        operator = "not in";
        cursor.next();
        left = new Operation(operator, left, expression(4), left.line());
        continue;
      }
      int precedence = precedence(operator);
      if (precedence == 0 || precedence < least) {
        return left;
      }
      int line = cursor.line();
      cursor.next();
      if (operator.equals("is") && cursor.at("not")) {
        operator = "is not";
        cursor.next();
      }
      left = new Operation(operator, left, expression(precedence + 1), line);
    }
    return left;
  }

  /** In Go the end of a line ends a statement. */
  private boolean lineEndsExpression() {
    return dialect == Dialect.GO && cursor.startsLine();
  }

  private int precedence(String operator) {
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
    if (!cursor.at(":")) {
      return then;
    }
    cursor.next();
    return new Choice(condition, then, expression(0), condition.line());
  }

  private Expression primary() {
    int line = cursor.line();
    if (cursor.done()) {
      return new Unread(line);
    }
    switch (cursor.kind()) {
      case STRING:
        return texts();
      case NUMBER:
        String spelling = cursor.spelling();
        cursor.next();
        return new Expression.Number(spelling, line);
      case WORD:
        return word(line);
      default:
        return bracketOrOperator(line);
    }
  }

  /** One string, or several that stand beside each other and are one. */
  private Expression texts() {
    int line = cursor.line();
    List<Expression> parts = new ArrayList<>();
    while (cursor.kind() == Kind.STRING) {
      parts.addAll(text(line));
      if (dialect != Dialect.PYTHON && dialect != Dialect.RUBY) {
        break;
      }
    }
    return parts.size() == 1 && parts.get(0) instanceof Text
        ? parts.get(0)
        : new Joined(parts, line);
  }

  /** The string at the cursor; a language with insertions gives several parts. */
  protected List<Expression> text(int line) {
    Text text = new Text(cursor.string(), line);
    cursor.next();
    return List.of(text);
  }

  private Expression word(int line) {
    String word = cursor.spelling();
    if (dialect.prefixWords().contains(word) && !cursor.peekIs(1, ".") && !cursor.peekIs(1, "::")) {
      return prefixed(word, line);
    }
    if (word.equals("lambda") && dialect == Dialect.PYTHON) {
      return pythonLambda(line);
    }
    if (dialect == Dialect.GO && word.equals("func")) {
      return goFunction(line);
    }
    if (dialect == Dialect.GO
        && (word.equals("map") && cursor.peekIs(1, "[") || word.equals("struct"))) {
      return goTyped(line);
    }
    cursor.next();
    if (cursor.at("=>") && dialect != Dialect.PHP || cursor.at("->") && dialect == Dialect.JAVA) {
      cursor.next();
      return lambda(List.of(Parameter.named(word, line)), line);
    }
    return new Name(word, line);
  }

  /** {@code func(…) … { … }}. */
  private Expression goFunction(int line) {
    cursor.next();
    List<Parameter> parameters =
        cursor.at("(") ? new ParameterParser(dialect, cursor.group()).parameters() : List.of();
    while (!cursor.done() && !cursor.at("{") && !cursor.at(",") && !cursor.startsLine()) {
      if ((cursor.at("interface") || cursor.at("struct")) && cursor.peekIs(1, "{")) {
        cursor.next();
      }
      cursor.skip();
    }
    return cursor.at("{")
        ? new Lambda(parameters, statements.statements(cursor.group()), line)
        : new Unread(line);
  }

  /** {@code []T{…}}, {@code map[K]V{…}}, and conversions to such types. */
  private Expression goTyped(int line) {
    Expression type = new TypeParser(dialect, cursor).type();
    if (cursor.at("{")) {
      return new Construction(Optional.of(type), inside().entries(), line);
    }
    return type;
  }

  private Expression prefixed(String word, int line) {
    cursor.next();
    if (word.equals("new") && (cursor.at("(") || cursor.at("{") || cursor.at("["))) {
      return targetTyped(line);
    }
    if (word.equals("new")) {
      return creation(line);
    }
    if (word.equals("not")) {
      return new Operation("!", new Unread(line), expression(3), line);
    }
    return expression(word.equals("yield") ? 0 : 8);
  }

  /** {@code new() { … }} and {@code new { … }} make a value whose type stands elsewhere. */
  private Expression targetTyped(int line) {
    List<Argument> arguments = List.of();
    if (cursor.at("[")) {
      cursor.skip();
      return cursor.at("{") ? sequence(line) : new Unread(line);
    }
    if (cursor.at("(")) {
      arguments = inside().arguments();
    }
    if (cursor.at("{")) {
      return new Construction(Optional.empty(), inside().entries(), line);
    }
    return new Call(new Name("", line), arguments, line);
  }

  /** {@code new Type<…>(…) { … }}, {@code new Type[] { … }}. */
  private Expression creation(int line) {
    Expression type = typeName();
    if (cursor.at("[")) {
      cursor.skip();
      return cursor.at("{") ? sequence(line) : new Unread(line);
    }
    List<Argument> arguments = cursor.at("(") ? inside().arguments() : List.of();
    if (cursor.at("{") && dialect.constructions()) {
      List<Entry> entries = new ArrayList<>();
      arguments.forEach(
          argument ->
              entries.add(
                  new Entry(
                      argument.name().isEmpty()
                          ? Optional.empty()
                          : Optional.of(new Name(argument.name(), line)),
                      argument.value())));
      entries.addAll(inside().entries());
      return new Construction(Optional.of(type), entries, line);
    }
    if (cursor.at("{")) {
      cursor.skip();
    }
    return new Call(type, arguments, line);
  }

  private Expression sequence(int line) {
    return new Sequence(inside().list(), line);
  }

  /** A dotted name with type arguments. */
  private Expression typeName() {
    Expression type = new Name(cursor.spelling(), cursor.line());
    cursor.next();
    while (!cursor.done()) {
      if ((cursor.at(".") || cursor.at("::") || cursor.at("\\")) && cursor.peekIsWord(1)) {
        cursor.next();
        type = new Member(type, cursor.spelling(), cursor.line());
        cursor.next();
      } else if (cursor.at("<") && dialect.generics() && cursor.angleEnd() > 0) {
        type = typeArguments(type);
      } else {
        break;
      }
    }
    return type;
  }

  private Expression typeArguments(Expression type) {
    return new Index(type, new TypeParser(dialect, cursor.angles()).list(), type.line());
  }

  private Expression pythonLambda(int line) {
    cursor.next();
    List<Parameter> parameters = new ArrayList<>();
    while (!cursor.done() && !cursor.at(":")) {
      if (cursor.atWord()) {
        parameters.add(Parameter.named(cursor.spelling(), line));
      }
      cursor.skip();
    }
    cursor.next();
    return lambda(parameters, line);
  }

  private Expression lambda(List<Parameter> parameters, int line) {
    if (cursor.at("{")) {
      return new Lambda(parameters, statements.statements(cursor.group()), line);
    }
    Expression value = expression(0);
    return new Lambda(parameters, List.of(new Statement.Return(Optional.of(value), line)), line);
  }

  private Expression bracketOrOperator(int line) {
    if (cursor.at("(")) {
      return parenthesis(line);
    }
    if (cursor.at("[")) {
      return dialect == Dialect.GO ? goTyped(line) : squareBracket(line);
    }
    if (cursor.at("{")) {
      return brace(line);
    }
    if (cursor.at("|") || cursor.at("||")) {
      return closure(line);
    }
    String operator = cursor.spelling();
    if (cursor.at("#") || cursor.at("@") || cursor.at("\\") || cursor.at(":") || cursor.at("::")) {
      cursor.next();
      return primary();
    }
    if (UNARY.contains(operator)) {
      cursor.next();
      if (cursor.at("mut")) {
        cursor.next();
      }
      Expression operand = expression(9);
      return operator.equals("&") || operator.equals("*") || operator.equals("&&")
          ? operand
          : new Operation(operator, new Unread(line), operand, line);
    }
    cursor.skip();
    return new Unread(line);
  }

  /** {@code |a, b| value}. */
  private Expression closure(int line) {
    List<Parameter> parameters = new ArrayList<>();
    if (cursor.at("||")) {
      cursor.next();
      return lambda(parameters, line);
    }
    cursor.next();
    while (!cursor.done() && !cursor.at("|")) {
      if (cursor.atWord()) {
        parameters.add(Parameter.named(cursor.spelling(), line));
      }
      cursor.skip();
    }
    cursor.next();
    return lambda(parameters, line);
  }

  private Expression parenthesis(int line) {
    Cursor group = cursor.group();
    if (cursor.at("=>") || cursor.at("->") && dialect == Dialect.JAVA) {
      cursor.next();
      return lambda(new ParameterParser(dialect, group).parameters(), line);
    }
    ExpressionParser inner = with(group);
    Expression first = inner.spreadOrExpression();
    if (group.at("for") || group.at("async")) {
      return inner.comprehension(first, line);
    }
    if (group.at(",")) {
      List<Expression> items = new ArrayList<>();
      items.add(first);
      inner.skipToComma();
      items.addAll(inner.list());
      return new Sequence(items, line);
    }
    if (isCast(first, group)) {
      return expression(9);
    }
    return first;
  }

  /** {@code (Type) value}: a name in parentheses directly before a value. */
  private boolean isCast(Expression inside, Cursor group) {
    return dialect.generics()
        && group.done()
        && (inside instanceof Name || inside instanceof Member || inside instanceof Index)
        && !cursor.done()
        && (cursor.atWord() && precedence(cursor.spelling()) == 0
            || cursor.kind() == Kind.STRING
            || cursor.at("("));
  }

  private Expression squareBracket(int line) {
    ExpressionParser inner = with(cursor.group());
    if (inner.cursor.done()) {
      return new Sequence(List.of(), line);
    }
    return inner.sequenceMappingOrComprehension(line);
  }

  private Expression sequenceMappingOrComprehension(int line) {
    Expression first = spreadOrExpression();
    if (cursor.at("for") || cursor.at("async")) {
      return comprehension(first, line);
    }
    if (cursor.at(":")
        || cursor.at("=>")
        || first instanceof Operation pair && pair.operator().equals("=>")) {
      return mapping(first, line);
    }
    List<Expression> items = new ArrayList<>();
    items.add(first);
    skipToComma();
    items.addAll(list());
    return new Sequence(items, line);
  }

  private Expression mapping(Expression firstKey, int line) {
    List<Entry> entries = new ArrayList<>();
    entries.add(entryFrom(firstKey));
    skipToComma();
    entries.addAll(entries());
    return new Mapping(entries, line);
  }

  /** The entries of a literal up to the end of the cursor. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    while (!cursor.done()) {
      if (cursor.at("[") && cursor.groupIsFollowedBy("=")) {
        Expression key = with(cursor.group()).expression();
        cursor.next();
        entries.add(new Entry(Optional.of(key), spreadOrExpression()));
      } else {
        entries.add(entryFrom(spreadOrExpression()));
      }
      skipToComma();
    }
    return entries;
  }

  private Entry entryFrom(Expression first) {
    if (first instanceof Operation pair && pair.operator().equals("=>")) {
      return new Entry(Optional.of(pair.left()), pair.right());
    }
    if (cursor.at(":") || cursor.at("=") || cursor.at("=>")) {
      cursor.next();
      Expression value = spreadOrExpression();
      if (cursor.at("for") || cursor.at("async")) {
        return new Entry(Optional.of(first), comprehension(value, value.line()));
      }
      return new Entry(Optional.of(first), value);
    }
    return new Entry(Optional.empty(), first);
  }

  private Expression brace(int line) {
    Cursor group = cursor.group();
    if (dialect.trailingLambda()) {
      return braceLambda(group, line);
    }
    if (group.done()) {
      return new Mapping(List.of(), line);
    }
    if (dialect.constructions()) {
      return new Construction(Optional.empty(), with(group).entries(), line);
    }
    ExpressionParser inner = with(group);
    Expression first = inner.spreadOrExpression();
    if (first instanceof Spread || group.at(":")) {
      return inner.mapping(first, line);
    }
    if (group.at("for")) {
      return inner.comprehension(first, line);
    }
    List<Expression> items = new ArrayList<>();
    items.add(first);
    inner.skipToComma();
    items.addAll(inner.list());
    return new Sequence(items, line);
  }

  private Expression braceLambda(Cursor group, int line) {
    List<Parameter> parameters = new ArrayList<>();
    int arrow = group.find(dialect == Dialect.SWIFT ? "in" : "->");
    if (arrow >= 0 && arrow - group.index() < MAX_LAMBDA_HEAD) {
      while (group.index() < arrow) {
        if (group.atWord()) {
          parameters.add(Parameter.named(group.spelling(), line));
        }
        group.next();
      }
      group.next();
    }
    return new Lambda(parameters, statements.statements(group), line);
  }

  private Expression comprehension(Expression item, int line) {
    while (!cursor.done() && !cursor.at("for")) {
      cursor.next();
    }
    cursor.next();
    List<String> names = new ArrayList<>();
    while (!cursor.done() && !cursor.at("in")) {
      if (cursor.atWord()) {
        names.add(cursor.spelling());
      }
      cursor.next();
    }
    cursor.next();
    Expression over = expression(1);
    cursor.toEnd();
    return new Comprehension(item, names, over, line);
  }

  private Expression postfix(Expression start) {
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
      } else if (cursor.at("<") && dialect.generics() && cursor.angleEnd() > 0) {
        result = typeArguments(result);
      } else if (cursor.at("!!")
          || cursor.at("++")
          || cursor.at("--")
          || cursor.at("!") && !cursor.peekIs(1, "=")
          || cursor.at("?") && dialect == Dialect.RUST) {
        cursor.next();
        if (cursor.at("[") && dialect == Dialect.RUST && result instanceof Name) {
          result = new Call(result, with(cursor.group()).arguments(), line);
        } else if (cursor.at("{") && dialect == Dialect.RUST && result instanceof Name) {
          result = new Call(result, with(cursor.group()).arguments(), line);
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
      return cursor.angleEnd() > 0 ? typeArguments(of) : of;
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
    String name = cursor.spelling();
    cursor.next();
    return new Member(of, name, line);
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

  private ExpressionParser inside() {
    return with(cursor.group());
  }

  /** A parser like this one over a part of the text. */
  protected ExpressionParser with(Cursor part) {
    ExpressionParser parser = another(part);
    parser.depth = depth + 1;
    return parser;
  }

  protected ExpressionParser another(Cursor part) {
    return new ExpressionParser(dialect, part, statements);
  }
}
