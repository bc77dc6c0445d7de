package io.mcpcatalogue.model;

/**
 * The words a signal stands on. Immutable.
 *
 * @param at JSON pointer into the tool definition, or into the server
 * @param start first character of the quote within the text at the pointer
 * @param end behind its last character
 * @param words the exact words; what cannot be seen is spelled out
 */
public record Quote(String at, int start, int end, String words) {

  /** Written out, as all that a start needs: Java makes the equality of records up at run time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Quote quote
        && start == quote.start
        && end == quote.end
        && at.equals(quote.at)
        && words.equals(quote.words);
  }

  @Override
  public int hashCode() {
    return 31 * words.hashCode() + start;
  }
}
