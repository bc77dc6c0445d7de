package io.mcpcatalogue.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command was named that only has commands of its own, and none of these. */
final class MissingCommandException extends ParameterException {
  private static final long serialVersionUID = 1;

  MissingCommandException(CommandLine command, String message) {
    super(command, message);
  }
}
