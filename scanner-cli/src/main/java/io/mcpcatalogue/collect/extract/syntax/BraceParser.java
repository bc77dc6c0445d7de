package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Unread;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Block;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Import;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the declarations of the languages with braces, annotations and types: Java, Kotlin, C#,
 * Rust, PHP and Swift. For one thread.
 */
public final class BraceParser extends BraceStatements {
  private static final Set<String> TYPES =
      Set.of(
          "class",
          "interface",
          "enum",
          "record",
          "struct",
          "object",
          "trait",
          "impl",
          "extension",
          "actor",
          "protocol");
  private static final Set<String> FUNCTIONS = Set.of("fun", "func", "fn", "function");
  private static final Set<String> IMPORTS = Set.of("import", "using", "use", "package");
  private static final Set<String> NAMESPACES = Set.of("namespace", "mod", "module");

  /** What the name of a field or property is followed by. */
  private static final Set<String> BEHIND_PROPERTY = Set.of("=", ";", "{", "=>", ",");

  private BraceParser(Dialect dialect, int depth) {
    super(dialect, depth);
  }

  /** The declarations of a file. */
  public static List<Statement> parse(Dialect dialect, Tokens tokens) {
    return new BraceParser(dialect, 0).members(Cursor.of(tokens), "");
  }

  /**
   * In Rust a function is worth the expression that it ends with, in Swift the only one that it
   * has.
   */
  @Override
  List<Statement> inFunction(Cursor inside, int depth) {
    List<Statement> statements = new BraceParser(dialect, depth).statements(inside);
    int last = statements.size() - 1;
    if ((dialect == Dialect.RUST || dialect == Dialect.SWIFT && last == 0)
        && last >= 0
        && statements.get(last) instanceof Evaluation evaluation) {
      statements.set(last, new Return(Optional.of(evaluation.expression()), evaluation.line()));
    }
    return statements;
  }

  /** The members up to the end of the cursor. */
  private List<Statement> members(Cursor cursor, String owner) {
    return deeper(members -> cursor.forEach(() -> member(cursor, owner, members)));
  }

  @Override
  boolean atDeclaration(Cursor cursor) {
    return atType(cursor) || FUNCTIONS.contains(cursor.spelling()) && cursor.peekIsWord(1);
  }

  @Override
  void declaration(Cursor cursor, List<Statement> statements) {
    member(cursor, "", statements);
  }

  private void member(Cursor cursor, String owner, List<Statement> members) {
    Heading heading = Heading.read(dialect, cursor);
    String word = cursor.spelling();
    if (cursor.at("{")) {
      // A block of initialisation, or a body that was not expected here.
      members.add(new Block(statements(cursor.group()), cursor.line()));
    } else if (!cursor.atWord()) {
      cursor.skip();
    } else if (dialect == Dialect.RUST && cursor.peekIs(1, "!") && cursor.peekIs(2, "{")) {
      // What a macro around declarations makes of them are declarations.
      cursor.moveTo(cursor.index() + 2);
      members.addAll(members(cursor.group(), owner));
    } else if (IMPORTS.contains(word)) {
      members.add(imported(cursor));
    } else if (NAMESPACES.contains(word)) {
      namespace(cursor, owner, heading.isForTests() ? new ArrayList<>() : members);
    } else if (atType(cursor)) {
      type(cursor, heading, members);
    } else if (word.equals("type") && dialect == Dialect.RUST) {
      members.add(alias(cursor));
    } else if (FUNCTIONS.contains(word)) {
      function(cursor, heading, members);
    } else if (dialect.declaresVariable(word)) {
      variable(cursor, heading, members);
    } else if (dialect.typesFirst()) {
      typeFirst(cursor, owner, heading, members);
    } else if (owner.isEmpty() || dialect.endsByLine()) {
      statement(cursor, members);
    } else {
      cursor.skip();
    }
  }

  /** {@code record} and its like are names as well; {@code object} is a type in C#. */
  private boolean atType(Cursor cursor) {
    if (!TYPES.contains(cursor.spelling())) {
      return false;
    }
    return switch (cursor.spelling()) {
      case "impl" -> dialect == Dialect.RUST;
      case "object" -> dialect == Dialect.KOTLIN && (cursor.peekIsWord(1) || cursor.peekIs(1, "{"));
      default -> cursor.peekIsWord(1);
    };
  }

