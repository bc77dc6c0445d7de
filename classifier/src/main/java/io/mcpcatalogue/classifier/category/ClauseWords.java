package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.text.Separator;
import io.mcpcatalogue.classifier.text.Words;

/** The words of one clause, and what the lexicon knows of each. Immutable. */
final class ClauseWords {
  private final Lexicon lexicon;
  private final Words words;
  private final Span span;

  ClauseWords(Lexicon lexicon, Words words, Span span) {
    this.lexicon = lexicon;
    this.words = words;
    this.span = span;
  }

  /** The words of the whole text. */
  Words text() {
    return words;
  }

  Span span() {
    return span;
  }

  int from() {
    return span.from();
  }

  int to() {
    return span.to();
  }

  Separator before(int i) {
    return words.before(i);
  }

  /** The bits of all roles of the word. */
  int roles(int i) {
    return lexicon.roles(words.id(i));
  }

  boolean has(int i, Role role) {
    return lexicon.has(words.id(i), role);
  }

  boolean isVerb(int i) {
    return lexicon.isVerb(words.id(i));
  }

  boolean isForeignVerb(int i) {
    return lexicon.isForeignVerb(words.id(i));
  }

  /** The word as a verb, or null. */
  Meaning verb(int i) {
    return lexicon.verb(words.id(i));
  }

  /** Whether a word of the clause is this form of a verb. */
  boolean isForm(int i, Form form) {
    if (i >= to()) {
      return false;
    }
    Meaning meaning = verb(i);
    return meaning != null && meaning.form() == form;
  }

  /** Whether the word is listed beside the one before it. */
  boolean isJoined(int i) {
    return i > from() && (isParted(i) || has(i - 1, Role.CONJUNCTION));
  }

  /** Whether a list goes on at the word: {@code create, test, or run}. */
  boolean isListed(int i) {
    return isParted(i) || has(i, Role.CONJUNCTION);
  }

  private boolean isParted(int i) {
    Separator before = words.before(i);
    return before == Separator.COMMA || before == Separator.SLASH;
  }

  boolean isBeforeThing(int i) {
    return i + 1 < to() && has(i + 1, Role.DETERMINER);
  }

  /** {@code (list, list_templates, delete)}: within a list of acts the name of one. */
  boolean isNameOfAction(int i) {
    int from = words.start(i);
    int bar = words.text().indexOf('_', from);
    return bar > from && bar + 1 < words.end(i);
  }
}
