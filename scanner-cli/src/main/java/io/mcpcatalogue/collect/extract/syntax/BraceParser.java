package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Import;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the declarations of the languages with braces, annotations and types: Java, Kotlin, C#,
 * Rust, PHP and Swift. For one thread.
 */
public final class BraceParser {
  private static final int MAX_DEPTH = 60;
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
  private static final Set<String> VARIABLES = Set.of("val", "var", "let", "const", "static");
  private static final Set<String> IMPORTS = Set.of("import", "using", "use", "package");

  private final Dialect dialect;
  private final BraceStatements bodies;
  private int depth;

  /**
   * @param depth how deeply declarations are nested already
   * @param bodyDepth how deeply statements are
   */
  BraceParser(Dialect dialect, int depth, int bodyDepth) {
    this.dialect = dialect;
    this.depth = depth;
    this.bodies = new BraceStatements(dialect, this, bodyDepth);
  }

  /** The declarations of a file. */
  public static List<Statement> parse(Dialect dialect, Tokens tokens) {
    return new BraceParser(dialect, 0, 0).members(Cursor.of(tokens), "");
  }

  /** The statements of a body. */
  List<Statement> statements(Cursor body) {
    return bodies.statements(body);
  }

  int depth() {
    return depth;
  }

  /** The members up to the end of the cursor. */
  private List<Statement> members(Cursor cursor, String owner) {
    List<Statement> members = new ArrayList<>();
    if (depth >= MAX_DEPTH) {
      return members;
    }
    depth++;
    while (!cursor.done()) {
      int before = cursor.index();
      member(cursor, owner, members);
      if (cursor.index() == before) {
        cursor.skip();
      }
    }
    depth--;
    return members;
  }

  private void member(Cursor cursor, String owner, List<Statement> members) {
    String documentation = Comments.documentation(cursor.tokens(), cursor.index());
    List<Expression> marks = new ParameterParser(dialect, cursor).marks();
    boolean asynchronous = false;
    while (cursor.atWord() && isModifier(cursor)) {
      asynchronous |= cursor.at("async") || cursor.at("suspend");
      boolean takesScope = cursor.at("pub");
      if (cursor.at("partial")) {
        // Generators add to what is partial, so that it counts like an annotation.
        marks = with(marks, List.of(new Name("partial", cursor.line())));
      }
      cursor.next();
      if (takesScope && cursor.at("(")) {
        cursor.skip();
      }
      marks = with(marks, new ParameterParser(dialect, cursor).marks());
    }
    if (!cursor.atWord()) {
      skip(cursor, members);
      return;
    }
    Declaration declaration = new Declaration(documentation, marks, asynchronous, owner);
    String word = cursor.spelling();
    if (dialect == Dialect.RUST && cursor.peekIs(1, "!") && cursor.peekIs(2, "{")) {
      // What a macro around declarations makes of them are declarations.
      cursor.next();
      cursor.next();
      members.addAll(members(cursor.group(), owner));
    } else if (IMPORTS.contains(word)) {
      imported(cursor).ifPresent(members::add);
    } else if (word.equals("namespace") || word.equals("mod") || word.equals("module")) {
      namespace(cursor, owner, isForTests(marks) ? new ArrayList<>() : members);
    } else if (TYPES.contains(word) && isDeclaration(cursor)) {
      type(cursor, declaration).ifPresent(members::add);
    } else if (word.equals("type") && dialect == Dialect.RUST) {
      members.add(alias(cursor));
    } else if (FUNCTIONS.contains(word)) {
      cursor.next();
      function(cursor, declaration).ifPresent(members::add);
    } else if (VARIABLES.contains(word) && dialect != Dialect.JAVA && dialect != Dialect.CSHARP) {
      variable(cursor, members);
    } else if (dialect == Dialect.JAVA || dialect == Dialect.CSHARP || dialect == Dialect.PHP) {
      typeFirst(cursor, declaration, members);
    } else if (owner.isEmpty() || dialect == Dialect.KOTLIN || dialect == Dialect.SWIFT) {
      bodies.statement(cursor, members);
    } else {
      cursor.skip();
    }
  }

  /** What stands before a declaration and belongs to it. Immutable. */
  private record Declaration(
      String documentation, List<Expression> marks, boolean asynchronous, String owner) {}

  private static List<Expression> with(List<Expression> marks, List<Expression> more) {
    if (more.isEmpty()) {
      return marks;
    }
    List<Expression> all = new ArrayList<>(marks);
    all.addAll(more);
    return all;
  }

