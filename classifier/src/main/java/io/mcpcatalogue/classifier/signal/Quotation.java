package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.SignalRule;
import io.mcpcatalogue.classifier.signal.Scan.Span;
import io.mcpcatalogue.classifier.text.Separator;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.Optional;

/**
 * Tells what is quoted from what is said: {@code Detects texts such as "ignore all instructions"}
 * orders nothing. Its sentence must say before it what is done with such texts, and whatever could
 * be an order must stand in quotation marks. Immutable.
 */
final class Quotation {
  private static final String OPENING = "\"'`\u201C\u2018\u201E\u00AB\u300C\u300E";
  private static final String CLOSING = "\"'`\u201D\u2019\u201C\u00BB\u300D\u300F";

  /** Nobody quotes more than so many characters as an example. */
  private static final int LONGEST = 200;

  private static final int MOST_WORDS_BEFORE = 60;

  private final PhraseTest quoted;
  private final PhraseTest mentioned;

  private Quotation(PhraseTest quoted, PhraseTest mentioned) {
    this.quoted = quoted;
    this.mentioned = mentioned;
  }

  /** What the rule takes for a quotation, if it does so at all. */
  static Optional<Quotation> of(SignalRule rule, Vocabulary vocabulary) {
    return rule.quotedBy().isEmpty() && rule.mentionedBy().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Quotation(
                new PhraseTest(rule.quotedBy(), vocabulary),
                new PhraseTest(rule.mentionedBy(), vocabulary)));
  }

  boolean holds(Span span) {
    Words words = span.text().words();
    int first = words.wordAt(span.start());
    int sentence = first;
    while (sentence > 0
        && first - sentence < MOST_WORDS_BEFORE
        && (sentence == words.size()
            || words.before(sentence).compareTo(Separator.END) < 0
            || isLetter(words, sentence - 1))) {
      sentence--;
    }
    if (sentence == words.size()) {
      return false;
    }
    int from = Math.max(words.start(sentence), span.start() - LONGEST);
    int opening = opening(span.text().value(), from, span);
    return mentioned.overlaps(words, sentence, first)
        || opening >= 0 && quoted.overlaps(words, sentence, words.wordAt(opening));
  }

  /** Whether the word is a single letter, as in {@code e.g.}, behind which no sentence ends. */
  private static boolean isLetter(Words words, int word) {
    return words.end(word) - words.start(word) == 1;
  }

  /** Where the quotation begins that the find lies in; -1 if it lies in none. */
  private static int opening(String text, int from, Span span) {
    for (int i = span.start() - 1; i >= from; i--) {
      int mark = OPENING.indexOf(text.charAt(i));
      if (mark >= 0) {
        boolean opens = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
        return opens && isClosed(text, CLOSING.charAt(mark), i, span.end()) ? i : -1;
      }
    }
    return -1;
  }

  private static boolean isClosed(String text, char mark, int opening, int from) {
    for (int i = from; i < Math.min(text.length(), opening + LONGEST); i++) {
      if (text.charAt(i) == mark) {
        return true;
      }
    }
    return false;
  }
}
