package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.category.Act.Manner;
import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.text.Separator;
import io.mcpcatalogue.classifier.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the acts of one clause: the verb that opens it ({@code Deletes a user}, {@code Use this to
 * delete …}, {@code Tool for deleting …}), those listed beside it, and what it says in the passive
 * or denies. Verbs inside its objects and side remarks do not count. For one thread.
 */
final class ProseActs {
  private static final int MOST_WORDS = 60;
  private static final int LONGEST_OBJECT = 8;

  private final Lexicon lexicon;
  private final Judge judge;

  private Words words;
  private Span clause;
  private List<Act> acts;
  private boolean expecting;
  private boolean gerundOnly;
  private boolean denied;
  private Manner manner;
  private Form listed;

  /** Where the verb stands that was found last. */
  private int lastVerb;

  ProseActs(Lexicon lexicon, Judge judge) {
    this.lexicon = lexicon;
    this.judge = judge;
  }

  List<Act> find(Words prose, Span span) {
    words = prose;
    clause = new Span(span.from(), Math.min(span.to(), span.from() + MOST_WORDS));
    acts = new ArrayList<>(2);
    expecting = true;
    gerundOnly = false;
    denied = false;
    manner = Manner.MAIN;
    listed = null;
    lastVerb = -1;
    for (int i = clause.from(); i < clause.to(); i++) {
      if (!step(i)) {
        break;
      }
    }
    if (acts.isEmpty()) {
      findForeign();
    }
    return acts;
  }

  /** Looks at one word; false where the rest of the clause is told aside. */
  private boolean step(int i) {
    int id = words.id(i);
    boolean joined = isJoined(i);
    if (words.before(i) == Separator.OPEN) {
      listed = null;
      expecting = isVague(acts);
      gerundOnly = false;
    }
    if (joined && listed != null) {
      expecting = true;
      gerundOnly = false;
    }
    if (lexicon.has(id, Role.NEGATION)) {
      denied = true;
      expecting = true;
      gerundOnly = false;
      listed = null;
      return true;
    }
    if (expecting && tryVerb(i, joined)) {
      expecting = false;
      return true;
    }
    if (lexicon.has(id, Role.LISTING) && isForm(i + 1, Form.ING)) {
      expecting = true;
      gerundOnly = true;
      return true;
    }
    if (lexicon.has(id, Role.SUBORDINATOR)) {
      return acts.isEmpty() && i - clause.from() < 4;
    }
    if (lexicon.has(id, Role.INFINITIVE)) {
      expecting = true;
      gerundOnly = false;
      manner = acts.isEmpty() ? Manner.MAIN : Manner.PURPOSE;
    } else if (lexicon.has(id, Role.GERUND)) {
      expecting = acts.isEmpty();
      gerundOnly = true;
    } else if (lexicon.has(id, Role.COPULA)) {
      tryPassive(i);
    } else if (!lexicon.has(id, Role.OPENER)
        && !lexicon.has(id, Role.ADVERB)
        && !lexicon.has(id, Role.CONJUNCTION)) {
      expecting = false;
    } else if (lexicon.has(id, Role.OPENER)) {
      expecting |= acts.isEmpty();
    }
    return true;
  }

  private boolean isForm(int i, Form form) {
    return i < clause.to() && lexicon.verb(words.id(i)).map(Meaning::form).orElse(null) == form;
  }

  private boolean isJoined(int i) {
    if (i == clause.from()) {
      return false;
    }
    Separator before = words.before(i);
    return before == Separator.COMMA
        || before == Separator.SLASH
        || lexicon.has(words.id(i - 1), Role.CONJUNCTION);
  }

  private boolean tryVerb(int i, boolean joined) {
    Optional<Meaning> meaning = lexicon.verb(words.id(i));
    if (meaning.isEmpty() || isHyphenated(i)) {
      return false;
    }
    Form form = meaning.get().form();
    boolean fits =
        switch (form) {
          case BASE, FOREIGN_FIRST -> !gerundOnly;
          case THIRD -> !gerundOnly && (manner == Manner.MAIN || denied);
          case ING ->
              gerundOnly
                  || denied
                  || i == clause.from()
                  || lexicon.has(words.id(i - 1), Role.OPENER)
                  || joined && listed == Form.ING;
          default -> false;
        };
    if (!fits
        || joined && listed != null && (listed != form || isListedNoun(i))
        || meaning.get().verb().loose() && isNoun(i, form, joined && listed != null)) {
      return false;
    }
    Verb verb = meaning.get().verb();
    Span object = object(i);
    Optional<VerbRule> rule = judge.rule(verb, words, i, object, clause);
    if (rule.isEmpty()) {
      return false;
    }
    int quoteEnd = Math.max(i + 1, Math.min(object.to(), i + LONGEST_OBJECT));
    Manner said = denied ? Manner.DENIED : manner;
    acts.add(new Act(verb, rule.get(), words, i, quoteEnd, said, form));
    lastVerb = i;
    listed = form;
    return true;
  }

  private boolean isHyphenated(int i) {
    boolean behind = i + 1 < clause.to() && words.before(i + 1) == Separator.HYPHEN;
    boolean before =
        i > clause.from()
            && words.before(i) == Separator.HYPHEN
            && !lexicon.has(words.id(i - 1), Role.ADVERB);
    return behind || before;
  }

