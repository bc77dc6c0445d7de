package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Unread;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Branch;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Import;
import io.mcpcatalogue.collect.extract.syntax.Statement.Loop;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the declarations and statements of a Go file. For one thread. */
public final class GoParser extends StatementParser {
  private static final Set<String> ASSIGNING = Set.of("=", ":=", "+=", "-=", "|=");

  private GoParser(int depth) {
    super(Dialect.GO, depth);
  }

  /** The declarations of a file. */
  public static List<Statement> parse(Tokens tokens) {
    return new GoParser(0).statements(Cursor.of(tokens));
  }

  /** The name in the package clause; empty when there is none. */
  public static String packageName(Tokens tokens) {
    return tokens.is(0, "package") && tokens.is(1, Kind.WORD) ? tokens.text(1) : "";
  }

  @Override
  List<Statement> inFunction(Cursor inside, int depth) {
    return new GoParser(depth).statements(inside);
  }

  @Override
  void statement(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    switch (cursor.spelling()) {
      case "package" -> {
        cursor.next();
        cursor.next();
      }
      case "import" -> group(cursor, statements, this::importLine);
      case "const", "var" -> group(cursor, statements, this::valueLine);
      case "type" -> group(cursor, statements, this::type);
      case "func" -> {
        if (cursor.peekIs(1, "(") && !isMethod(cursor)) {
          simple(cursor, statements);
        } else {
          function(cursor).ifPresent(statements::add);
        }
      }
      case "if" -> statements.add(branch(cursor));
      case "for" -> statements.add(loop(cursor));
      case "switch", "select" -> alternatives(cursor, statements);
      case "return" -> {
        cursor.next();
        boolean empty = cursor.done() || cursor.startsLine() || cursor.at("}");
        statements.add(new Return(empty ? Optional.empty() : Optional.of(values(cursor)), line));
      }
      case "defer", "go" -> {
        cursor.next();
        simple(cursor, statements);
      }
      case "{" -> statements.add(new Block(statements(cursor.group()), line));
      case ";" -> cursor.next();
      case "break", "continue", "fallthrough", "goto" -> cursor.next();
      default -> simple(cursor, statements);
    }
  }

  /** A method has its receiver before its name; a function value has none. */
  private static boolean isMethod(Cursor cursor) {
    Cursor ahead = cursor.ahead();
    ahead.next();
    ahead.skip();
    return ahead.atWord() && ahead.peekIs(1, "(") && !ahead.startsLine();
  }

  /** Reads one line of a declaration. */
  @FunctionalInterface
  private interface LineReader {
    void read(Cursor cursor, List<Statement> statements);
  }

  private static void group(Cursor cursor, List<Statement> statements, LineReader reader) {
    cursor.next();
    if (!cursor.at("(")) {
      reader.read(cursor, statements);
      return;
    }
    Cursor group = cursor.group();
    group.forEach(() -> reader.read(group, statements));
  }

  private void importLine(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    String alias = cursor.atWord() || cursor.at(".") ? cursor.take() : "";
    if (cursor.kind() == Kind.STRING) {
      statements.add(new Import(cursor.string(), "", alias, line));
      cursor.next();
    }
  }

  /** {@code a, b T = x, y} of a const or var. */
  private void valueLine(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    List<Expression> names = new ArrayList<>();
    do {
      if (cursor.atWord()) {
        int at = cursor.line();
        names.add(new Name(cursor.take(), at));
      }
    } while (cursor.take(","));
    Optional<Expression> type = Optional.empty();
    if (!cursor.done() && !cursor.at("=") && !cursor.startsLine()) {
      type = Optional.of(new TypeParser(Dialect.GO, cursor).type());
    }
    if (cursor.take("=")) {
      statements.add(new Assignment(names, ":=", type, values(cursor), line));
    } else if (!names.isEmpty()) {
      statements.add(new Assignment(names, ":=", type, new Unread(line), line));
    }
  }

