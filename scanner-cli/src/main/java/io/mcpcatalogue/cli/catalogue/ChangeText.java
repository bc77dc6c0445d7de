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
    if (change.isTurn()) {
      return side(change.before()) + " -> " + side(change.after());
    }
    return SafeText.line(change.before().isEmpty() ? change.after() : change.before());
  }

  private static String side(String text) {
    return text.isEmpty() ? "none" : SafeText.line(text);
  }

  /** Word by word: [-what went-] and {+what came+}, as word diffs are usually written. */
  private static String words(Change change) {
    StringBuilder line = new StringBuilder();
    List<WordDiff.Piece> pieces = WordDiff.between(change.before(), change.after());
    for (WordDiff.Piece piece : pieces) {
      String text = piece.text().replaceAll("\\s+", " ");
      switch (piece.fate()) {
        case REMOVED -> line.append("[-").append(SafeText.line(text)).append("-]");
        case ADDED -> line.append("{+").append(SafeText.line(text)).append("+}");
        case KEPT -> line.append(shortened(text));
      }
    }
    return line.toString();
  }

  /** Cut before it is made safe, and between characters: half of one would say something else. */
  private static String shortened(String kept) {
    if (kept.codePointCount(0, kept.length()) <= 2 * CONTEXT) {
      return SafeText.line(kept);
    }
    return SafeText.line(kept.substring(0, kept.offsetByCodePoints(0, CONTEXT / 2)))
        + " … "
        + SafeText.line(kept.substring(kept.offsetByCodePoints(kept.length(), -CONTEXT)));
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
