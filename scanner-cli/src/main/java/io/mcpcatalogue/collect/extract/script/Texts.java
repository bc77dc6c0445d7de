package io.mcpcatalogue.collect.extract.script;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the usual helpers do to multi-line texts. */
final class Texts {

  private static final Pattern DEDENTING =
      Pattern.compile("dedent|outdent|stripindent|trimindent", Pattern.CASE_INSENSITIVE);

  /** A class or a single character, and perhaps a plus: whatever else there is may take long. */
  private static final Pattern CHARACTERS =
      Pattern.compile(
          "/((?:\\\\[sSdDwW.]|\\[\\^?(?:[^\\[\\]\\\\&]|\\\\[sSdDwW.\\-/])+\\]|[\\w\\s:-])\\+?)/(g?i?)");

  private Texts() {}

  /** The regular expression of a literal, where it is a simple one. */
  static Optional<ScriptValue.CharacterPattern> characters(String literal) {
    Matcher matcher = CHARACTERS.matcher(literal);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int flags = matcher.group(2).contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    return Optional.of(
        new ScriptValue.CharacterPattern(
            Pattern.compile(matcher.group(1), flags), matcher.group(2).contains("g")));
  }

  /** Whether a function or tag of this name is one that takes the indentation away. */
  static boolean dedents(String name) {
    return DEDENTING.matcher(name).find();
  }

  /** Without the indentation that all lines share, and without blank lines at both ends. */
  static String dedent(String text) {
    String[] lines = text.split("\\R", -1);
    int indent =
        Arrays.stream(lines)
            .skip(1)
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return Arrays.stream(lines)
        .map(line -> line.substring(Math.min(indent, line.length() - line.stripLeading().length())))
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
