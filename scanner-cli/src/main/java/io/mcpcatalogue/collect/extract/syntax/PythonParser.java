package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Text;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Branch;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Import;
import io.mcpcatalogue.collect.extract.syntax.Statement.Loop;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the statements of a Python file, which are told apart by lines and indentation. */
public final class PythonParser {
  private static final int MAX_DEPTH = 60;
  private static final Set<String> BLOCKS =
      Set.of("with", "try", "except", "finally", "while", "match", "case", "else");
  private static final Set<String> WITHOUT_MEANING =
      Set.of("pass", "break", "continue", "raise", "global", "nonlocal", "del", "assert");

  private final Tokens tokens;

  /** The first token of each logical line, and one behind the last token. */
  private final int[] lines;

  private final int end;
  private int current;

  /** Reads the logical lines up to {@code end}, beginning with {@code current}. */
  private PythonParser(Tokens tokens, int[] lines, int current, int end) {
    this.tokens = tokens;
    this.lines = lines;
    this.current = current;
    this.end = end;
  }

  /** The statements of a file. */
  public static List<Statement> parse(Tokens tokens) {
    int[] lines = logicalLines(tokens);
    PythonParser parser = new PythonParser(tokens, lines, 0, lines.length - 1);
    List<Statement> statements = new ArrayList<>();
    while (parser.hasLine()) {
      // A dedent below the first line's column is no end of the file.
      statements.addAll(parser.block(parser.column(), 0));
    }
    return statements;
  }

