package io.mcpcatalogue.cli.words;

import java.util.Collection;

/** What was probably meant by a word that is none of those there are. */
final class Guess {
  /** More letters wrong than this, and it is another word. */
  private static final int MOST_WRONG = 2;

  private Guess() {}

  /** The question to add to a message; empty when nothing comes near. */
  static String of(String word, Collection<String> known) {
    int best = MOST_WRONG + 1;
    StringBuilder question = new StringBuilder();
    for (String each : known) {
      boolean near = Math.abs(word.length() - each.length()) <= MOST_WRONG;
      int wrong = near ? distance(word, each) : MOST_WRONG + 1;
      if (wrong > Math.min(best, MOST_WRONG)) {
        continue;
      }
      if (wrong < best) {
        best = wrong;
        question.setLength(0);
      }
      question
          .append(question.length() == 0 ? "; did you mean '" : " or '")
          .append(each)
          .append('\'');
    }
    return question.length() == 0 ? "" : question.append('?').toString();
  }

  /** How many letters must be added, left out, replaced or swapped with their neighbour. */
  private static int distance(String one, String other) {
    int[][] distance = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
            Math.min(
                distance[i - 1][j - 1] + (same ? 0 : 1),
                Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        distance[i][j] = swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
      }
    }
    return distance[one.length()][other.length()];
  }
}
