package io.mcpcatalogue.collect.extract.tool;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells names that a tool may bear from placeholders and prose. */
public final class ToolNames {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:/@-]{0,127}");
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "tool_name",
          "toolname",
          "tool-name",
          "your_tool",
          "your-tool",
          "my_tool_name",
          "your_tool_name",
          "your-tool-name",
          "name");

  /** What clients and servers call each other's methods. */
  private static final Pattern METHOD =
      Pattern.compile(
          "(?:tools|resources|prompts|sampling|roots|logging)/\\w+|notifications/[\\w/]+");

  private ToolNames() {}

  public static boolean isName(String text) {
    return NAME.matcher(text).matches()
        && !PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT))
        && !METHOD.matcher(text).matches()
        && !text.startsWith("http://")
        && !text.startsWith("https://");
  }
}
