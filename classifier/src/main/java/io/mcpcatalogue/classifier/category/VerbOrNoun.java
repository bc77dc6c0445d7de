package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.text.Separator;

/** Tells whether a word of a clause that may be a verb is a noun where it stands. Immutable. */
final class VerbOrNoun {
  private final ClauseWords clause;

  VerbOrNoun(ClauseWords clause) {
    this.clause = clause;
  }

  /** Whether a word that is as often a noun is one, outside of a list. */
  boolean isNoun(int i, Form form) {
    if (i + 1 >= clause.to()) {
      return isNounAtEnd(i, form);
    }
    int next = clause.roles(i + 1);
    if (Role.DETERMINER.isIn(next)) {
      return false;
    }
    if (form == Form.ING && i == clause.from()) {
      return isLooseThing(i);
    }
    if (Role.TAIL.isIn(next) && !isReading(i)
        || Role.COPULA.isIn(next)
        || isFirstOfNouns(i)
        || isAmongNouns(i)
        || isBeforeLastVerb(i)) {
      return true;
    }
    return form == Form.THIRD
        && !Role.QUESTION.isIn(next)
        && (Role.PREPOSITION.isIn(next) || Role.SUBORDINATOR.isIn(next));
  }

  /** Whether such a word is one within a list, in which a verb or another noun stands before it. */
  boolean isNounInList(int i, Form form, boolean behindVerb) {
    if (i + 1 >= clause.to()) {
      return isNounAtEnd(i, form);
    }
    int next = clause.roles(i + 1);
    return !Role.DETERMINER.isIn(next)
        && !behindVerb
        && !clause.isListed(i + 1)
        && (!Role.PREPOSITION.isIn(next) || isListedMark(i));
  }

  /** {@code by username, phone or email from …}: one of several things to find something by. */
  private boolean isListedMark(int i) {
    int first = i;
    while (first > clause.from() && clause.isJoined(first)) {
      first -= clause.has(first - 1, Role.CONJUNCTION) ? 2 : 1;
    }
    return first > clause.from() && clause.has(first - 1, Role.MARK);
  }

  private boolean isNounAtEnd(int i, Form form) {
    return form != Form.BASE || i > clause.from();
  }

  /** {@code Searches samples, constructs and patterns}: behind a noun and a comma stand nouns. */
  boolean isListedNoun(int i, boolean behindVerb) {
    return !behindVerb
        && !clause.isBeforeThing(i)
        && (!clause.has(i - 1, Role.CONJUNCTION) || isModifier(i - 2));
  }

  /** {@code with the create or edit schema}: a verb that was passed over tells of what kind. */
  private boolean isModifier(int i) {
    if (i <= clause.from()) {
      return false;
    }
    Meaning meaning = clause.verb(i);
    return meaning != null && meaning.form() == Form.BASE && !meaning.loose();
  }

  /** {@code Trading hours}, {@code voting records}: the word only tells of what kind. */
  boolean isLooseThing(int i) {
    if (!clause.verb(i).loose() || i + 1 >= clause.to()) {
      return false;
    }
    int next = clause.roles(i + 1);
    return !Role.DETERMINER.isIn(next) && !Role.PREPOSITION.isIn(next) && !clause.isListed(i + 1);
  }

  /** {@code stops and a travel mode}: what is listed beside a thing is one. */
  boolean isBesideThing(int i) {
    return i + 1 < clause.to()
        && clause.has(i + 1, Role.CONJUNCTION)
        && clause.isBeforeThing(i + 1);
  }

  /** {@code List tools}, {@code Search engine}: as a noun the word would say no less. */
  private boolean isReading(int i) {
    return i == clause.from() && clause.verb(i).verb().reads() && !clause.isVerb(i + 1);
  }

  /** {@code backups, subscriptions and settings}: a thing is listed behind the word. */
  private boolean isFirstOfNouns(int i) {
    return clause.before(i + 1) == Separator.COMMA
        && !clause.isVerb(i + 1)
        && !clause.isNameOfAction(i + 1)
        && (clause.roles(i + 1) & ~Role.TAIL.bit()) == 0;
  }

  /** {@code type/queue/interval/tags}: what slashes join to a thing is one. */
  private boolean isAmongNouns(int i) {
    int to = i + 1;
    boolean thing = false;
    while (to < clause.to() && clause.before(to) == Separator.SLASH) {
      thing |= !clause.isVerb(to) && clause.roles(to) == 0;
      to++;
    }
    return thing && to > i + 2;
  }

  /** {@code Profile update}, {@code Order delete}: the last of two words is what acts. */
  private boolean isBeforeLastVerb(int i) {
    int next = i + 1;
    return i == clause.from()
        && next + 1 == clause.to()
        && clause.isForm(next, Form.BASE)
        && !clause.verb(next).loose();
  }
}
