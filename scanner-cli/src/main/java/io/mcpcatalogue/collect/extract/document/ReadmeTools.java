package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the list of tools that a README gives under a heading that speaks of tools: top-level
 * bullets, rows of tables, and headings. Stateless.
 */
final class ReadmeTools {
  private static final int MAX_LINE = 4_000;
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*)$");
  private static final Pattern NAMED =
      Pattern.compile("^(?:\\d+\\.\\s+)?\\**`?([A-Za-z][A-Za-z0-9_-]{1,80})`?\\**(.*)$");
  private static final Pattern SEPARATOR = Pattern.compile("^\\s*[:\\-–—|]*\\s*");

  private static final Pattern PROSE = Pattern.compile("[A-Z][a-z]*(?:-[A-Za-z]+)+");

  /** What such a heading of tools announces are the names of something else. */
  private static final Pattern OF_PARTS =
      Pattern.compile("parameter|argument|configur|setting|permission");

  /** The name of a function in the style of languages whose tools are called otherwise. */
  private static final Pattern FUNCTION = Pattern.compile("`?(?:[A-Z][a-z]+){2,}`?");

  private ReadmeTools() {}

  static DocumentedTools read(SourceFile file, String text) {
    Map<String, ExtractedTool> tools = new LinkedHashMap<>();
    boolean fenced = false;
    int toolLevel = 0;
    int number = 0;
    boolean ofOneTool = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.length() > MAX_LINE) {
        continue;
      }
      if (line.stripLeading().startsWith("```")) {
        fenced = !fenced;
      }
      Matcher heading = HEADING.matcher(line);
      if (!fenced && line.startsWith("#") && heading.matches()) {
        int level = heading.group(1).length();
        String title = heading.group(2).toLowerCase(Locale.ROOT);
        boolean speaksOfTools = title.contains("tool") && !OF_PARTS.matcher(title).find();
        if (toolLevel == 0 || level <= toolLevel) {
          toolLevel = speaksOfTools ? level : 0;
          ofOneTool = false;
        } else {
          // What is listed below the name of a tool are its parameters.
          ofOneTool =
              add(heading.group(2), file, number, tools)
                  || FUNCTION.matcher(heading.group(2)).matches();
        }
      } else if (!fenced && toolLevel > 0 && !ofOneTool) {
        item(line, file, number, tools);
      }
    }
    return new DocumentedTools(
        file.path(), DocumentedTools.Kind.README, List.copyOf(tools.values()));
  }

  private static void item(
      String line, SourceFile file, int number, Map<String, ExtractedTool> tools) {
    boolean bullet = line.startsWith("- ") || line.startsWith("* ");
    if (bullet || line.startsWith("|")) {
      String content = (bullet ? line.substring(2) : line.substring(1)).strip();
      boolean marked = content.startsWith("`") || content.startsWith("*");
      if (marked) {
        add(content, file, number, tools);
      }
    }
  }

  /** Whether the line names a tool, which is then among them. */
  private static boolean add(
      String content, SourceFile file, int number, Map<String, ExtractedTool> tools) {
    Matcher named = NAMED.matcher(content);
    if (!named.matches() || !isToolLike(named.group(1))) {
      return false;
    }
    String rest = SEPARATOR.matcher(named.group(2)).replaceFirst("");
    int cell = rest.indexOf('|');
    String description = (cell < 0 ? rest : rest.substring(0, cell)).strip();
    tools.putIfAbsent(
        named.group(1),
        new ExtractedTool(
            named.group(1),
            "",
            description,
            false,
            JsonObject.EMPTY,
            SchemaCoverage.UNKNOWN,
            JsonObject.EMPTY,
            new Place(file.path(), number),
            "",
            Confidence.MENTIONED));
    return true;
  }

  /**
   * A word alone may be any word; one that is put together like an identifier is a name. What is
   * written in capitals is a variable of the environment, and a capital begins prose.
   */
  private static boolean isToolLike(String name) {
    return ToolNames.isName(name)
        && !name.equals(name.toUpperCase(Locale.ROOT))
        && !PROSE.matcher(name).matches()
        && (name.indexOf('_') > 0 || name.indexOf('-') > 0 || name.matches("[a-z]+[A-Z].*"));
  }
}
