package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads types. Whatever the language, a list is {@code []} at its element, a map is {@code map} at
 * key and value, and what may be absent is {@code ?} at the type. For one thread.
 */
public final class TypeParser {
  private static final int MAX_DEPTH = 40;

  private static final Set<String> MODIFIERS =
      Set.of(
          "final",
          "const",
          "in",
          "out",
          "ref",
          "params",
          "readonly",
          "this",
          "scoped",
          "vararg",
          "mut",
          "dyn",
          "impl",
          "inout",
          "extends",
          "super",
          "suspend",
          "val",
          "var",
          "volatile",
          "public",
          "private",
          "protected",
          "internal",
          "static",
          "override",
          "required",
          "virtual",
          "unsigned",
          "noinline",
          "crossinline",
          "lateinit",
          "abstract",
          "open",
          "pub",
          "async",
          "partial",
          "sealed",
          "extern",
          "unsafe",
          "new",
          "crate");

  private static final Set<String> BEFORE_BASES = Set.of("extends", "implements", "permits", "by");

  private final Dialect dialect;
  private final Cursor cursor;
  private int depth;

  public TypeParser(Dialect dialect, Cursor cursor) {
    this(dialect, cursor, 0);
  }

  private TypeParser(Dialect dialect, Cursor cursor, int depth) {
    this.dialect = dialect;
    this.cursor = cursor;
    this.depth = depth;
  }

  /** A parser of what stands within the type. */
  private TypeParser inside(Cursor part) {
    return new TypeParser(dialect, part, depth);
  }

  static boolean isModifier(String word) {
    return MODIFIERS.contains(word);
  }

  /** All types between commas up to the end of the cursor. */
  public List<Expression> list() {
    List<Expression> types = new ArrayList<>();
    while (!cursor.done()) {
      types.add(type());
      cursor.skipPast(",");
    }
    return types;
  }

  /** What a type extends and implements, up to its body. */
  List<Expression> bases() {
    List<Expression> bases = new ArrayList<>();
    boolean goesOn = false;
    while (!cursor.done() && !cursor.at("{") && !cursor.at(";") && !cursor.at("=")) {
      boolean between = cursor.at(":") || cursor.at(",");
      if (cursor.startsLine() && dialect.endsByLine() && !between && !goesOn) {
        break;
      }
      goesOn = between;
      if (cursor.at("where")) {
        cursor.skipTo("{");
      } else if (cursor.atWord() && !BEFORE_BASES.contains(cursor.spelling())) {
        bases.add(type());
      } else {
        cursor.skip();
      }
    }
    return bases;
  }

  /** The type at the cursor, as far as it reaches. */
  public Expression type() {
    int line = cursor.line();
    if (depth >= MAX_DEPTH) {
      cursor.toEnd();
      return new Unread(line);
    }
    depth++;
    try {
      return dialect == Dialect.GO ? go(line) : suffixed(prefixed(line), line);
    } finally {
      depth--;
    }
  }

  private Expression go(int line) {
    while (cursor.at("*") || cursor.at("...") || cursor.at("&")) {
      cursor.next();
    }
    if (cursor.at("[")) {
      cursor.skip();
      return new Index(new Name("[]", line), List.of(type()), line);
    }
    if (cursor.at("map") && cursor.peekIs(1, "[")) {
      cursor.next();
      Expression key = inside(cursor.group()).type();
      return new Index(new Name("map", line), List.of(key, type()), line);
    }
    if (cursor.at("struct") && cursor.peekIs(1, "{")) {
      cursor.next();
      return new Index(new Name("struct", line), fieldNames(cursor.group()), line);
    }
    if (cursor.at("struct") || cursor.at("interface")) {
      String word = cursor.take();
      if (cursor.at("{")) {
        cursor.skip();
      }
      return new Name(word, line);
    }
    if (cursor.at("func")) {
      cursor.toEnd();
      return new Name("func", line);
    }
    if (cursor.take("chan")) {
      return type();
    }
    if (cursor.at("(")) {
      return inside(cursor.group()).type();
    }
    Expression name = name(line);
    if (cursor.at("[")) {
      return new Index(name, inside(cursor.group()).list(), line);
    }
    return name;
  }

  /** A structure without a name is known by its fields. */
  private static List<Expression> fieldNames(Cursor body) {
    return GoParser.fields(body).stream()
        .map(field -> (Expression) new Name(field.name(), field.line()))
        .toList();
  }

  private Expression prefixed(int line) {
    while (!cursor.done()) {
      if (cursor.at("&") || cursor.at("*") || cursor.at("'") || cursor.at("...")) {
        cursor.next();
        cursor.take("a");
      } else if (cursor.atWord() && isModifier(cursor.spelling()) && !endsType(1)) {
        cursor.next();
      } else if (cursor.spelling().startsWith("'")) {
        // A lifetime.
        cursor.next();
      } else {
        break;
      }
    }
    if (cursor.take("?")) {
      return optional(type(), line);
    }
    if (cursor.at("[")) {
      return bracketed(line);
    }
    if (cursor.at("(")) {
      cursor.skip();
      if (cursor.take("->")) {
        type();
      }
      return new Name("()", line);
    }
    return name(line);
  }

  private boolean endsType(int distance) {
    return !cursor.peekIsWord(distance)
        && !cursor.peekIs(distance, "[")
        && !cursor.peekIs(distance, "(")
        && !cursor.peekIs(distance, "?");
  }

  /** {@code [T]}, {@code [K: V]}, {@code [T; 3]}. */
  private Expression bracketed(int line) {
    Cursor group = cursor.group();
    TypeParser inner = inside(group);
    Expression first = inner.type();
    if (group.take(":")) {
      return new Index(new Name("map", line), List.of(first, inner.type()), line);
    }
    return new Index(new Name("[]", line), List.of(first), line);
  }

  private Expression name(int line) {
    if (!cursor.atWord() && !cursor.at("\\")) {
      cursor.skip();
      return new Unread(line);
    }
    cursor.take("\\");
    Expression name = new Name(cursor.take(), line);
    while (cursor.at(".") || cursor.at("::") || cursor.at("\\")) {
      if (!cursor.peekIsWord(1)) {
        break;
      }
      cursor.next();
      name = new Member(name, cursor.take(), line);
    }
    return name;
  }

  private Expression suffixed(Expression bare, int line) {
    Expression type = bare;
    while (!cursor.done()) {
      if (cursor.atAngles()) {
        type = new Index(type, inside(cursor.angles()).list(), line);
      } else if (cursor.take("?")) {
        type = optional(type, line);
      } else if (cursor.at("[") && cursor.peekIs(1, "]")) {
        cursor.skip();
        type = new Index(new Name("[]", line), List.of(type), line);
      } else if (cursor.at("...") || cursor.at("!")) {
        cursor.next();
      } else if (cursor.take("|")) {
        Expression other = type();
        type =
            type.lastName().equals("null")
                ? optional(other, line)
                : other.lastName().equals("null") ? optional(type, line) : type;
      } else {
        break;
      }
    }
    return type;
  }

  private static Expression optional(Expression type, int line) {
    return new Index(new Name("?", line), List.of(type), line);
  }
}
