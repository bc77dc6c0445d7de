package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the list of tools that a README gives under a heading that speaks of tools: top-level
 * bullets with what stands below them, rows of tables, and headings. For one thread.
 */
final class ReadmeTools {
  private static final int MAX_LINE = 4_000;
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*)$");
  private static final Pattern NAMED =
      Pattern.compile("^(?:\\d+\\.\\s+)?\\**`?([A-Za-z][A-Za-z0-9_-]{1,80})`?\\**(.*)$");
  private static final Pattern SEPARATOR = Pattern.compile("^\\s*[:\\-–—|]*\\s*");

  private static final Pattern PROSE = Pattern.compile("[A-Z][a-z]*(?:-[A-Za-z]+)+");

  /** A word right behind a name. */
  private static final Pattern GOES_ON = Pattern.compile("^\\s+[a-z]");

  /** What such a heading of tools announces are the names of something else. */
  private static final Pattern OF_PARTS =
      Pattern.compile("parameter|argument|configur|setting|permission");

  /** The name of a function in the style of languages whose tools are called otherwise. */
  private static final Pattern FUNCTION = Pattern.compile("`?(?:[A-Z][a-z]+){2,}`?");

  /** Beside the name of a resource stands its address: {@code notes://today}. */
  private static final Pattern RESOURCE = Pattern.compile("^`?(?!https?:)[a-z][a-z0-9+.-]*://.*");

  private final SourceFile file;
  private final Map<String, ReadmeTool> tools = new LinkedHashMap<>();

  private ReadmeTools(SourceFile file) {
    this.file = file;
  }

  static DocumentedTools read(SourceFile file, String text) {
    ReadmeTools reader = new ReadmeTools(file);
    reader.read(text);
    return new DocumentedTools(
        file.path(), DocumentedTools.Kind.README, reader.found().map(ReadmeTool::toTool).toList());
  }

  /**
   * Where names are set apart from what is said of them, one that a sentence goes on behind is none
   * of those: {@code `disabled_tools` still applies}.
   */
  private Stream<ReadmeTool> found() {
    boolean areSetApart = tools.values().stream().anyMatch(ReadmeTool::isSetApart);
    return tools.values().stream().filter(tool -> tool.isSetApart() || !areSetApart);
  }

  private void read(String text) {
    boolean fenced = false;
    int toolLevel = 0;
    int number = 0;
    boolean ofOneTool = false;
    Optional<ReadmeTool> above = Optional.empty();
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
        above = Optional.empty();
        int level = heading.group(1).length();
        String title = heading.group(2).toLowerCase(Locale.ROOT);
        boolean speaksOfTools = title.contains("tool") && !OF_PARTS.matcher(title).find();
        if (toolLevel == 0 || level <= toolLevel) {
          toolLevel = speaksOfTools ? level : 0;
          ofOneTool = false;
        } else {
          // What is listed below the name of a tool are its parameters.
          ofOneTool =
              tool(heading.group(2), number).isPresent()
                  || FUNCTION.matcher(heading.group(2)).matches();
        }
      } else if (!fenced && toolLevel > 0 && !ofOneTool && !line.isBlank()) {
        if (Character.isWhitespace(line.charAt(0))) {
          above.ifPresent(tool -> tool.read(line));
        } else {
          above = item(line, number);
        }
      }
    }
  }

  private Optional<ReadmeTool> item(String line, int number) {
    boolean bullet = line.startsWith("- ") || line.startsWith("* ");
    if (bullet || line.startsWith("|")) {
      String content = (bullet ? line.substring(2) : line.substring(1)).strip();
      if (content.startsWith("`") || content.startsWith("*")) {
        return tool(content, number);
      }
    }
    return Optional.empty();
  }

  /** The tool that the line names, which is then among them. */
  private Optional<ReadmeTool> tool(String content, int number) {
    Matcher named = NAMED.matcher(content);
    if (!named.matches() || !isToolLike(named.group(1))) {
      return Optional.empty();
    }
    String rest = SEPARATOR.matcher(named.group(2)).replaceFirst("");
    int cell = rest.indexOf('|');
    String description = (cell < 0 ? rest : rest.substring(0, cell)).strip();
    if (RESOURCE.matcher(description).matches()) {
      return Optional.empty();
    }
    Place place = new Place(file.path(), number);
    boolean isSetApart = !GOES_ON.matcher(named.group(2)).find();
    return Optional.of(
        tools.merge(
            named.group(1),
            new ReadmeTool(named.group(1), description, place, isSetApart),
            (known, other) -> known.isSetApart() ? known : other));
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
