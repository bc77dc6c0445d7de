package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.category.Act.Manner;
import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.text.Separator;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the acts of one clause: the verb that opens it ({@code Deletes a user}, {@code Use this to
 * delete …}, {@code Tool for deleting …}), those listed beside it, and what it says in the passive
 * or denies. Verbs inside its objects and side remarks do not count. For one thread.
 */
final class ProseActs {
  private static final int MOST_WORDS = 200;

  private final Lexicon lexicon;
  private final RuleFinder finder;

  private ClauseWords clause;
  private ObjectFinder objects;
  private VerbOrNoun nouns;
  private List<Act> acts;
  private boolean expecting;
  private boolean gerundOnly;
  private boolean denied;

  /** Whether what is said is {@code not only} said: more is to come. */
  private boolean takenBack;

  /** Whether a remark is being told: {@code … that match}. */
  private boolean aside;

  private Manner manner;
  private Form listed;

  /** Where the verb stands that was found last. */
  private int lastVerb;

  /** Where the name of an action stands that was found last in a list. */
  private int lastName;

  ProseActs(Lexicon lexicon, RuleFinder finder) {
    this.lexicon = lexicon;
    this.finder = finder;
  }

  List<Act> find(Words prose, Span span) {
    Span heard = new Span(span.from(), Math.min(span.to(), span.from() + MOST_WORDS));
    clause = new ClauseWords(lexicon, prose, heard);
    objects = new ObjectFinder(clause);
    nouns = new VerbOrNoun(clause);
    acts = List.of();
    denied = false;
    takenBack = false;
    aside = false;
    manner = Manner.MAIN;
    lastVerb = -1;
    lastName = -1;
    expectVerb();
    listed = null;
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

  /** A verb in whatever form may come next. */
  private void expectVerb() {
    expecting = true;
    gerundOnly = false;
  }

  /** Looks at one word; false where the rest of the clause tells nothing. */
  private boolean step(int i) {
    if (aside && !endsAside(i)) {
      return true;
    }
    begin(i);
    boolean joined = listed != null && clause.isJoined(i);
    if (joined && clause.before(i) == Separator.COMMA && clause.isNameOfAction(i)) {
      lastName = i;
      return true;
    }
    if (joined) {
      expectVerb();
    }
    int roles = clause.roles(i);
    if (Role.NEGATION.isIn(roles)) {
      deny(i);
      return true;
    }
    if ((expecting || isSaidOfSubject(i)) && tryVerb(i, joined)) {
      expecting = false;
      return true;
    }
    if (Role.LISTING.isIn(roles) && clause.isForm(i + 1, Form.ING) && !nouns.isLooseThing(i + 1)) {
      expecting = true;
      gerundOnly = true;
      return true;
    }
    if (leadsToVerbs(i)) {
      expectVerb();
      return true;
    }
    if (Role.SUBORDINATOR.isIn(roles)) {
      aside = !acts.isEmpty();
      return aside || i - clause.from() < 4;
    }
    expectByRole(i, roles);
    return true;
  }

  /** Whether the remark that tells nothing ends before the word. */
  private boolean endsAside(int i) {
    aside = !leadsToVerbs(i) && !goesOn(i);
    listed = null;
    return !aside;
  }

  /** Behind a bracket, and where a denial ends, verbs come anew. */
  private void begin(int i) {
    if (clause.before(i) == Separator.OPEN) {
      listed = null;
      // "Track (stage) files" tells the verb in another word.
      expecting = isVague(acts) || i - 1 == lastVerb && lastVerb >= 0;
      gerundOnly = false;
    }
    if (denied && assertsAgain(i)) {
      denied = false;
      listed = null;
      expectVerb();
    }
  }

  private void deny(int i) {
    takenBack = isTakenBack(i + 1);
    denied = !takenBack;
    listed = null;
    expectVerb();
  }

  /** What may follow a word that is no verb itself. */
  private void expectByRole(int i, int roles) {
    if (Role.INFINITIVE.isIn(roles) && !(lastVerb >= 0 && clause.isBeforeThing(i))) {
      expectVerb();
      manner = acts.isEmpty() ? Manner.MAIN : Manner.PURPOSE;
    } else if (Role.GERUND.isIn(roles)) {
      expecting = acts.isEmpty();
      gerundOnly = true;
    } else if (Role.COPULA.isIn(roles)) {
      tryPassive(i);
    } else if (Role.OPENER.isIn(roles)) {
      expecting |= lastVerb < 0;
    } else if (Role.CONJUNCTION.isIn(roles)) {
      if (takenBack) {
        expecting = true;
        listed = null;
      }
    } else if (!Role.ADVERB.isIn(roles)) {
      expecting = false;
    }
  }

  /**
   * {@code Given a module returns a list}: whatever stands before it, such a verb tells what is
   * done.
   */
  private boolean isSaidOfSubject(int i) {
    return acts.isEmpty()
        && manner == Manner.MAIN
        && clause.isForm(i, Form.THIRD)
        && clause.verb(i).verb().reads()
        && !clause.verb(i).loose()
        && clause.isBeforeThing(i);
  }

  /** {@code not only reads}, {@code never fails to delete}: nothing is denied. */
  private boolean isTakenBack(int i) {
    return i < clause.to() && clause.has(i, Role.REVERSAL);
  }

  /**
   * {@code Without asking, deletes a file}: a verb in the third person goes on with what is done,
   * unless it stands right behind the denial or in a list of what is denied.
   */
  private boolean assertsAgain(int i) {
    if (!clause.isForm(i, Form.THIRD)
        || clause.verb(i).loose()
        || listed == Form.THIRD && clause.isJoined(i)
        || !clause.isBeforeThing(i)) {
      return false;
    }
    int before = i - 1;
    while (before > clause.from() && clause.has(before, Role.ADVERB)) {
      before--;
    }
    int roles = clause.roles(before);
    return !Role.NEGATION.isIn(roles) && !Role.SUBORDINATOR.isIn(roles);
  }

  /**
   * {@code Finds all events that match, restores the title}, {@code Check if it exists and create
   * it}: the list goes on behind a remark.
   */
  private boolean goesOn(int i) {
    if (!clause.isBeforeThing(i) || lastVerb < 0) {
      return false;
    }
    Meaning meaning = clause.verb(i);
    Meaning last = clause.verb(lastVerb);
    expecting =
        meaning != null
            && !meaning.loose()
            && meaning.form() == last.form()
            && (clause.before(i) == Separator.COMMA
                || clause.has(i - 1, Role.CONJUNCTION)
                    && !meaning.verb().reads()
                    && !listsVerbs(i));
    return expecting;
  }

  /** {@code who want to view or delete the file}: within the remark verbs are joined, too. */
  private boolean listsVerbs(int to) {
    for (int i = lastVerb + 1; i < to; i++) {
      if (clause.has(i, Role.INFINITIVE)) {
        return true;
      }
    }
    return clause.isForm(to - 2, Form.BASE) && !clause.has(to - 3, Role.COPULA);
  }

  /** {@code actions on orders such as cancel, capture and refund}: behind it stand verbs. */
  private boolean leadsToVerbs(int i) {
    if (!isVague(acts)
        || i + 2 >= clause.to()
        || !clause.has(i, Role.PREPOSITION)
        || !clause.has(i - 1, Role.SUBORDINATOR)) {
      return false;
    }
    int second = clause.has(i + 2, Role.CONJUNCTION) ? i + 3 : i + 2;
    return clause.isForm(i + 1, Form.BASE)
        && clause.isForm(second, Form.BASE)
        && clause.isJoined(second);
  }

  private boolean tryVerb(int i, boolean joined) {
    Meaning meaning = clause.verb(i);
    if (meaning == null
        || isHyphenated(i, meaning.verb())
        || !fits(i, meaning.form(), joined)
        || isNoun(i, meaning, joined)) {
      return false;
    }
    Span object = objects.behind(i);
    if (isUseOfItself(i, meaning.form(), object)) {
      return false;
    }
    Manner said = denied ? Manner.DENIED : manner;
    int quoteEnd = Math.max(i + 1, Math.min(object.to(), i + ObjectFinder.LONGEST));
    if (!add(meaning, i, object, said, i, quoteEnd)) {
      return false;
    }
    lastVerb = i;
    listed = meaning.form();
    return true;
  }

  /** {@code Call this tool first}: how the tool is used, which says nothing of what it does. */
  private boolean isUseOfItself(int i, Form form, Span object) {
    if (form != Form.BASE || !acts.isEmpty() || !clause.has(i, Role.USAGE)) {
      return false;
    }
    boolean named = false;
    for (int k = object.from(); k < object.to(); k++) {
      named |= clause.has(k, Role.ITSELF);
      if (!clause.has(k, Role.ITSELF)
          && !clause.has(k, Role.DETERMINER)
          && !clause.has(k, Role.ADVERB)) {
        return false;
      }
    }
    return named;
  }

  /** Whether a verb in this form may act here. */
  private boolean fits(int i, Form form, boolean joined) {
    return switch (form) {
      case BASE, FOREIGN_FIRST -> !gerundOnly;
      case THIRD -> !gerundOnly && (manner == Manner.MAIN || denied);
      case ING ->
          gerundOnly
              || denied
              || i == clause.from()
              || clause.has(i - 1, Role.OPENER)
              || joined && listed == Form.ING;
      default -> false;
    };
  }

  private boolean isNoun(int i, Meaning meaning, boolean joined) {
    Form form = meaning.form();
    if (joined) {
      boolean behindVerb = isBehindVerb(i);
      if (listed != form
          || nouns.isListedNoun(i, behindVerb) && !isListedChange(meaning)
          || meaning.loose() && nouns.isNounInList(i, form, behindVerb)) {
        return true;
      }
    } else if (meaning.loose() && nouns.isNoun(i, form)) {
      return true;
    }
    return form == Form.THIRD && nouns.isBesideThing(i);
  }

  /**
   * {@code add remotes, remove remotes}: behind a change even a bare verb acts if it is no noun.
   */
  private boolean isListedChange(Meaning meaning) {
    return !meaning.loose()
        && meaning.form() == Form.BASE
        && acts.get(acts.size() - 1).category() != Category.READ;
  }

  private boolean isBehindVerb(int i) {
    int previous = clause.has(i - 1, Role.CONJUNCTION) ? i - 2 : i - 1;
    return previous == lastVerb || previous == lastName && lastName >= 0;
  }

  /**
   * Whether the verb is a part of another word; {@code force-push} is one verb with its particle.
   */
  private boolean isHyphenated(int i, Verb verb) {
    boolean behind =
        i + 1 < clause.to()
            && clause.before(i + 1) == Separator.HYPHEN
            && !verb.isJoinedBy(clause.text().id(i + 1));
    boolean before =
        i > clause.from()
            && clause.before(i) == Separator.HYPHEN
            && !clause.has(i - 1, Role.ADVERB);
    return behind || before;
  }

  /** {@code is deleted}, {@code will not be deleted}: the object stands before. */
  private void tryPassive(int copula) {
    int i = copula + 1;
    boolean negative = denied;
    while (i < clause.to() && i < copula + 4) {
      int roles = clause.roles(i);
      if (!Role.ADVERB.isIn(roles) && !Role.COPULA.isIn(roles) && !Role.NEGATION.isIn(roles)) {
        break;
      }
      negative |= Role.NEGATION.isIn(roles);
      i++;
    }
    if (clause.isForm(i, Form.PAST)) {
      Manner said = negative ? Manner.DENIED : Manner.PASSIVE;
      add(clause.verb(i), i, objects.before(copula), said, copula, i + 1);
    }
  }

  /** Where no verb stood in its place, one of another language may stand anywhere. */
  private void findForeign() {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (clause.isForeignVerb(i) && !(i > clause.from() && clause.has(i - 1, Role.NEGATION))) {
        Meaning meaning = clause.verb(i);
        if (add(meaning, i, clause.span(), Manner.MAIN, i, i + 1)
            && meaning.form() == Form.FOREIGN_LAST) {
          acts.subList(0, acts.size() - 1).clear();
        }
        if (meaning.form() == Form.FOREIGN_FIRST) {
          return;
        }
      }
    }
  }

  /** Adds the act of a verb upon an object, with the words that tell it, if a rule knows it. */
  private boolean add(Meaning meaning, int verb, Span object, Manner said, int from, int to) {
    Words words = clause.text();
    VerbRule rule = finder.rule(meaning.verb(), words, verb, object, clause.span());
    if (rule == null) {
      return false;
    }
    // Most clauses tell no act, so that the list is made for the first.
    acts = acts.isEmpty() ? new ArrayList<>(2) : acts;
    acts.add(new Act(meaning.verb(), rule, words, from, to, said, meaning.form()));
    return true;
  }

  /** Whether the acts so far only say that something is done. */
  static boolean isVague(List<Act> acts) {
    return !acts.isEmpty() && acts.get(0).rule().vague();
  }
}
