package io.mcpcatalogue.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in words why an input cannot be read, where the exception only repeats its path. */
final class UnreadableInput {
  private UnreadableInput() {}

  static String describe(Object input, IOException cause) {
    return input + ": " + reason(cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file";
    }
    if (cause instanceof AccessDeniedException) {
      return "may not be read";
    }
    if (cause instanceof CharacterCodingException) {
      return "no UTF-8 text";
    }
    return "cannot be read: " + cause.getMessage();
  }
}
