package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.model.Category;
import java.util.Collection;

/** Fills the templates of rules with what was found. */
final class Messages {
  private static final int MOST_SHOWN = 6;
  private static final int LONGEST_PART = 60;

  private Messages() {}

  static String fill(String template, Finding finding, String name, Category category) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    return template
        .replace("{parameters}", list(finding.parameters()))
        .replace("{words}", list(finding.words))
        .replace("{value}", list(finding.words))
        .replace("{tools}", list(finding.tools))
        .replace("{count}", finding.count)
        .replace("{name}", Visible.of(name))
        .replace("{category}", category.name());
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
