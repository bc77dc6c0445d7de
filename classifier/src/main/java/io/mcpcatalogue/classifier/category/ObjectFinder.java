package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Separator;

/** Finds what the verbs of one clause act upon. Immutable. */
final class ObjectFinder {
  static final int LONGEST = 8;

  private final ClauseWords clause;

  ObjectFinder(ClauseWords clause) {
    this.clause = clause;
  }

  /** What stands behind a verb, up to what no longer belongs to its object. */
  Span behind(int verb) {
    int begin = behindPreposition(behindSynonym(verb + 1));
    int limit = Math.min(clause.to(), begin + LONGEST);
    int end = end(begin, limit);
    return end == verb + 1 && end < limit && clause.isListed(end)
        ? shared(end)
        : new Span(begin, end);
  }

  /** What stands before a verb in the passive. */
  Span before(int verb) {
    return new Span(Math.max(clause.from(), verb - LONGEST), verb);
  }

  /** {@code move (translate) an object}: the object stands behind the bracket. */
  private int behindSynonym(int i) {
    return i < clause.to() && clause.before(i) == Separator.OPEN && clause.isBeforeThing(i)
        ? i + 1
        : i;
  }

  /** {@code attach to a process}, {@code search for files}: the object stands behind it. */
  private int behindPreposition(int i) {
    if (i >= clause.to()) {
      return i;
    }
    int roles = clause.roles(i);
    boolean preposition =
        Role.PREPOSITION.isIn(roles) || Role.INFINITIVE.isIn(roles) || Role.GERUND.isIn(roles);
    return preposition ? i + 1 : i;
  }

  /** Of {@code create, update or delete records} all verbs share the object of the last. */
  private Span shared(int from) {
    int limit = Math.min(clause.to(), from + LONGEST * 2);
    int begin = from;
    while (begin < limit && (clause.isVerb(begin) || clause.has(begin, Role.CONJUNCTION))) {
      begin++;
    }
    return new Span(begin, end(begin, limit));
  }

  private int end(int begin, int limit) {
    int end = begin;
    while (end < limit && !isBehindObject(end)) {
      end++;
    }
    return end;
  }

  private boolean isBehindObject(int i) {
    int roles = clause.roles(i);
    Separator before = clause.before(i);
    return before == Separator.COMMA
        || before == Separator.OPEN
        || Role.PREPOSITION.isIn(roles)
        || Role.SUBORDINATOR.isIn(roles)
        || Role.INFINITIVE.isIn(roles)
        || Role.GERUND.isIn(roles)
        || Role.CONJUNCTION.isIn(roles) && i + 1 < clause.to() && clause.isVerb(i + 1);
  }
}
