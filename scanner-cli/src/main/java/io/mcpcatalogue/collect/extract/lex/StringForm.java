package io.mcpcatalogue.collect.extract.lex;

/**
 * One way of a language to write a string. Immutable.
 *
 * @param open what begins it
 * @param close what ends it
 * @param escapes how the closing text and special characters are written inside
 * @param multiline whether it may span lines; one that may not ends at the line's end, however
 *     broken it is
 * @param hole what opens an expression inside (a dollar and a brace, in most languages), empty when
 *     nothing does; the closing text does not count within the braces of a hole
 */
public record StringForm(
    String open, String close, Escapes escapes, boolean multiline, String hole) {

  /** How special characters are written inside a string. */
  public enum Escapes {
    /** A backslash takes the next character with it. */
    BACKSLASH,
    /** The closing text is doubled. */
    DOUBLED,
    /** Everything stands for itself. */
    NONE
  }

  static StringForm line(String quote) {
    return new StringForm(quote, quote, Escapes.BACKSLASH, false, "");
  }

  static StringForm block(String quote) {
    return new StringForm(quote, quote, Escapes.BACKSLASH, true, "");
  }

  static StringForm raw(String open, String close) {
    return new StringForm(open, close, Escapes.NONE, true, "");
  }

  StringForm withHole(String opener) {
    return new StringForm(open, close, escapes, multiline, opener);
  }
}
