package io.mcpcatalogue.cli.console;

import java.util.List;

/**
 * The command line, or an input that it names, is wrong; the message is for the user as it stands.
 */
public final class UsageException extends RuntimeException {
  public UsageException(String message) {
    super(message);
  }

  /** A word on the command line that should be one of those that are known. */
  public static UsageException unknown(String what, String word, List<String> known) {
    return new UsageException(
        "unknown " + what + " '" + word + "': known are " + String.join(", ", known));
  }
}