  private boolean isModifier(Cursor cursor) {
    String word = cursor.spelling();
    if (dialect == Dialect.RUST && (word.equals("impl") || word.equals("in"))) {
      return false;
    }
    boolean isVariable =
        VARIABLES.contains(word)
            && dialect != Dialect.JAVA
            && dialect != Dialect.CSHARP
            && !(word.equals("static") && !cursor.peekIs(2, ":") && dialect != Dialect.RUST);
    boolean known =
        TypeParser.isModifier(word)
            || Set.of(
                    "data",
                    "inner",
                    "companion",
                    "operator",
                    "inline",
                    "tailrec",
                    "external",
                    "annotation",
                    "native",
                    "strictfp",
                    "transient",
                    "synchronized",
                    "default",
                    "file",
                    "event",
                    "fileprivate",
                    "mutating",
                    "indirect",
                    "const",
                    "value",
                    "non")
                .contains(word);
    return known
        && !isVariable
        && (cursor.peekIsWord(1)
            || cursor.peekIs(1, "(") && word.equals("pub")
            || cursor.peekIs(1, "@")
            || cursor.peekIs(1, "[")
            || cursor.peekIs(1, "<"));
  }

  /** {@code record} and its like are names as well. */
  private boolean isDeclaration(Cursor cursor) {
    if (cursor.at("impl")) {
      return dialect == Dialect.RUST;
    }
    return cursor.peekIsWord(1) || cursor.at("object") && cursor.peekIs(1, "{");
  }

  private void skip(Cursor cursor, List<Statement> members) {
    if (cursor.at("{") && depth < MAX_DEPTH) {
      // A block of initialisation, or a body that was not expected here.
      members.add(new Statement.Block(bodies.statements(cursor.group()), cursor.line()));
    } else {
      cursor.skip();
    }
  }

  private Optional<Statement> imported(Cursor cursor) {
    int line = cursor.line();
    cursor.next();
    StringBuilder path = new StringBuilder();
    String alias = "";
    while (!cursor.done() && !cursor.at(";") && !(cursor.startsLine() && endsByLine())) {
      if (cursor.at("{")) {
        cursor.skip();
        continue;
      }
      if (cursor.at("as")) {
        cursor.next();
        alias = cursor.spelling();
      } else if (!cursor.at("static")) {
        path.append(cursor.spelling());
      }
      cursor.next();
    }
    return Optional.of(new Import(path.toString(), "", alias, line));
  }

  private boolean endsByLine() {
    return dialect == Dialect.KOTLIN || dialect == Dialect.SWIFT;
  }