  private void type(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    if (!cursor.atWord()) {
      return;
    }
    String name = cursor.take();
    if (cursor.at("[") && !cursor.peekIs(1, "]")) {
      cursor.skip();
    }
    cursor.take("=");
    if (cursor.take("struct")) {
      List<Parameter> fields = cursor.at("{") ? fields(cursor.group()) : List.of();
      statements.add(new Type(name, List.of(), List.of(), "", fields, List.of(), line));
    } else if (cursor.take("interface")) {
      cursor.skip();
    } else if (cursor.take("func")) {
      List<Parameter> parameters = parameters(cursor);
      result(cursor);
      statements.add(new Type(name, List.of(), List.of(), "", parameters, List.of(), line));
    } else {
      Expression underlying = new TypeParser(Dialect.GO, cursor).type();
      statements.add(
          new Type(name, List.of(underlying), List.of(), "", List.of(), List.of(), line));
    }
  }

  static List<Parameter> fields(Cursor cursor) {
    List<Parameter> fields = new ArrayList<>();
    cursor.forEach(() -> field(cursor, fields));
    return fields;
  }

  /** {@code a, b T `tag`}, or an embedded {@code T}. */
  private static void field(Cursor cursor, List<Parameter> fields) {
    int line = cursor.line();
    List<String> names = new ArrayList<>();
    if (cursor.at("*") || cursor.peekIs(1, ".") || endsLine(cursor, 1) || isTag(cursor, 1)) {
      names.add("");
    } else {
      do {
        if (cursor.atWord()) {
          names.add(cursor.take());
        }
      } while (cursor.take(","));
    }
    int before = cursor.index();
    Optional<Expression> type = Optional.of(new TypeParser(Dialect.GO, cursor).type());
    String tag = "";
    while (!cursor.done() && !(cursor.startsLine() && cursor.index() > before)) {
      if (cursor.kind() == Kind.STRING) {
        tag = cursor.string();
      }
      cursor.skip();
    }
    for (String name : names) {
      fields.add(new Parameter(name, type, Optional.empty(), List.of(), tag, false, line));
    }
  }

  private static boolean endsLine(Cursor cursor, int distance) {
    int next = cursor.index() + distance;
    return next >= cursor.end() || cursor.tokens().startsLine(next);
  }

  private static boolean isTag(Cursor cursor, int distance) {
    return cursor.tokens().is(cursor.index() + distance, Kind.STRING);
  }

  private Optional<Statement> function(Cursor cursor) {
    int line = cursor.line();
    cursor.next();
    Optional<Parameter> self =
        cursor.at("(") ? Optional.of(receiver(cursor.group())) : Optional.empty();
    if (!cursor.atWord()) {
      return Optional.empty();
    }
    String name = cursor.take();
    if (cursor.at("[")) {
      cursor.skip();
    }
    List<Parameter> parameters = parameters(cursor);
    Optional<Expression> result = result(cursor);
    Body body = cursor.at("{") ? body(cursor.group()) : Body.EMPTY;
    List<Expression> marks =
        self.map(Parameter::name)
            .filter(known -> !known.isEmpty())
            .<List<Expression>>map(known -> List.of(new Name(known, line)))
            .orElse(List.of());
    String receiver = self.flatMap(Parameter::type).map(Expression::lastName).orElse("");
    return Optional.of(
        new Function(name, receiver, parameters, result, marks, "", false, body, line));
  }

  /** What a method is called on; where it makes no use of that, the type may stand alone. */
  private static Parameter receiver(Cursor inside) {
    int line = inside.line();
    List<Parameter> named = new ParameterParser(Dialect.GO, inside.ahead()).parameters();
    if (!named.isEmpty()) {
      return named.get(0);
    }
    Expression type = new TypeParser(Dialect.GO, inside).type();
    return new Parameter("", Optional.of(type), Optional.empty(), List.of(), "", false, line);
  }

  private static List<Parameter> parameters(Cursor cursor) {
    return cursor.at("(")
        ? new ParameterParser(Dialect.GO, cursor.group()).parameters()
        : List.of();
  }

