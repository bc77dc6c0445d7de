package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
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
import java.util.Optional;
import java.util.Set;

/**
 * Reads expressions. What it does not understand becomes {@link Unread}, and reading goes on behind
 * it. For one thread.
 */
public class ExpressionParser extends OperatorParser {
  /** The parameters of a lambda stand within so many tokens of its brace. */
  private static final int MAX_LAMBDA_HEAD = 16;

  private static final Set<String> UNARY =
      Set.of("-", "+", "!", "&", "*", "~", "^", "<-", "&&", "@");

  private final BodyReader bodies;

  /** Reads the body of a function that stands within an expression. */
  @FunctionalInterface
  public interface BodyReader {
    Body body(Cursor inside);
  }

  public ExpressionParser(Dialect dialect, Cursor cursor, BodyReader bodies) {
    super(dialect, cursor);
    this.bodies = bodies;
  }

  @Override
  Expression primary() {
    int line = cursor.line();
    if (cursor.done()) {
      return new Unread(line);
    }
    switch (cursor.kind()) {
      case STRING:
        return texts();
      case NUMBER:
        return new Expression.NumberLiteral(cursor.take(), line);
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
    if (dialect == Dialect.PYTHON && cursor.take("lambda")) {
      return lambda(parametersBefore(":", line), line);
    }
    if (dialect == Dialect.PHP && word.equals("array") && cursor.peekIs(1, "(")) {
      cursor.next();
      return squareBracket(line);
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
    return new Name(dialect == Dialect.PHP && word.equals("$this") ? "this" : word, line);
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
        ? new Lambda(parameters, bodies.body(cursor.group()), line)
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
    if (word.equals("new")) {
      boolean isTyped = !cursor.at("(") && !cursor.at("{") && !cursor.at("[");
      return isTyped ? creation(line) : targetTyped(line);
    }
    if (word.equals("not")) {
      return new Operation("!", new Unread(line), expression(3), line);
    }
    return expression(word.equals("yield") ? 0 : 8);
  }

  /** {@code new() { … }} and {@code new { … }} make a value whose type stands elsewhere. */
  private Expression targetTyped(int line) {
    if (cursor.at("[")) {
      return array(line);
    }
    List<Argument> arguments = cursor.at("(") ? inside().arguments() : List.of();
    if (cursor.at("{")) {
      return new Construction(Optional.empty(), inside().entries(), line);
    }
    return new Call(new Name("", line), arguments, line);
  }

  /** {@code new Type<…>(…) { … }}, {@code new Type[] { … }}. */
  private Expression creation(int line) {
    Expression type = typeName();
    if (cursor.at("[")) {
      return array(line);
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

  /** The items behind the brackets of {@code new Type[…] { … }}. */
  private Expression array(int line) {
    cursor.skip();
    return cursor.at("{") ? new Sequence(inside().list(), line) : new Unread(line);
  }

  /** A dotted name with type arguments. */
  private Expression typeName() {
    // In PHP a name from the top begins like this.
    cursor.take("\\");
    int line = cursor.line();
    Expression type = new Name(cursor.take(), line);
    while (!cursor.done()) {
      if ((cursor.at(".") || cursor.at("::") || cursor.at("\\")) && cursor.peekIsWord(1)) {
        cursor.next();
        line = cursor.line();
        type = new Member(type, cursor.take(), line);
      } else if (dialect.generics() && cursor.atAngles()) {
        type = typeArguments(type);
      } else {
        break;
      }
    }
    return type;
  }

  /** The names before this sign; the cursor moves past it. */
  private List<Parameter> parametersBefore(String sign, int line) {
    List<Parameter> parameters = new ArrayList<>();
    while (!cursor.done() && !cursor.at(sign)) {
      if (cursor.atWord()) {
        parameters.add(Parameter.named(cursor.spelling(), line));
      }
      cursor.skip();
    }
    cursor.next();
    return parameters;
  }

  private Expression lambda(List<Parameter> parameters, int line) {
    if (cursor.at("{")) {
      return new Lambda(parameters, bodies.body(cursor.group()), line);
    }
    Expression value = expression(0);
    Statement result = new Statement.Return(Optional.of(value), line);
    return new Lambda(parameters, Body.of(List.of(result)), line);
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
    if (cursor.take("||")) {
      return lambda(List.of(), line);
    }
    if (cursor.take("|")) {
      return lambda(parametersBefore("|", line), line);
    }
    if (dialect == Dialect.SWIFT && cursor.at(".") && cursor.peekIsWord(1)) {
      cursor.next();
      return new Member(new Name("", line), cursor.take(), line);
    }
    if (atSign()) {
      while (atSign()) {
        cursor.next();
      }
      return primary();
    }
    String operator = cursor.spelling();
    if (UNARY.contains(operator)) {
      cursor.next();
      cursor.take("mut");
      Expression operand = expression(9);
      return operator.equals("&") || operator.equals("*") || operator.equals("&&")
          ? operand
          : new Operation(operator, new Unread(line), operand, line);
    }
    cursor.skip();
    return new Unread(line);
  }

  /** Whether what stands here says nothing of the value behind it. */
  private boolean atSign() {
    return cursor.at("#") || cursor.at("@") || cursor.at("\\") || cursor.at(":") || cursor.at("::");
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
      return inner.sequence(first, line);
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
    ExpressionParser inner = inside();
    if (dialect == Dialect.SWIFT && inner.cursor.take(":")) {
      return new Mapping(List.of(), line);
    }
    return inner.cursor.done()
        ? new Sequence(List.of(), line)
        : inner.sequenceMappingOrComprehension(line);
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
    return sequence(first, line);
  }

  private Expression sequence(Expression first, int line) {
    List<Expression> items = new ArrayList<>();
    items.add(first);
    cursor.skipPast(",");
    items.addAll(list());
    return new Sequence(items, line);
  }

  private Expression mapping(Expression firstKey, int line) {
    List<Entry> entries = new ArrayList<>();
    entries.add(entryFrom(firstKey));
    cursor.skipPast(",");
    entries.addAll(entries());
    return new Mapping(entries, line);
  }

  @Override
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    while (!cursor.done()) {
      if (cursor.at("[") && cursor.groupIsFollowedBy("=")) {
        Expression key = inside().expression();
        cursor.next();
        entries.add(new Entry(Optional.of(key), spreadOrExpression()));
      } else {
        entries.add(entryFrom(spreadOrExpression()));
      }
      cursor.skipPast(",");
    }
    return entries;
  }

  private Entry entryFrom(Expression first) {
    if (first instanceof Operation pair && pair.operator().equals("=>")) {
      return new Entry(Optional.of(pair.left()), pair.right());
    }
    if (cursor.take(":") || cursor.take("=") || cursor.take("=>")) {
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
    if (dialect == Dialect.RUST && group.find(";") >= 0) {
      // A block is worth what it ends with, like a function that is called at once.
      return new Call(new Lambda(List.of(), bodies.body(group), line), List.of(), line);
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
    return inner.sequence(first, line);
  }

  @Override
  Expression braceLambda(Cursor group, int line) {
    String sign = dialect == Dialect.SWIFT ? "in" : "->";
    List<Parameter> parameters = List.of();
    int at = group.find(sign);
    if (at >= 0 && at - group.index() < MAX_LAMBDA_HEAD) {
      parameters =
          group.before(sign).words().stream().map(name -> Parameter.named(name, line)).toList();
      group.next();
    }
    return new Lambda(parameters, bodies.body(group), line);
  }

  @Override
  Expression comprehension(Expression item, int line) {
    cursor.skipPast("for");
    List<String> names = cursor.before("in").words();
    cursor.next();
    Expression over = expression(1);
    cursor.toEnd();
    return new Comprehension(item, names, over, line);
  }

  @Override
  protected ExpressionParser another(Cursor part) {
    return new ExpressionParser(dialect, part, bodies);
  }
}
