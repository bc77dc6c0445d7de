package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.model.Category;
import java.util.Collection;

/** Fills the templates of rules with what was found. */
final class Messages {
  private static final int MOST_SHOWN = 6;
  private static final int LONGEST_PART = 60;

  private Messages() {}

  static String fill(String template, Finding finding, String name, Category category) {
    int open = template.indexOf('{');
    if (open < 0) {
      return template;
    }
    StringBuilder message = new StringBuilder(template.length() + LONGEST_PART);
    int from = 0;
    boolean filled = false;
    while (open >= 0) {
      int close = template.indexOf('}', open);
      String value =
          close < 0 ? null : value(template.substring(open + 1, close), finding, name, category);
      if (value != null) {
        boolean beside = filled && from == open && !value.isEmpty();
        message.append(beside ? ", " : "").append(template, from, open).append(value);
        from = close + 1;
        filled = !value.isEmpty();
      }
      open = template.indexOf('{', open + 1);
    }
    return message.append(template, from, template.length()).toString();
  }

  private static String value(String place, Finding finding, String name, Category category) {
    return switch (place) {
      case "parameters" -> list(finding.parameters());
      case "words", "value" -> list(whole(finding.words()));
      case "tools" -> list(finding.tools());
      case "count" -> finding.count();
      case "name" -> Visible.of(name);
      case "category" -> category.name();
      default -> null;
    };
  }

  /** Of few finds those that are no part of another: two expressions may find the same. */
  private static Collection<String> whole(Collection<String> finds) {
    return finds.size() == 1 || finds.size() > MOST_SHOWN
        ? finds
        : finds.stream()
            .filter(
                find ->
                    finds.stream().noneMatch(other -> !other.equals(find) && other.contains(find)))
            .toList();
  }

  private static String list(Collection<String> parts) {
    StringBuilder out = new StringBuilder();
    int shown = 0;
    for (String part : parts) {
      if (shown == MOST_SHOWN) {
        return out.append(" and ").append(parts.size() - shown).append(" more").toString();
      }
      out.append(shown == 0 ? "" : ", ").append(cut(part));
      shown++;
    }
    return out.toString();
  }

  private static String cut(String part) {
    if (part.length() <= LONGEST_PART) {
      return part;
    }
    int end = LONGEST_PART - 1;
    return part.substring(0, Character.isHighSurrogate(part.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
