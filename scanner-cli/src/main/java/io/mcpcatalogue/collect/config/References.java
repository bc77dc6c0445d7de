package io.mcpcatalogue.collect.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what a configuration refers to: variables of the environment. What only the client can
 * ask its user for stays open and is named. For one thread.
 */
final class References {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$\\{(?:(env|input):)?([A-Za-z_][A-Za-z0-9_.-]{0,100})(?::-([^}]{0,500}))?}");

  /** {@code $NAME}, which only values use: in a command it is for the shell that it starts. */
  private static final Pattern BARE = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]{0,100})");

  private final Map<String, String> environment;
  private final Set<String> open = new TreeSet<>();

  References(Map<String, String> environment) {
    this.environment = environment;
  }

  List<String> resolved(List<String> words) {
    List<String> resolved = new ArrayList<>();
    words.forEach(word -> resolved.add(resolved(word)));
    return resolved;
  }

  /** The map with every value filled in; values that stay open are left out. */
  Map<String, String> resolved(Map<String, String> values) {
    Map<String, String> resolved = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          String text = resolved(BARE.matcher(value).replaceAll("\\${$1}"));
          if (!REFERENCE.matcher(text).find()) {
            resolved.put(name, text);
          }
        });
    return resolved;
  }

  String resolved(String text) {
    return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match)));
  }

  private String value(MatchResult match) {
    boolean input = "input".equals(match.group(1));
    String value = input ? null : environment.get(match.group(2));
    if (value != null) {
      return value;
    }
    if (match.group(3) != null) {
      return match.group(3);
    }
    open.add(match.group(2));
    return match.group();
  }

  /** The names that nothing was found for. */
  Set<String> open() {
    return new TreeSet<>(open);
  }
}