  /** Whether a word that may be a noun is one here. */
  private boolean isNoun(int i, Form form, boolean inList) {
    if (i + 1 >= clause.to()) {
      return form != Form.BASE || i > clause.from();
    }
    int next = words.id(i + 1);
    if (lexicon.has(next, Role.DETERMINER)) {
      return false;
    }
    if (inList && isBehindVerb(i)) {
      return false;
    }
    if (inList) {
      return !isListed(i + 1) && !lexicon.has(next, Role.PREPOSITION);
    }
    if (lexicon.has(next, Role.TAIL) || lexicon.has(next, Role.COPULA)) {
      return true;
    }
    return form == Form.THIRD
        && !lexicon.has(next, Role.QUESTION)
        && (lexicon.has(next, Role.PREPOSITION) || lexicon.has(next, Role.SUBORDINATOR));
  }

  /** {@code Searches samples, constructs and patterns}: behind a noun and a comma stand nouns. */
  private boolean isListedNoun(int i) {
    boolean conjunction = lexicon.has(words.id(i - 1), Role.CONJUNCTION);
    boolean beforeThing = i + 1 < clause.to() && lexicon.has(words.id(i + 1), Role.DETERMINER);
    return !isBehindVerb(i) && !beforeThing && !conjunction;
  }

  private boolean isBehindVerb(int i) {
    int previous = lexicon.has(words.id(i - 1), Role.CONJUNCTION) ? i - 2 : i - 1;
    return previous == lastVerb;
  }

  /** Whether the acts so far only say that something is done. */
  static boolean isVague(List<Act> acts) {
    return !acts.isEmpty() && acts.get(0).rule().vague();
  }

  /** Whether a list of verbs goes on at the word: {@code create, test, or run}. */
  private boolean isListed(int i) {
    Separator before = words.before(i);
    return before == Separator.COMMA
        || before == Separator.SLASH
        || lexicon.has(words.id(i), Role.CONJUNCTION);
  }

  private Span object(int verb) {
    int begin = behindPreposition(verb + 1);
    int end = begin;
    int limit = Math.min(clause.to(), begin + LONGEST_OBJECT);
    while (end < limit && !endsObject(end)) {
      end++;
    }
    if (end == verb + 1 && isListed(end, limit)) {
      return sharedObject(end);
    }
    return new Span(begin, end);
  }

  /** {@code attach to a process}, {@code search for files}: the object stands behind it. */
  private int behindPreposition(int i) {
    boolean preposition =
        i < clause.to()
            && (lexicon.has(words.id(i), Role.PREPOSITION)
                || lexicon.has(words.id(i), Role.INFINITIVE)
                || lexicon.has(words.id(i), Role.GERUND));
    return preposition ? i + 1 : i;
  }

  private boolean isListed(int i, int limit) {
    return i < limit && isListed(i);
  }

  /** Of {@code create, update or delete records} all verbs share the object of the last. */
  private Span sharedObject(int from) {
    int limit = Math.min(clause.to(), from + LONGEST_OBJECT * 2);
    int begin = from;
    while (begin < limit
        && (lexicon.isVerb(words.id(begin)) || lexicon.has(words.id(begin), Role.CONJUNCTION))) {
      begin++;
    }
    int end = begin;
    while (end < limit && !endsObject(end)) {
      end++;
    }
    return new Span(begin, end);
  }

  private boolean endsObject(int i) {
    int id = words.id(i);
    Separator before = words.before(i);
    return before == Separator.COMMA
        || before == Separator.OPEN
        || lexicon.has(id, Role.PREPOSITION)
        || lexicon.has(id, Role.SUBORDINATOR)
        || lexicon.has(id, Role.INFINITIVE)
        || lexicon.has(id, Role.GERUND)
        || lexicon.has(id, Role.CONJUNCTION)
            && i + 1 < clause.to()
            && lexicon.isVerb(words.id(i + 1));
  }

  /** {@code is deleted}, {@code will not be deleted}: the object stands before. */
  private void tryPassive(int copula) {
    int i = copula + 1;
    boolean negative = denied;
    while (i < clause.to()
        && i < copula + 4
        && (lexicon.has(words.id(i), Role.ADVERB)
            || lexicon.has(words.id(i), Role.COPULA)
            || lexicon.has(words.id(i), Role.NEGATION))) {
      negative |= lexicon.has(words.id(i), Role.NEGATION);
      i++;
    }
    if (i >= clause.to()) {
      return;
    }
    Optional<Meaning> meaning = lexicon.verb(words.id(i));
    if (meaning.isEmpty() || meaning.get().form() != Form.PAST) {
      return;
    }
    Span object = new Span(Math.max(clause.from(), copula - LONGEST_OBJECT), copula);
    Verb verb = meaning.get().verb();
    Manner said = negative ? Manner.DENIED : Manner.PASSIVE;
    int end = i + 1;
    judge
        .rule(verb, words, i, object, clause)
        .ifPresent(rule -> acts.add(new Act(verb, rule, words, copula, end, said, Form.PAST)));
  }

  /** Where no verb stood in its place, one of another language may stand anywhere. */
  private void findForeign() {
    for (int i = clause.from(); i < clause.to(); i++) {
      Optional<Meaning> meaning = lexicon.verb(words.id(i));
      if (meaning.isPresent() && meaning.get().form().isForeign()) {
        Form form = meaning.get().form();
        Verb verb = meaning.get().verb();
        Optional<VerbRule> rule = judge.rule(verb, words, i, clause, clause);
        if (rule.isPresent()) {
          if (form == Form.FOREIGN_LAST) {
            acts.clear();
          }
          acts.add(new Act(verb, rule.get(), words, i, i + 1, Manner.MAIN, form));
        }
        if (form == Form.FOREIGN_FIRST) {
          return;
        }
      }
    }
  }
}
