package io.mcpcatalogue.collect.extract.script.evaluate;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the usual helpers do to multi-line texts. */
final class Texts {

  private static final Pattern DEDENTING =
      Pattern.compile("dedent|outdent|stripindent|trimindent", Pattern.CASE_INSENSITIVE);

  /** The longest text that is put together. */
  static final int LONGEST = 1 << 20;

  private Texts() {}

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
