package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.rule.Phrase.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads phrases: words with spaces between them, {@code a|b} for alternatives, {@code [a]} for what
 * may be absent, {@code send(s|ing)} for endings, {@code ..3} for up to three other words, {@code
 * {list}} for a list of words that has a name. In names {@code *} at either end stands for any
 * words. For one thread.
 */
final class PhraseParser {
  private static final int MAX_ELEMENTS = 16;
  private static final int MAX_GAP = 12;
  private static final String POSSESSIVE = "'s";

  private final Map<String, List<String>> lists;
  private final Faults faults;

  PhraseParser(Map<String, List<String>> lists, Faults faults) {
    this.lists = lists;
    this.faults = faults;
  }

  /** Phrases that may stand anywhere within a sentence. */
  List<Phrase> inText(List<YamlText> texts) {
    List<Phrase> phrases = new ArrayList<>();
    for (YamlText text : texts) {
      phrases.addAll(parse(text, text.value(), false, false));
    }
    return phrases;
  }

  /** Phrases that a name must be as a whole, unless they begin or end with a star. */
  List<Phrase> ofNames(List<YamlText> texts) {
    List<Phrase> phrases = new ArrayList<>();
    for (YamlText text : texts) {
      String phrase = text.value().strip();
      boolean fromStart = !phrase.startsWith("*");
      boolean toEnd = !phrase.endsWith("*");
      String inner =
          phrase.substring(fromStart ? 0 : 1, Math.max(1, phrase.length() - (toEnd ? 0 : 1)));
      phrases.addAll(parse(text, inner, fromStart, toEnd));
    }
    return phrases;
  }

  private List<Phrase> parse(YamlText at, String phrase, boolean fromStart, boolean toEnd) {
    List<Element> elements = new ArrayList<>();
    int gap = 0;
    for (String token : Tokens.of(phrase)) {
      if (token.startsWith("..")) {
        gap = gap(at, token);
        continue;
      }
      boolean optional = token.startsWith("[") && token.endsWith("]");
      String alternatives = optional ? token.substring(1, token.length() - 1) : token;
      elements.add(new Element(words(at, alternatives), optional, gap));
      gap = 0;
    }
    if (elements.isEmpty() || elements.get(0).gap() > 0 || gap > 0) {
      faults.add(at.place(), "a phrase begins and ends with words: '" + at.value() + "'");
      return List.of();
    }
    if (elements.size() > MAX_ELEMENTS) {
      faults.add(at.place(), "a phrase of more than " + MAX_ELEMENTS + " words");
      return List.of();
    }
    return withoutLeadingOptions(at, elements, fromStart, toEnd);
  }

  /** A phrase is found by its first word, so one that may be absent makes it two phrases. */
  private List<Phrase> withoutLeadingOptions(
      YamlText at, List<Element> elements, boolean fromStart, boolean toEnd) {
    List<Phrase> phrases = new ArrayList<>();
    for (int from = 0; from < elements.size(); from++) {
      List<Element> rest = new ArrayList<>(elements.subList(from, elements.size()));
      Element first = rest.get(0);
      rest.set(0, new Element(first.words(), false, 0));
      phrases.add(new Phrase(rest, fromStart, toEnd));
      if (!first.optional()) {
        return phrases;
      }
    }
    faults.add(at.place(), "a phrase of nothing but optional words: '" + at.value() + "'");
    return List.of();
  }

  private int gap(YamlText at, String token) {
    try {
      int gap = Integer.parseInt(token.substring(2));
      if (gap >= 1 && gap <= MAX_GAP) {
        return gap;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    faults.add(at.place(), "a gap is written ..1 to .." + MAX_GAP + ", found '" + token + "'");
    return 1;
  }

  private List<String> words(YamlText at, String alternatives) {
    Set<String> words = new LinkedHashSet<>();
    for (String alternative : split(alternatives)) {
      if (alternative.startsWith("{") && alternative.endsWith("}")) {
        String name = alternative.substring(1, alternative.length() - 1);
        List<String> list = lists.get(name);
        if (list == null) {
          faults.add(at.place(), "there is no list of words named '" + name + "'");
        } else {
          words.addAll(list);
        }
      } else {
        addWithEndings(at, alternative, words);
      }
    }
    return List.copyOf(words);
  }

  private void addWithEndings(YamlText at, String alternative, Set<String> words) {
    int open = alternative.indexOf('(');
    if (open < 0) {
      addWord(at, alternative, words);
      return;
    }
    String stem = alternative.substring(0, open);
    addWord(at, stem, words);
    String endings = alternative.substring(open + 1).replace(")", "");
    for (String ending : Tokens.betweenBars(endings)) {
      addWord(at, stem + ending, words);
    }
  }

  /** Of what belongs to somebody, texts are read without the s, and so are phrases. */
  private void addWord(YamlText at, String word, Set<String> words) {
    String lower = withoutPossessive(word.toLowerCase(Locale.ROOT));
    if (isWord(lower)) {
      words.add(lower);
    } else {
      faults.add(at.place(), "'" + word + "' is no single word in the phrase '" + at.value() + "'");
    }
  }

  private static String withoutPossessive(String word) {
    return word.endsWith(POSSESSIVE)
        ? word.substring(0, word.length() - POSSESSIVE.length())
        : word;
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!belongsToWord(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean belongsToWord(char c) {
    return c >= 'a' && c <= 'z'
        || Character.isLetterOrDigit(c)
        || c == '\''
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Splits at bars outside of parentheses. */
  private static List<String> split(String alternatives) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < alternatives.length(); i++) {
      char c = alternatives.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        parts.add(alternatives.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(alternatives.substring(start));
    return parts;
  }
}