  private static Optional<Expression> result(Cursor cursor) {
    if (cursor.done() || cursor.at("{") || cursor.startsLine()) {
      return Optional.empty();
    }
    if (cursor.at("(")) {
      List<Expression> types = new TypeParser(Dialect.GO, cursor.group()).list();
      return types.isEmpty() ? Optional.empty() : Optional.of(types.get(0));
    }
    if (cursor.at("func")) {
      do {
        cursor.next();
        parameters(cursor);
      } while (cursor.at("func") && !cursor.startsLine());
      result(cursor);
      return Optional.of(new Name("func", cursor.line()));
    }
    return Optional.of(new TypeParser(Dialect.GO, cursor).type());
  }

  private Statement branch(Cursor cursor) {
    int line = cursor.line();
    cursor.next();
    Cursor condition = cursor.before("{");
    List<Statement> statements = new ArrayList<>();
    if (condition.find(";") >= 0) {
      simple(condition.before(";"), statements);
      condition.next();
    }
    Expression test = expressions(condition).expression();
    List<Statement> then = block(cursor);
    List<Statement> otherwise = List.of();
    if (cursor.take("else")) {
      otherwise = cursor.at("if") ? deeper(nested -> nested.add(branch(cursor))) : block(cursor);
    }
    Branch branch = new Branch(test, then, otherwise, line);
    if (statements.isEmpty()) {
      return branch;
    }
    statements.add(branch);
    return new Block(statements, line);
  }

  /** The statements in the braces that open here; none where none do. */
  private List<Statement> block(Cursor cursor) {
    return cursor.at("{") ? statements(cursor.group()) : List.of();
  }

  private Statement loop(Cursor cursor) {
    int line = cursor.line();
    cursor.next();
    Cursor over = beforeBlock(cursor);
    List<String> names = over.before("range").words();
    if (!over.take("range")) {
      return new Block(block(cursor), line);
    }
    Expression list = expressions(over).expression();
    // The first variable of a loop over a list is the place of the item.
    List<String> items = names.size() == 2 ? List.of(names.get(1)) : names;
    return new Loop(items, list, block(cursor), line);
  }

  /** What stands before the block of a loop, values in braces included; the cursor moves to it. */
  private static Cursor beforeBlock(Cursor cursor) {
    int from = cursor.index();
    cursor.skipTo("{");
    while (cursor.groupIsFollowedBy("{")
        && !cursor.tokens().startsLine(cursor.tokens().next(cursor.index()))) {
      cursor.skip();
    }
    return new Cursor(cursor.tokens(), from, cursor.index());
  }

  /** The cases of a switch: each may be taken or not. */
  private void alternatives(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    cursor.skipTo("{");
    if (cursor.done()) {
      return;
    }
    Cursor body = cursor.group();
    while (body.find(":") >= 0) {
      body.skipPast(":");
      int next = nextCase(body);
      Cursor part = new Cursor(body.tokens(), body.index(), next);
      statements.add(new Branch(new Unread(line), statements(part), List.of(), line));
      body.moveTo(next);
    }
  }

  private static int nextCase(Cursor body) {
    for (int i = body.index(); i < body.end(); i = body.tokens().next(i)) {
      if (body.tokens().startsLine(i)
          && (body.tokens().is(i, "case") || body.tokens().is(i, "default"))) {
        return i;
      }
    }
    return body.end();
  }

  private void simple(Cursor cursor, List<Statement> statements) {
    int line = cursor.line();
    List<Expression> targets = expressionList(cursor);
    if (ASSIGNING.contains(cursor.spelling())) {
      String operator = cursor.take();
      statements.add(new Assignment(targets, operator, Optional.empty(), values(cursor), line));
      return;
    }
    statements.add(new Evaluation(targets.get(0), line));
    if (!cursor.done() && !cursor.startsLine() && !cursor.at(";") && !cursor.at("}")) {
      cursor.skip();
    }
  }

  private Expression values(Cursor cursor) {
    int line = cursor.line();
    List<Expression> values = expressionList(cursor);
    return values.size() == 1 ? values.get(0) : new Sequence(values, line);
  }

  /** At least one expression. */
  private List<Expression> expressionList(Cursor cursor) {
    List<Expression> list = new ArrayList<>();
    do {
      list.add(expressions(cursor).expression());
    } while (cursor.take(","));
    return list;
  }
}
