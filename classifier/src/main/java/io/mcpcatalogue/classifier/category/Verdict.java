package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import java.util.List;

/**
 * The category of a tool and all that spoke for and against it. Immutable.
 *
 * @param confidence from 0 to 1
 * @param evidence the strongest first; empty only where the category is UNKNOWN
 */
public record Verdict(Category category, double confidence, List<Evidence> evidence) {
  private static final int USUAL_LENGTH = 160;

  public Verdict {
    evidence = List.copyOf(evidence);
  }

  /** One or two plain sentences that quote the strongest words for the category. */
  public String rationale() {
    StringBuilder out = new StringBuilder(USUAL_LENGTH);
    Evidence first = null;
    for (Evidence each : evidence) {
      if (each.category() != category || each.weight() <= 0) {
        continue;
      }
      if (first == null) {
        first = each;
        append(out.append(meaning()).append(": "), each);
      } else if (!isSame(first, each)) {
        append(out.append(", and "), each);
        break;
      }
    }
    return first == null ? "Nothing says what this tool does." : out.append('.').toString();
  }

  private static void append(StringBuilder out, Evidence evidence) {
    out.append(place(evidence.at())).append(" \"");
    appendPlain(out, evidence.quote());
    out.append('"');
  }

  /** Without markup and line ends, which only disturb within a sentence. */
  private static void appendPlain(StringBuilder out, String quote) {
    int from = 0;
    for (int i = 0; i < quote.length(); i++) {
      char each = quote.charAt(i);
      boolean blank = Character.isWhitespace(each);
      if (blank || each == '*' || each == '`') {
        out.append(quote, from, i);
        from = i + 1;
        if (blank && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      }
    }
    out.append(quote, from, quote.length());
  }

  /** Whether two rules stand on the same words, or one on some of the other's. */
  private static boolean isSame(Evidence one, Evidence other) {
    return place(one.at()).equals(place(other.at()))
        && (other.quote().contains(one.quote()) || one.quote().contains(other.quote()));
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
    return switch (pointer) {
      case "/name" -> "the name says";
      case "/description" -> "the description says";
      case "/title", "/annotations/title" -> "the title says";
      default -> {
        if (pointer.startsWith("/annotations")) {
          yield "the vendor claims";
        }
        yield pointer.contains("/enum/") ? "a parameter offers" : "a parameter says";
      }
    };
  }
}
