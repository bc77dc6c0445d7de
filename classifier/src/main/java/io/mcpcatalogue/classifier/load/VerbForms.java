package io.mcpcatalogue.classifier.load;

import java.util.List;

/** Spells the regular forms of English words; where two spellings are possible, both. */
final class VerbForms {
  private VerbForms() {}

  /** {@code delete} to {@code deletes}; the plural of a noun is spelled alike. */
  static String third(String base) {
    if (base.endsWith("y") && !endsInVowelAnd(base)) {
      return base.substring(0, base.length() - 1) + "ies";
    }
    boolean hisses =
        base.endsWith("s")
            || base.endsWith("x")
            || base.endsWith("z")
            || base.endsWith("ch")
            || base.endsWith("sh")
            || base.endsWith("o");
    return base + (hisses ? "es" : "s");
  }

  static List<String> ing(String base) {
    if (base.endsWith("ie")) {
      return List.of(base.substring(0, base.length() - 2) + "ying");
    }
    return withEnding(base, "ing");
  }

  static List<String> past(String base) {
    if (base.endsWith("y") && !endsInVowelAnd(base)) {
      return List.of(base.substring(0, base.length() - 1) + "ied");
    }
    return withEnding(base, "ed");
  }

  private static List<String> withEnding(String base, String ending) {
    if (base.endsWith("e") && !base.endsWith("ee")) {
      return List.of(base.substring(0, base.length() - 1) + ending);
    }
    return endsInShortSyllable(base)
        ? List.of(base + ending, base + base.charAt(base.length() - 1) + ending)
        : List.of(base + ending);
  }

  /** {@code stop}, {@code submit}, {@code cancel}: the last letter may be doubled. */
  private static boolean endsInShortSyllable(String base) {
    int length = base.length();
    return length >= 3
        && !isVowel(base.charAt(length - 1))
        && "wxy".indexOf(base.charAt(length - 1)) < 0
        && isVowel(base.charAt(length - 2))
        && !isVowel(base.charAt(length - 3));
  }

  private static boolean endsInVowelAnd(String base) {
    return base.length() >= 2 && isVowel(base.charAt(base.length() - 2));
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