  /** {@code #[cfg(test)]}. */
  private static boolean isForTests(List<Expression> marks) {
    return marks.stream()
        .anyMatch(
            mark ->
                mark instanceof Expression.Call call
                    && call.callee().lastName().equals("cfg")
                    && call.arguments().stream()
                        .anyMatch(argument -> Expressions.mentions(argument.value(), "test")));
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

  private Optional<Statement> type(Cursor cursor, Declaration declaration) {
    int line = cursor.line();
    String kind = cursor.spelling();
    cursor.next();
    if (kind.equals("enum") && cursor.at("class")
        || kind.equals("record") && (cursor.at("struct") || cursor.at("class"))) {
      cursor.next();
    }
    if (kind.equals("impl")) {
      return implementation(cursor, line);
    }
    String name = cursor.atWord() ? cursor.spelling() : "";
    if (cursor.atWord()) {
      cursor.next();
    }
    if (cursor.at("<") && cursor.angleEnd() > 0) {
      cursor.angles();
    }
    List<Parameter> fields = new ArrayList<>();
    if (cursor.at("(")) {
      fields.addAll(new ParameterParser(dialect, cursor.group()).parameters());
    }
    List<Expression> bases = bases(cursor);
    List<Statement> body = new ArrayList<>();
    if (cursor.at("{")) {
      Cursor inside = cursor.group();
      if (kind.equals("enum")) {
        fields.addAll(constants(inside));
      } else if (dialect == Dialect.RUST && kind.equals("struct")) {
        fields.addAll(new ParameterParser(dialect, inside).parameters());
      }
      body.addAll(members(inside, name));
    }
    body.stream()
        .filter(Assignment.class::isInstance)
        .map(Assignment.class::cast)
        .forEach(assignment -> fields.add(field(assignment)));
    List<Expression> marks = with(declaration.marks(), List.of(new Name(kind, line)));
    return Optional.of(
        new Type(name, bases, marks, declaration.documentation(), fields, body, line));
  }

  private Parameter field(Assignment assignment) {
    Optional<Expression> value =
        assignment.value() instanceof Expression.Unread
            ? Optional.empty()
            : Optional.of(assignment.value());
    return new Parameter(
        assignment.targets().get(0).lastName(),
        assignment.type(),
        value,
        assignment.marks(),
        "",
        false,
        assignment.line());
  }

  /** {@code impl Trait for Type { … }}. */
  private Optional<Statement> implementation(Cursor cursor, int line) {
    if (cursor.at("<") && cursor.angleEnd() > 0) {
      cursor.angles();
    }
    String name = "";
    List<Expression> traits = new ArrayList<>();
    while (!cursor.done() && !cursor.at("{") && !cursor.at("where")) {
      if (cursor.at("for")) {
        traits.add(new Name(name, line));
      } else if (cursor.atWord()) {
        name = cursor.spelling();
      }
      if (cursor.at("<") && cursor.angleEnd() > 0) {
        cursor.angles();
      } else {
        cursor.skip();
      }
    }
    int brace = cursor.find("{");
    if (brace < 0) {
      return Optional.empty();
    }
    cursor.moveTo(brace);
    List<Statement> body = members(cursor.group(), name);
    return Optional.of(
        new Type(name, traits, List.of(new Name("impl", line)), "", List.of(), body, line));
  }

  private List<Expression> bases(Cursor cursor) {
    List<Expression> bases = new ArrayList<>();
    boolean goesOn = false;
    while (!cursor.done() && !cursor.at("{") && !cursor.at(";") && !cursor.at("=")) {
      boolean between = cursor.at(":") || cursor.at(",");
      if (cursor.startsLine() && endsByLine() && !between && !goesOn) {
        break;
      }
      goesOn = between;
      if (cursor.at("where")) {
        int brace = cursor.find("{");
        cursor.moveTo(brace < 0 ? cursor.end() : brace);
      } else if (cursor.atWord()
          && !Set.of("extends", "implements", "permits", "by").contains(cursor.spelling())) {
        bases.add(new TypeParser(dialect, cursor).type());
      } else {
        cursor.skip();
      }
    }
    return bases;
  }

  /** The constants of an enumeration, as fields without a type. */
  private List<Parameter> constants(Cursor cursor) {
    List<Parameter> constants = new ArrayList<>();
    int end = cursor.find(";");
    Cursor part = new Cursor(cursor.tokens(), cursor.index(), end < 0 ? cursor.end() : end);
    while (!part.done()) {
      String documentation = Comments.documentation(part.tokens(), part.index());
      List<Expression> marks = new ParameterParser(dialect, part).marks();
      if (part.at("case")) {
        part.next();
      }
      if (part.atWord()) {
        String name = part.spelling();
        int line = part.line();
        part.next();
        Optional<Expression> value = Optional.of(new Expression.Text(name, line));
        if (part.at("(") && part.groupIsFollowedBy(",")) {
          part.skip();
        }
        constants.add(
            new Parameter(name, Optional.empty(), value, marks, documentation, false, line));
      }
      while (!part.done() && !part.at(",") && !part.at("case")) {
        part.skip();
      }
      if (part.at(",")) {
        part.next();
      }
    }
    cursor.moveTo(end < 0 ? cursor.end() : end + 1);
    return constants;
  }

  private Optional<Statement> function(Cursor cursor, Declaration declaration) {
    int line = cursor.line();
    if (cursor.at("<") && cursor.angleEnd() > 0) {
      cursor.angles();
    }
    String name = "";
    while (!cursor.done() && !cursor.at("(") && !cursor.at("{") && !cursor.at(";")) {
      if (cursor.at("<") && cursor.angleEnd() > 0) {
        cursor.angles();
        continue;
      }
      if (cursor.atWord()) {
        name = cursor.spelling();
      }
      cursor.next();
    }
    return cursor.at("(") && !name.isEmpty()
        ? Optional.of(callable(cursor, name, declaration, line))
        : Optional.empty();
  }

  /** Parameters, result and body of a function whose name was read. */
  private Statement callable(Cursor cursor, String name, Declaration declaration, int line) {
    List<Parameter> parameters = new ParameterParser(dialect, cursor.group()).parameters();
    Optional<Expression> result = Optional.empty();
    while (cursor.at("throws") || cursor.at("rethrows") || cursor.at("async")) {
      cursor.next();
    }
    if (cursor.at("->") || cursor.at(":") && dialect != Dialect.CSHARP) {
      cursor.next();
      result = Optional.of(new TypeParser(dialect, cursor).type());
    }
    Body body = body(cursor);
    return new Function(
        name,
        "",
        parameters,
        result,
        declaration.marks(),
        declaration.documentation(),
        declaration.asynchronous(),
        body,
        line);
  }

  private Body body(Cursor cursor) {
    while (!cursor.done()
        && !cursor.at("{")
        && !cursor.at(";")
        && !cursor.at("=")
        && !cursor.at("=>")) {
      if (cursor.startsLine() && endsByLine() || cursor.at("@") || cursor.at("#")) {
        return Body.EMPTY;
      }
      cursor.skip();
    }
    if (cursor.at("{")) {
      return bodies.body(cursor.group());
    }
    if (cursor.at("=") || cursor.at("=>")) {
      cursor.next();
      int line = cursor.line();
      Expression value = bodies.expressions(cursor).expression();
      toSemicolon(cursor);
      return Body.of(List.of(new Statement.Return(Optional.of(value), line)));
    }
    return Body.EMPTY;
  }

  private void toSemicolon(Cursor cursor) {
    if (dialect == Dialect.JAVA || dialect == Dialect.CSHARP) {
      int end = cursor.find(";");
      cursor.moveTo(end < 0 ? cursor.end() : end + 1);
    }
  }

  /** {@code const NAME: Type = value}. */
  private void variable(Cursor cursor, List<Statement> members) {
    int line = cursor.line();
    while (cursor.atWord()
        && (VARIABLES.contains(cursor.spelling()) || cursor.at("mut") || cursor.at("ref"))) {
      cursor.next();
    }
    if (dialect == Dialect.PHP && cursor.atWord() && cursor.peekIsWord(1)) {
      cursor.next();
    }
    if (!cursor.atWord()) {
      return;
    }
    Name name = new Name(cursor.spelling(), line);
    cursor.next();
    Optional<Expression> type = Optional.empty();
    if (cursor.at(":")) {
      cursor.next();
      type = Optional.of(new TypeParser(dialect, cursor).type());
    }
    members.add(assignment(cursor, name, type, List.of(), line));
  }

  /** {@code type Name = Type;}: the name is worth the type. */
  private Assignment alias(Cursor cursor) {
    int line = cursor.line();
    cursor.next();
    Name name = new Name(cursor.spelling(), line);
    Expression type = new Expression.Unread(line);
    while (!cursor.done() && !cursor.at(";") && !cursor.at("=")) {
      cursor.skip();
    }
    if (cursor.at("=")) {
      cursor.next();
      type = new TypeParser(dialect, cursor).type();
    }
    return new Assignment(List.of(name), "=", Optional.empty(), type, line);
  }

  private Assignment assignment(
      Cursor cursor, Name name, Optional<Expression> type, List<Expression> marks, int line) {
    Expression value = new Expression.Unread(line);
    if (cursor.at("=")) {
      cursor.next();
      value = bodies.expressions(cursor).expression();
    }
    return new Assignment(List.of(name), ":=", type, value, marks, line);
  }

  /** {@code Type name(…) {…}}, {@code Type name = value;}, {@code Type Name { get; set; }}. */
  private void typeFirst(Cursor cursor, Declaration declaration, List<Statement> members) {
    int line = cursor.line();
    if (cursor.peekIs(1, "(")) {
      String name = cursor.spelling();
      cursor.next();
      if (name.equals(declaration.owner())) {
        members.add(callable(cursor, name, declaration, line));
      } else {
        bodies.rewind(cursor, line, members);
      }
      return;
    }
    Cursor ahead = new Cursor(cursor.tokens(), cursor.index(), cursor.end());
    if (ahead.at("<") && ahead.angleEnd() > 0) {
      ahead.angles();
    }
    Expression type = new TypeParser(dialect, ahead).type();
    if (!ahead.atWord()) {
      bodies.statement(cursor, members);
      return;
    }
    String name = ahead.spelling();
    ahead.next();
    if (ahead.at("<") && ahead.angleEnd() > 0) {
      ahead.angles();
    }
    if (ahead.at("(")) {
      cursor.moveTo(ahead.index());
      members.add(callable(cursor, name, declaration, line));
    } else if (ahead.at("=") || ahead.at(";") || ahead.at("{") || ahead.at("=>") || ahead.at(",")) {
      cursor.moveTo(ahead.index());
      members.add(property(cursor, name, type, declaration, line));
    } else {
      bodies.statement(cursor, members);
    }
  }

  private Statement property(
      Cursor cursor, String name, Expression type, Declaration declaration, int line) {
    if (cursor.at("{")) {
      cursor.skip();
    }
    String plain = name.startsWith("$") ? name.substring(1) : name;
    Expression value = new Expression.Unread(line);
    if (cursor.at("=") || cursor.at("=>")) {
      cursor.next();
      value = bodies.expressions(cursor).expression();
      int end = cursor.find(";");
      cursor.moveTo(end < 0 ? cursor.end() : end + 1);
    } else if (cursor.at(";")) {
      cursor.next();
    }
    return new Assignment(
        List.of(new Name(plain, line)), ":=", Optional.of(type), value, declaration.marks(), line);
  }

  /** A declaration within a body; empty when none begins here. */
  Optional<Statement> local(Cursor cursor) {
    List<Statement> members = new ArrayList<>();
    boolean begins =
        TYPES.contains(cursor.spelling()) && isDeclaration(cursor)
            || FUNCTIONS.contains(cursor.spelling()) && cursor.peekIsWord(1);
    if (begins && depth < MAX_DEPTH) {
      depth++;
      member(cursor, "", members);
      depth--;
    }
    return members.stream().findFirst();
  }
}