  private Import imported(Cursor cursor) {
    int line = cursor.line();
    cursor.next();
    StringBuilder path = new StringBuilder();
    String alias = "";
    while (!cursor.done() && !cursor.at(";") && !(cursor.startsLine() && dialect.endsByLine())) {
      if (cursor.at("{")) {
        cursor.skip();
      } else if (cursor.take("as")) {
        alias = cursor.take();
      } else if (!cursor.take("static")) {
        path.append(cursor.take());
      }
    }
    return new Import(path.toString(), "", alias, line);
  }

  private void namespace(Cursor cursor, String owner, List<Statement> members) {
    while (!cursor.done() && !cursor.at("{") && !cursor.at(";")) {
      cursor.next();
    }
    if (cursor.at("{")) {
      members.addAll(members(cursor.group(), owner));
    } else {
      cursor.next();
    }
  }

  private void type(Cursor cursor, Heading heading, List<Statement> members) {
    int line = cursor.line();
    String kind = cursor.take();
    if (kind.equals("impl")) {
      implementation(cursor, heading, line, members);
      return;
    }
    if (kind.equals("enum") && cursor.at("class")
        || kind.equals("record") && (cursor.at("struct") || cursor.at("class"))) {
      cursor.next();
    }
    String name = cursor.atWord() ? cursor.take() : "";
    cursor.skipAngles();
    List<Parameter> fields = new ArrayList<>();
    if (cursor.at("(")) {
      fields.addAll(new ParameterParser(dialect, cursor.group()).parameters());
    }
    List<Expression> bases = new TypeParser(dialect, cursor).bases();
    List<Statement> body = List.of();
    if (cursor.at("{")) {
      Cursor inside = cursor.group();
      if (kind.equals("enum")) {
        fields.addAll(new ParameterParser(dialect, inside.before(";")).constants());
      } else if (dialect == Dialect.RUST && kind.equals("struct")) {
        fields.addAll(new ParameterParser(dialect, inside).parameters());
      }
      body = members(inside, name);
    }
    for (Statement member : body) {
      if (member instanceof Assignment assignment) {
        fields.add(assignment.field());
      }
    }
    List<Expression> marks = new ArrayList<>(heading.marks());
    marks.add(new Name(kind, line));
    members.add(new Type(name, bases, marks, heading.documentation(), fields, body, line));
  }

  /** {@code impl Trait for Type { … }}. */
  private void implementation(Cursor cursor, Heading heading, int line, List<Statement> members) {
    cursor.skipAngles();
    String name = "";
    List<Expression> traits = new ArrayList<>();
    while (!cursor.done() && !cursor.at("{") && !cursor.at("where")) {
      if (cursor.at("for")) {
        traits.add(new Name(name, line));
      } else if (cursor.atWord()) {
        name = cursor.spelling();
      }
      if (!cursor.skipAngles()) {
        cursor.skip();
      }
    }
    cursor.skipTo("{");
    if (!cursor.done()) {
      List<Expression> marks = new ArrayList<>(heading.marks());
      marks.add(new Name("impl", line));
      List<Statement> body = members(cursor.group(), name);
      members.add(new Type(name, traits, marks, "", List.of(), body, line));
    }
  }

  private void function(Cursor cursor, Heading heading, List<Statement> members) {
    cursor.next();
    int line = cursor.line();
    String name = "";
    while (!cursor.done() && !cursor.at("(") && !cursor.at("{") && !cursor.at(";")) {
      if (cursor.skipAngles()) {
        continue;
      }
      if (cursor.atWord()) {
        name = cursor.spelling();
      }
      cursor.next();
    }
    if (cursor.at("(") && !name.isEmpty()) {
      members.add(callable(cursor, name, heading, line));
    }
  }

  /** Parameters, result and body of a function whose name was read. */
  private Function callable(Cursor cursor, String name, Heading heading, int line) {
    List<Parameter> parameters = new ParameterParser(dialect, cursor.group()).parameters();
    while (cursor.at("throws") || cursor.at("rethrows") || cursor.at("async")) {
      cursor.next();
    }
    Optional<Expression> result = Optional.empty();
    if (cursor.take("->") || dialect != Dialect.CSHARP && cursor.take(":")) {
      result = Optional.of(new TypeParser(dialect, cursor).type());
    }
    return new Function(
        name,
        "",
        parameters,
        result,
        heading.marks(),
        heading.documentation(),
        heading.asynchronous(),
        code(cursor),
        line);
  }

