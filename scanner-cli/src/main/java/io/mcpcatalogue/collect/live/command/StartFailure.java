package io.mcpcatalogue.collect.live.command;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Says why a server could not be listed, in the words that help most: those it said last. */
final class StartFailure {
  private static final int MAX_QUOTE = 300;

  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)\\berror\\b|error:|exception|usage:|cannot|could not|failed|not found|no such|denied"
              + "|refused|unsupported|must ");

  /** Where in its code it happened says nothing to its user. */
  private static final Pattern STACK =
      Pattern.compile(
          "(?:at |File \"|node:|Node\\.js v|throw |\\^|Traceback|\\.\\.\\. \\d+ more|goroutine |npm (?i:warn|notice)).*"
              + "|[\\[\\]{}(),;|\\s^~=-]*");

  private StartFailure() {}

  /**
   * The failure with its likely reason.
   *
   * @param failure what happened to the conversation
   * @param exit how the process ended, if it did
   * @param lastWords the last lines that it wrote beside its messages
   */
  static CollectException explain(
      CollectException failure, OptionalInt exit, List<String> lastWords, SecretRedactor redactor) {
    List<String> lines = lastWords.stream().map(redactor::redact).toList();
    String what = redactor.redact(failure.getMessage());
    if (failure.kind() == Gap.Kind.START_FAILED) {
      what =
          exit.isPresent()
              ? "ended with exit code " + exit.getAsInt() + " before it answered"
              : "closed its output before it answered";
    }
    Optional<MissingCredentials> missing = missingCredentials(failure, lines, what);
    if (missing.isPresent()) {
      String needs =
          missing.get().variables().isEmpty()
              ? "credentials"
              : String.join(", ", missing.get().variables());
      return new CollectException(
          Gap.Kind.CREDENTIALS,
          "needs " + needs + " (" + what + "): " + quote(missing.get().line()),
          failure);
    }
    return new CollectException(
        failure.kind(),
        what + telling(lines).map(line -> "; it said: " + quote(line)).orElse(""),
        failure);
  }

  private static Optional<MissingCredentials> missingCredentials(
      CollectException failure, List<String> lines, String what) {
    return switch (failure.kind()) {
      case START_FAILED, TIMEOUT -> MissingCredentials.in(lines);
      case UNREACHABLE ->
          MissingCredentials.in(List.of(what)).or(() -> MissingCredentials.in(lines));
      default -> Optional.empty();
    };
  }

  /** The first line that tells of a failure, else the last one at all. */
  private static Optional<String> telling(List<String> lines) {
    List<String> speaking = lines.stream().filter(line -> !STACK.matcher(line).matches()).toList();
    for (int i = 0; i < speaking.size(); i++) {
      if (TELLING.matcher(speaking.get(i)).find()) {
        return Optional.of(withRest(speaking, i));
      }
    }
    return speaking.stream().reduce((before, after) -> after);
  }

  /** A line that only announces what is wrong is quoted with what it announces. */
  private static String withRest(List<String> lines, int index) {
    String line = lines.get(index).strip();
    return line.endsWith(":") || line.endsWith("[") || line.endsWith("{")
        ? String.join(" ", lines.subList(index, lines.size()))
        : line;
  }

  private static String quote(String line) {
    return '"' + SafeText.line(line.strip(), MAX_QUOTE) + '"';
  }
}