  private static int[] logicalLines(Tokens tokens) {
    int[] lines = new int[tokens.count() + 1];
    int count = 0;
    int depth = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (depth == 0 && tokens.startsLine(i) && !(i > 0 && tokens.is(i - 1, "\\"))) {
        lines[count++] = i;
      }
      // A bracket that is never closed does not swallow the rest of the file.
      if (tokens.kind(i) == Kind.OPEN && tokens.partner(i) != Tokens.NONE) {
        depth++;
      } else if (tokens.kind(i) == Kind.CLOSE && tokens.partner(i) != Tokens.NONE) {
        depth--;
      }
    }
    lines[count++] = tokens.count();
    return Arrays.copyOf(lines, count);
  }

  private boolean hasLine() {
    return current < end;
  }

  private int column() {
    return tokens.column(lines[current]);
  }

  private Cursor line() {
    return new Cursor(tokens, lines[current], lines[current + 1]);
  }

  /** The statements that are indented at least so far. */
  private List<Statement> block(int indent, int depth) {
    List<Statement> statements = new ArrayList<>();
    List<Expression> marks = new ArrayList<>();
    while (hasLine() && column() >= indent) {
      Cursor line = line();
      if (line.at("@")) {
        line.next();
        marks.add(new PythonExpressions(line).expression());
        current++;
        continue;
      }
      statements.addAll(statement(line, column(), marks, depth));
      marks.clear();
    }
    return statements;
  }

  private List<Statement> statement(Cursor line, int column, List<Expression> marks, int depth) {
    boolean asynchronous = line.take("async");
    int at = line.line();
    if (line.at("def")) {
      return List.of(function(line, column, marks, asynchronous, depth));
    }
    if (line.at("class")) {
      return List.of(type(line, column, marks, depth));
    }
    if (line.at("if") || line.at("elif")) {
      return List.of(branch(line, column, depth));
    }
    if (line.at("for")) {
      return List.of(loop(line, column, depth));
    }
    if (line.atWord() && BLOCKS.contains(line.spelling()) && opensBlock(line)) {
      return List.of(new Block(body(line, column, depth), at));
    }
    current++;
    return simple(line);
  }

  /** {@code match} and {@code case} are words like any other where no block follows. */
  private static boolean opensBlock(Cursor line) {
    return line.find(":") >= 0 && !line.peekIs(1, "=") && !line.peekIs(1, ".");
  }

  private Statement function(
      Cursor line, int column, List<Expression> marks, boolean asynchronous, int depth) {
    int at = line.line();
    line.next();
    String name = line.take();
    if (line.at("[")) {
      line.skip();
    }
    List<Parameter> parameters =
        line.at("(") ? new ParameterParser(Dialect.PYTHON, line.group()).parameters() : List.of();
    Optional<Expression> result = Optional.empty();
    if (line.take("->")) {
      result = Optional.of(new PythonExpressions(line).expression());
    }
    List<Expression> decorators = List.copyOf(marks);
    int colon = line.find(":");
    if (colon >= 0 && colon + 1 < line.end()) {
      List<Statement> body = body(line, column, depth);
      return new Function(
          name,
          "",
          parameters,
          result,
          decorators,
          docstring(body),
          asynchronous,
          Body.of(body),
          at);
    }
    current++;
    String documentation = docstringBelow(column);
    Body body = bodyBelow(column, depth);
    return new Function(
        name, "", parameters, result, decorators, documentation, asynchronous, body, at);
  }

  /** What the lines that are indented more say; they are passed over, to be read later. */
  private Body bodyBelow(int column, int depth) {
    int first = current;
    while (hasLine() && column() > column) {
      current++;
    }
    int behind = current;
    if (depth >= MAX_DEPTH || first == behind) {
      return Body.EMPTY;
    }
    return new Body(
        tokens,
        lines[first],
        lines[behind],
        () -> new PythonParser(tokens, lines, first, behind).block(column + 1, depth + 1));
  }

  private String docstringBelow(int column) {
    return hasLine() && column() > column && tokens.is(lines[current], Kind.STRING)
        ? docstring(simple(line()))
        : "";
  }

  private Statement type(Cursor line, int column, List<Expression> marks, int depth) {
    int at = line.line();
    line.next();
    String name = line.take();
    if (line.at("[")) {
      line.skip();
    }
    List<Expression> bases = new ArrayList<>();
    if (line.at("(")) {
      new PythonExpressions(line.group())
          .arguments()
          .forEach(
              argument -> {
                if (argument.name().isEmpty()) {
                  bases.add(argument.value());
                }
              });
    }
    List<Expression> decorators = List.copyOf(marks);
    List<Statement> body = body(line, column, depth);
    return new Type(name, bases, decorators, docstring(body), fields(body), body, at);
  }

  private static List<Parameter> fields(List<Statement> body) {
    List<Parameter> fields = new ArrayList<>();
    for (Statement statement : body) {
      if (statement instanceof Assignment assignment
          && assignment.targets().get(0) instanceof Name) {
        fields.add(assignment.field());
      }
    }
    return fields;
  }

  private static String docstring(List<Statement> body) {
    return !body.isEmpty()
            && body.get(0) instanceof Evaluation first
            && first.expression() instanceof Text text
        ? text.value()
        : "";
  }

  private Statement branch(Cursor line, int column, int depth) {
    Deque<Branch> branches = new ArrayDeque<>();
    Cursor next = line;
    do {
      int at = next.line();
      next.next();
      Expression condition = new PythonExpressions(next).expression();
      branches.push(new Branch(condition, body(next, column, depth), List.of(), at));
      next = hasLine() && column() == column ? line() : new Cursor(tokens, 0, 0);
    } while (next.at("elif"));
    List<Statement> otherwise = next.at("else") ? body(next, column, depth) : List.of();
    for (Branch last : branches) {
      otherwise = List.of(new Branch(last.condition(), last.then(), otherwise, last.line()));
    }
    return otherwise.get(0);
  }

  private Statement loop(Cursor line, int column, int depth) {
    int at = line.line();
    line.next();
    List<String> names = line.before("in").words();
    line.next();
    Expression over = new PythonExpressions(line).expression();
    return new Loop(names, over, body(line, column, depth), at);
  }

  /** What follows the colon of the line: on the line itself, or indented below it. */
  private List<Statement> body(Cursor line, int column, int depth) {
    line.skipPast(":");
    current++;
    if (!line.done()) {
      return simple(line);
    }
    if (!hasLine() || column() <= column) {
      return List.of();
    }
    if (depth >= MAX_DEPTH) {
      while (hasLine() && column() > column) {
        current++;
      }
      return List.of();
    }
    return block(column + 1, depth + 1);
  }

  private List<Statement> simple(Cursor line) {
    List<Statement> statements = new ArrayList<>();
    while (!line.done()) {
      Cursor part = line.before(";");
      if (!part.done()) {
        statements.addAll(simpleStatement(part));
      }
      line.next();
    }
    return statements;
  }

  private static List<Statement> simpleStatement(Cursor line) {
    int at = line.line();
    if (line.take("import")) {
      return imports(line, at);
    }
    if (line.take("from")) {
      return importsFrom(line, at);
    }
    if (line.take("return")) {
      return List.of(new Return(line.done() ? Optional.empty() : Optional.of(tuple(line)), at));
    }
    if (line.atWord() && WITHOUT_MEANING.contains(line.spelling())) {
      return List.of();
    }
    return List.of(assignmentOrExpression(line, at));
  }

  private static Expression tuple(Cursor line) {
    List<Expression> items = new PythonExpressions(line).list();
    return items.size() == 1 ? items.get(0) : new Expression.Sequence(items, line.line());
  }

  private static Statement assignmentOrExpression(Cursor line, int at) {
    Expression first = new PythonExpressions(line).expression();
    if (line.at(",")) {
      List<Expression> targets = new ArrayList<>(List.of(first));
      while (line.take(",")) {
        if (!line.done() && !line.at("=")) {
          targets.add(new PythonExpressions(line).expression());
        }
      }
      if (line.take("=")) {
        return new Assignment(targets, "=", Optional.empty(), tuple(line), at);
      }
      return new Evaluation(new Expression.Sequence(targets, at), at);
    }
    Optional<Expression> type = Optional.empty();
    if (line.take(":")) {
      type = Optional.of(new PythonExpressions(line).expression());
    }
    if (line.take("=")) {
      Expression value = tuple(line);
      while (line.take("=")) {
        // a = b = value: every target has the value, which is why the first one is enough for us.
        value = tuple(line);
      }
      return new Assignment(List.of(first), "=", type, value, at);
    }
    if (line.at("+=") || line.at("|=")) {
      return new Assignment(List.of(first), line.take(), type, tuple(line), at);
    }
    if (type.isPresent()) {
      return new Assignment(List.of(first), "=", type, new Expression.Unread(at), at);
    }
    return new Evaluation(first, at);
  }

  private static List<Statement> imports(Cursor line, int at) {
    List<Statement> imports = new ArrayList<>();
    while (!line.done()) {
      StringBuilder path = new StringBuilder();
      while (!line.done() && !line.at(",") && !line.at("as")) {
        path.append(line.take());
      }
      String alias = alias(line, path.toString());
      imports.add(new Import(path.toString(), "", alias, at));
      line.next();
    }
    return imports;
  }

  private static List<Statement> importsFrom(Cursor line, int at) {
    StringBuilder path = new StringBuilder();
    while (!line.done() && !line.at("import")) {
      path.append(line.take());
    }
    line.next();
    Cursor names = line.at("(") ? line.group() : line;
    List<Statement> imports = new ArrayList<>();
    while (!names.done()) {
      String name = names.take();
      imports.add(new Import(path.toString(), name, alias(names, name), at));
      names.next();
    }
    return imports;
  }

  private static String alias(Cursor line, String otherwise) {
    return line.take("as") ? line.take() : otherwise;
  }
}
