package io.mcpcatalogue.collect.extract.syntax;

import java.util.Set;

/**
 * What sets the expressions of one language apart from those of the others. Immutable.
 *
 * @param concatenation the operator that joins strings besides {@code +}, empty for none
 * @param constructions whether {@code Type{…}} makes a value of that type
 * @param trailingLambda whether {@code call(…) {…}} passes a function
 * @param generics whether type arguments stand in angle brackets
 * @param prefixWords words that stand before an expression and do not change what it is worth
 */
public record Dialect(
    String concatenation,
    boolean constructions,
    boolean trailingLambda,
    boolean generics,
    Set<String> prefixWords) {

  public static final Dialect PYTHON =
      new Dialect("", false, false, false, Set.of("await", "yield", "not"));
  public static final Dialect GO = new Dialect("", true, false, false, Set.of());
  public static final Dialect JAVA = new Dialect("", false, false, true, Set.of("new", "final"));
  public static final Dialect KOTLIN =
      new Dialect("", false, true, true, Set.of("throw", "return"));
  public static final Dialect CSHARP =
      new Dialect(
          "",
          true,
          false,
          true,
          Set.of("new", "await", "ref", "out", "in", "static", "async", "nameof"));
  public static final Dialect RUST =
      new Dialect("", true, false, true, Set.of("mut", "move", "async", "await", "ref", "dyn"));
  public static final Dialect PHP =
      new Dialect(".", false, false, false, Set.of("new", "clone", "static"));
  public static final Dialect RUBY = new Dialect("", false, true, false, Set.of("not"));
  public static final Dialect SWIFT =
      new Dialect("", false, true, true, Set.of("try", "await", "inout"));

  public Dialect {
    prefixWords = Set.copyOf(prefixWords);
  }
}
