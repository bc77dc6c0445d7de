package io.mcpcatalogue.cli;

/**
 * The command line, or an input that it names, is wrong; the message is for the user as it stands.
 */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }
}
