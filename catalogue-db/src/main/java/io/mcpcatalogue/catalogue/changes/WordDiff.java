package io.mcpcatalogue.catalogue.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares two texts word by word. */
public final class WordDiff {
  private static final Pattern BORDER = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

  /** Beyond so many comparisons the middle is shown as replaced as a whole. */
  private static final long MAX_COMPARISONS = 4_000_000;

  private WordDiff() {}

  /** What became of a piece of text. */
  public enum Fate {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A piece of text. Immutable. */
  public record Piece(Fate fate, String text) {}

  /** The pieces of both texts in order; neighbours differ in their fate. */
  public static List<Piece> between(String before, String after) {
    String[] old = words(before);
    String[] young = words(after);
    int start = 0;
    while (start < Math.min(old.length, young.length) && old[start].equals(young[start])) {
      start++;
    }
    int oldEnd = old.length;
    int youngEnd = young.length;
    while (oldEnd > start && youngEnd > start && old[oldEnd - 1].equals(young[youngEnd - 1])) {
      oldEnd--;
      youngEnd--;
    }
    Pieces pieces = new Pieces();
    pieces.add(Fate.KEPT, old, 0, start);
    if ((long) (oldEnd - start) * (youngEnd - start) > MAX_COMPARISONS) {
      pieces.add(Fate.REMOVED, old, start, oldEnd);
      pieces.add(Fate.ADDED, young, start, youngEnd);
    } else {
      middle(old, start, oldEnd, young, youngEnd, pieces);
    }
    pieces.add(Fate.KEPT, old, oldEnd, old.length);
    return joined(pieces.list);
  }

  /** What was written anew has only its blanks in common with what stood there before. */
  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    int next = 0;
    while (next < pieces.size()) {
      int end = endOfChange(pieces, next);
      List<Piece> change = pieces.subList(next, Math.max(end, next + 1));
      if (has(change, Fate.REMOVED) && has(change, Fate.ADDED)) {
        joined.add(new Piece(Fate.REMOVED, textWithout(Fate.ADDED, change)));
        joined.add(new Piece(Fate.ADDED, textWithout(Fate.REMOVED, change)));
      } else {
        joined.addAll(change);
      }
      next += change.size();
    }
    return joined;
  }

  /** Behind the last of the changed pieces from here on between which there are only blanks. */
  private static int endOfChange(List<Piece> pieces, int from) {
    int end = from;
    for (int i = from; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.fate() != Fate.KEPT) {
        end = i + 1;
      } else if (i == from || !piece.text().isBlank()) {
        break;
      }
    }
    return end;
  }

  private static boolean has(List<Piece> pieces, Fate fate) {
    return pieces.stream().anyMatch(piece -> piece.fate() == fate);
  }

  private static String textWithout(Fate fate, List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.stream()
        .filter(piece -> piece.fate() != fate)
        .forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  /** The longest common subsequence of the words between start and the ends. */
  private static void middle(
      String[] old, int start, int oldEnd, String[] young, int youngEnd, Pieces pieces) {
    int[][] longest = new int[oldEnd - start + 1][youngEnd - start + 1];
    for (int i = oldEnd - 1; i >= start; i--) {
      for (int j = youngEnd - 1; j >= start; j--) {
        longest[i - start][j - start] =
            old[i].equals(young[j])
                ? longest[i - start + 1][j - start + 1] + 1
                : Math.max(longest[i - start + 1][j - start], longest[i - start][j - start + 1]);
      }
    }
    int i = start;
    int j = start;
    while (i < oldEnd || j < youngEnd) {
      if (i < oldEnd && j < youngEnd && old[i].equals(young[j])) {
        pieces.add(Fate.KEPT, old, i, i + 1);
        i++;
        j++;
      } else if (j == youngEnd
          || (i < oldEnd
              && longest[i - start + 1][j - start] >= longest[i - start][j - start + 1])) {
        pieces.add(Fate.REMOVED, old, i, i + 1);
        i++;
      } else {
        pieces.add(Fate.ADDED, young, j, j + 1);
        j++;
      }
    }
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : BORDER.split(text);
  }

  /** Gathers pieces, joining neighbours of one fate. */
  private static final class Pieces {
    private final List<Piece> list = new ArrayList<>();

    void add(Fate fate, String[] words, int from, int to) {
      if (from >= to) {
        return;
      }
      String text = String.join("", List.of(words).subList(from, to));
      int last = list.size() - 1;
      if (last >= 0 && list.get(last).fate() == fate) {
        list.set(last, new Piece(fate, list.get(last).text() + text));
      } else {
        list.add(new Piece(fate, text));
      }
    }
  }
}
