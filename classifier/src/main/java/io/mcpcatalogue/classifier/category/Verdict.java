package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The category of a tool and all that spoke for and against it. Immutable.
 *
 * @param confidence from 0 to 1
 * @param evidence the strongest first; empty only where the category is UNKNOWN
 */
public record Verdict(Category category, double confidence, List<Evidence> evidence) {
  private static final int MOST_QUOTES = 2;

  public Verdict {
    evidence = List.copyOf(evidence);
  }

  /** One or two plain sentences that quote the strongest words for the category. */
  public String rationale() {
    // Two rules may stand on the same words.
    Set<String> quotes = new LinkedHashSet<>();
    for (Evidence each : evidence) {
      if (each.category() == category && each.weight() > 0 && quotes.size() < MOST_QUOTES) {
        quotes.add(place(each.at()) + " says \"" + each.quote() + "\"");
      }
    }
    return quotes.isEmpty()
        ? "Nothing says what this tool does."
        : meaning() + ": " + String.join(", and ", quotes) + ".";
  }

  private String meaning() {
    return switch (category) {
      case READ -> "Reads and changes nothing";
      case WRITE -> "Changes something that can be put back";
      case EXECUTE -> "Runs something whose effect depends on what is passed or started";
      case DESTRUCTIVE -> "Loses something for good";
      case FINANCIAL -> "Moves money or binds somebody to pay";
      case UNKNOWN -> "Does not say what it does";
    };
  }

  private static String place(String pointer) {
    if (pointer.startsWith("/inputSchema")) {
      return "a parameter";
    }
    if (pointer.startsWith("/annotations/title") || pointer.equals("/title")) {
      return "the title";
    }
    return pointer.startsWith("/annotations") ? "the vendor" : "the " + pointer.substring(1);
  }
}