  /** What a function does: a block, a value behind a sign, or nothing that is said. */
  private Body code(Cursor cursor) {
    while (!cursor.done()
        && !cursor.at("{")
        && !cursor.at(";")
        && !cursor.at("=")
        && !cursor.at("=>")) {
      if (cursor.startsLine() && dialect.endsByLine() || cursor.at("@") || cursor.at("#")) {
        return Body.EMPTY;
      }
      cursor.skip();
    }
    if (cursor.at("{")) {
      return body(cursor.group());
    }
    if (!cursor.take("=") && !cursor.take("=>")) {
      return Body.EMPTY;
    }
    int line = cursor.line();
    Expression value = expressions(cursor).expression();
    if (dialect.typesVariables()) {
      cursor.skipPast(";");
    }
    return Body.of(List.of(new Return(Optional.of(value), line)));
  }

  /** {@code const NAME: Type = value}; in Swift {@code var name: Type { … }} is computed. */
  private void variable(Cursor cursor, Heading heading, List<Statement> members) {
    int line = cursor.line();
    while (cursor.atWord()
        && (dialect.declaresVariable(cursor.spelling()) || cursor.at("mut") || cursor.at("ref"))) {
      cursor.next();
    }
    if (dialect == Dialect.PHP && cursor.atWord() && cursor.peekIsWord(1)) {
      cursor.next();
    }
    if (!cursor.atWord()) {
      return;
    }
    Assignment variable = assignment(cursor, line);
    boolean isComputed =
        dialect == Dialect.SWIFT && variable.value() instanceof Unread && cursor.at("{");
    members.add(isComputed ? computed(variable, heading, cursor.group()) : variable);
  }

  private Function computed(Assignment variable, Heading heading, Cursor inside) {
    Cursor getter = inside;
    if (inside.at("get") && inside.peekIs(1, "{")) {
      inside.next();
      getter = inside.group();
    }
    return new Function(
        variable.targets().get(0).lastName(),
        "",
        List.of(),
        variable.type(),
        heading.marks(),
        heading.documentation(),
        false,
        body(getter),
        variable.line());
  }

  /** {@code type Name = Type;}: the name is worth the type. */
  private Assignment alias(Cursor cursor) {
    int line = cursor.line();
    cursor.next();
    Name name = new Name(cursor.spelling(), line);
    while (!cursor.done() && !cursor.at(";") && !cursor.at("=")) {
      cursor.skip();
    }
    Expression type = cursor.take("=") ? new TypeParser(dialect, cursor).type() : new Unread(line);
    return new Assignment(List.of(name), "=", Optional.empty(), type, line);
  }

  /** {@code Type name(…) {…}}, {@code Type name = value;}, {@code Type Name { get; set; }}. */
  private void typeFirst(Cursor cursor, String owner, Heading heading, List<Statement> members) {
    int line = cursor.line();
    if (cursor.peekIs(1, "(")) {
      if (cursor.at(owner)) {
        members.add(callable(cursor, cursor.take(), heading, line));
      } else {
        other(cursor, members);
      }
      return;
    }
    Cursor ahead = cursor.ahead();
    ahead.skipAngles();
    Expression type = new TypeParser(dialect, ahead).type();
    if (!ahead.atWord()) {
      statement(cursor, members);
      return;
    }
    String name = ahead.take();
    ahead.skipAngles();
    if (ahead.at("(")) {
      cursor.moveTo(ahead.index());
      members.add(callable(cursor, name, heading, line));
    } else if (BEHIND_PROPERTY.contains(ahead.spelling())) {
      cursor.moveTo(ahead.index());
      members.add(property(cursor, name, type, heading, line));
    } else {
      statement(cursor, members);
    }
  }

  private Assignment property(
      Cursor cursor, String name, Expression type, Heading heading, int line) {
    if (cursor.at("{")) {
      cursor.skip();
    }
    Expression value = new Unread(line);
    if (cursor.take("=") || cursor.take("=>")) {
      value = expressions(cursor).expression();
      cursor.skipPast(";");
    } else {
      cursor.take(";");
    }
    Name plain = new Name(name.startsWith("$") ? name.substring(1) : name, line);
    return new Assignment(List.of(plain), ":=", Optional.of(type), value, heading.marks(), line);
  }
}
