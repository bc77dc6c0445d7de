package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.catalogue.changes.Change;
import io.mcpcatalogue.catalogue.changes.WordDiff;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.util.List;
import java.util.Locale;

/** Changes for people and for machines. */
final class ChangeText {
  private static final int CONTEXT = 40;

  private ChangeText() {}

  /** One line; a change that makes a server riskier begins with an exclamation mark. */
  static String line(Change change) {
    String what = change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return (change.risk() ? "! " : "  ")
        + (change.tool().isEmpty() ? "" : SafeText.line(change.tool()) + ": ")
        + what
        + " "
        + sides(change);
  }

  private static String sides(Change change) {
    if (change.isText()) {
      return words(change);
    }
    if (change.before().isEmpty()) {
      return SafeText.line(change.after());
    }
    return change.after().isEmpty()
        ? SafeText.line(change.before())
        : SafeText.line(change.before()) + " -> " + SafeText.line(change.after());
  }

  /** Word by word: [-what went-] and {+what came+}, as word diffs are usually written. */
  private static String words(Change change) {
    StringBuilder line = new StringBuilder();
    List<WordDiff.Piece> pieces = WordDiff.between(change.before(), change.after());
    for (WordDiff.Piece piece : pieces) {
      String text = SafeText.line(piece.text().replaceAll("\\s+", " "));
      switch (piece.fate()) {
        case REMOVED -> line.append("[-").append(text).append("-]");
        case ADDED -> line.append("{+").append(text).append("+}");
        case KEPT -> line.append(shortened(text));
      }
    }
    return line.toString();
  }

  private static String shortened(String kept) {
    return kept.length() <= 2 * CONTEXT
        ? kept
        : kept.substring(0, kept.offsetByCodePoints(0, CONTEXT / 2))
            + " … "
            + kept.substring(kept.length() - CONTEXT);
  }

  static JsonObject json(Change change) {
    return new JsonObjectBuilder()
        .put("kind", change.kind().name())
        .putUnlessEmpty("tool", change.tool())
        .put("before", change.before())
        .put("after", change.after())
        .put("risk", change.risk())
        .build();
  }
}
