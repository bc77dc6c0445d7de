package io.mcpcatalogue.cli;

import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageFault {
  private UsageFault() {}

  static String describe(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(e.getMessage());
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unmatched(UnmatchedArgumentException e) {
    CommandLine command = e.getCommandLine();
    String word = e.getUnmatched().get(0);
    if (word.startsWith("-")) {
      return "unknown option '" + word + "'" + guess(e.getSuggestions());
    }
    if (command.getSubcommands().isEmpty()) {
      return "'" + word + "' is one word too many";
    }
    boolean root = command.getParent() == null;
    if (root && isTarget(word)) {
      return "'" + word + "' is no command; did you mean 'mcp-catalogue scan " + word + "'?";
    }
    String guess = guess(e.getSuggestions());
    return "unknown command '"
        + word
        + "'"
        + (guess.isEmpty()
            ? "; there are " + String.join(", ", command.getSubcommands().keySet())
            : guess);
  }

  private static String guess(List<String> suggestions) {
    return suggestions.isEmpty()
        ? ""
        : suggestions.stream()
            .map(each -> "'" + each + "'")
            .collect(Collectors.joining(" or ", "; did you mean ", "?"));
  }

  private static boolean isTarget(String word) {
    try {
      ScanTarget.parse(word);
      return true;
    } catch (InvalidTargetException e) {
      return false;
    }
  }
}
