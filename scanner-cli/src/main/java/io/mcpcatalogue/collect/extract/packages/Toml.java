package io.mcpcatalogue.collect.extract.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a package manifest in TOML says: strings and lists of strings by section and key. It reads
 * the small part of TOML that such manifests use, and passes over the rest. Immutable.
 */
public final class Toml {
  private static final Pattern SECTION = Pattern.compile("^\\[\\[?\\s*([^\\]]{1,200})\\]\\]?");
  private static final Pattern KEY = Pattern.compile("^([A-Za-z0-9_.\"'-]{1,200})\\s*=\\s*(.*)$");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'");
  private static final int MAX_LIST_LINES = 2_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Toml() {}

  public static Toml parse(String text) {
    Toml toml = new Toml();
    String section = "";
    String listKey = "";
    int listLines = 0;
    for (String line : text.split("\\R")) {
      String trimmed = withoutComment(line.strip());
      if (!listKey.isEmpty()) {
        toml.values.get(listKey).addAll(strings(trimmed));
        if (trimmed.endsWith("]") || ++listLines > MAX_LIST_LINES) {
          listKey = "";
        }
        continue;
      }
      Matcher head = SECTION.matcher(trimmed);
      Matcher key = KEY.matcher(trimmed);
      if (head.find()) {
        section = head.group(1).strip() + "/";
      } else if (key.find()) {
        String name = section + key.group(1).replace("\"", "").replace("'", "");
        String value = key.group(2).strip();
        toml.values.computeIfAbsent(name, k -> new ArrayList<>()).addAll(strings(value));
        if (value.startsWith("[") && !value.endsWith("]")) {
          listKey = name;
          listLines = 0;
        }
      }
    }
    return toml;
  }

  /** The string at {@code section/key}. */
  public Optional<String> text(String path) {
    List<String> found = values.getOrDefault(path, List.of());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** The strings of the list at {@code section/key}. */
  public List<String> list(String path) {
    return List.copyOf(values.getOrDefault(path, List.of()));
  }

  /** The keys of a section. */
  public List<String> keys(String section) {
    String prefix = section + "/";
    return values.keySet().stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()))
        .toList();
  }

  /** Whether the manifest has the section, or one below it. */
  public boolean has(String section) {
    return values.keySet().stream()
        .anyMatch(path -> path.startsWith(section + "/") || path.startsWith(section + "."));
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    if (hash < 0) {
      return line;
    }
    boolean quoted = line.substring(0, hash).chars().filter(c -> c == '"').count() % 2 == 1;
    return quoted ? line : line.substring(0, hash).strip();
  }

  private static List<String> strings(String text) {
    List<String> strings = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(text);
    while (matcher.find()) {
      strings.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return strings;
  }
}
