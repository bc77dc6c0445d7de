package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import java.util.List;
import java.util.Set;

/** What stands before a declaration and belongs to it. Immutable. */
record Heading(String documentation, List<Expression> marks, boolean asynchronous) {
  private static final Set<String> MODIFIERS =
      Set.of(
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
          "non");

  Heading {
    marks = List.copyOf(marks);
  }

  /** The heading at the cursor, which moves to what is declared. */
  static Heading read(Dialect dialect, Cursor cursor) {
    ParameterParser parser = new ParameterParser(dialect, cursor);
    String documentation = Comments.documentation(cursor.tokens(), cursor.index());
    List<Expression> marks = parser.marks();
    boolean asynchronous = false;
    while (cursor.atWord() && isModifier(dialect, cursor)) {
      asynchronous |= cursor.at("async") || cursor.at("suspend");
      if (cursor.at("partial")) {
        // Generators add to what is partial, so that it counts like an annotation.
        marks.add(new Name("partial", cursor.line()));
      }
      if (cursor.take().equals("pub") && cursor.at("(")) {
        cursor.skip();
      }
      marks.addAll(parser.marks());
    }
    return new Heading(documentation, marks, asynchronous);
  }

  private static boolean isModifier(Dialect dialect, Cursor cursor) {
    String word = cursor.spelling();
    if (dialect == Dialect.RUST && (word.equals("impl") || word.equals("in"))) {
      return false;
    }
    return (TypeParser.isModifier(word) || MODIFIERS.contains(word))
        && !isVariable(dialect, cursor)
        && (cursor.peekIsWord(1)
            || cursor.peekIs(1, "(") && word.equals("pub")
            || cursor.peekIs(1, "@")
            || cursor.peekIs(1, "[")
            || cursor.peekIs(1, "<"));
  }

  private static boolean isVariable(Dialect dialect, Cursor cursor) {
    return dialect.declaresVariable(cursor.spelling())
        && (dialect == Dialect.RUST || !cursor.at("static") || cursor.peekIs(2, ":"));
  }

  /** Whether it says {@code #[cfg(test)]}. */
  boolean isForTests() {
    return marks.stream()
        .anyMatch(
            mark ->
                mark instanceof Expression.Call call
                    && call.callee().lastName().equals("cfg")
                    && call.arguments().stream()
                        .anyMatch(argument -> Expressions.mentions(argument.value(), "test")));
  }
}
