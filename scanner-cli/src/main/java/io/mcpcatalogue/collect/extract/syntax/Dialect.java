package io.mcpcatalogue.collect.extract.syntax;

import java.util.Set;

/** What sets the syntax of one language apart from that of the others. */
public enum Dialect {
  PYTHON("", false, false, false, Set.of("await", "yield", "not")),
  GO("", true, false, false, Set.of()),
  JAVA("", false, false, true, Set.of("new", "final")),
  KOTLIN("", false, true, true, Set.of("throw", "return")),
  CSHARP("", true, false, true, Set.of("new", "await", "ref", "out", "in", "static", "async")),
  RUST("", true, false, true, Set.of("mut", "move", "async", "await", "ref", "dyn")),
  PHP(".", false, false, false, Set.of("new", "clone", "static")),
  RUBY("", false, true, false, Set.of("not")),
  SWIFT("", false, true, true, Set.of("try", "await", "inout"));

  private static final Set<String> VARIABLES = Set.of("val", "var", "let", "const", "static");

  private final String concatenation;
  private final boolean constructions;
  private final boolean trailingLambda;
  private final boolean generics;
  private final Set<String> prefixWords;

  Dialect(
      String concatenation,
      boolean constructions,
      boolean trailingLambda,
      boolean generics,
      Set<String> prefixWords) {
    this.concatenation = concatenation;
    this.constructions = constructions;
    this.trailingLambda = trailingLambda;
    this.generics = generics;
    this.prefixWords = prefixWords;
  }

  /** The operator that joins strings besides {@code +}, empty for none. */
  String concatenation() {
    return concatenation;
  }

  /** Whether {@code Type{…}} makes a value of that type. */
  boolean constructions() {
    return constructions;
  }

  /** Whether {@code call(…) {…}} passes a function. */
  boolean trailingLambda() {
    return trailingLambda;
  }

  /** Whether type arguments stand in angle brackets. */
  boolean generics() {
    return generics;
  }

  /** Whether the type of a parameter or member stands before its name. */
  boolean typesFirst() {
    return this == PHP || typesVariables();
  }

  /** Whether the type of a variable stands before its name. */
  boolean typesVariables() {
    return this == JAVA || this == CSHARP;
  }

  /** Whether a variable is declared by this word. */
  boolean declaresVariable(String word) {
    return VARIABLES.contains(word) && !typesVariables();
  }

  /** Whether a declaration ends with its line. */
  boolean endsByLine() {
    return this == KOTLIN || this == SWIFT;
  }

  /** Words that stand before an expression and do not change what it is worth. */
  Set<String> prefixWords() {
    return prefixWords;
  }
}
