package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.RuleLibrary.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the documentation of rules: an index and one Markdown page a rule. */
public final class RulePages {
  private static final String NOTE =
      "<!-- Generated from the rule files by `mcp-catalogue rules docs`. Do not edit. -->\n\n";

  private RulePages() {}

  /** The pages by their path. */
  public static Map<String, String> of(RuleLibrary library) {
    Map<String, String> pages = new TreeMap<>();
    Map<String, StringBuilder> groups = new TreeMap<>();
    for (Entry entry : library.entries()) {
      pages.put(entry.path() + ".md", page(entry));
      groups
          .computeIfAbsent(entry.group(), group -> new StringBuilder())
          .append("| [")
          .append(entry.id())
          .append("](")
          .append(entry.path())
          .append(".md) | ")
          .append(entry.severity())
          .append(" | ")
          .append(cell(entry.summary()))
          .append(" |\n");
    }
    StringBuilder index = new StringBuilder(NOTE).append("# Rules\n\n");
    index.append("Every verdict names the rules it stands on. ");
    index.append(library.entries().size()).append(" rules:\n");
    groups.forEach(
        (group, rows) ->
            index
                .append("\n## ")
                .append(group)
                .append("\n\n| rule | severity | what it says |\n")
                .append("|---|---|---|\n")
                .append(rows));
    pages.put("README.md", index.toString());
    return pages;
  }

  private static String page(Entry entry) {
    StringBuilder page = new StringBuilder(NOTE);
    page.append("# ").append(entry.id()).append("\n\n");
    page.append(escape(entry.summary())).append("\n\n");
    section(page, "", escape(entry.why()));
    fact(page, "Severity", entry.severity());
    fact(page, "Confidence", entry.confidence());
    fact(page, "Message", entry.message().isEmpty() ? "" : "`" + entry.message() + "`");
    fact(page, "References", String.join(", ", entry.references()));
    fact(page, "What to do", escape(entry.advice()));
    list(page, "Known false alarms", entry.falsePositives());
    code(page, "The rule", entry.source());
    code(page, "Its examples", entry.examples());
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    if (!text.isEmpty()) {
      page.append(title).append(text).append("\n\n");
    }
  }

  private static void fact(StringBuilder page, String title, String text) {
    if (!text.isEmpty()) {
      page.append("**").append(title).append(":** ").append(text).append("\n\n");
    }
  }

  private static void list(StringBuilder page, String title, List<String> items) {
    if (!items.isEmpty()) {
      page.append("**").append(title).append(":**\n\n");
      items.forEach(item -> page.append("- ").append(escape(item)).append('\n'));
      page.append('\n');
    }
  }

  private static void code(StringBuilder page, String title, String source) {
    if (!source.isEmpty()) {
      page.append("## ").append(title).append("\n\n````yaml\n").append(source.strip());
      page.append("\n````\n\n");
    }
  }

  private static String cell(String text) {
    return escape(text).replace("|", "\\|").replace('\n', ' ');
  }

  /** Rules speak of tags and markup, which must not become markup of the page. */
  private static String escape(String text) {
    return text.replace("<", "&lt;");
  }
}
