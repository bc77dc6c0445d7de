package io.mcpcatalogue.cli.words;

/** The words of the command line do not fit the command; its help says which would. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SyntaxException(String message) {
    super(message);
  }
}
