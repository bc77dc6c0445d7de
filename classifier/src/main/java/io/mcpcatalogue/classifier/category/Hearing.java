package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.model.Category;
import java.util.List;

/** Hears all that one tool says about itself and sums it up. For one tool and one thread. */
final class Hearing {
  private static final String CHOSEN_ACTION = "language/weights#chosen";

  private final CategoryRules rules;
  private final Weights weights;
  private final ToolFacts facts;
  private final Tally tally = new Tally();
  private final Votes votes;
  private final Indications indications;
  private final NameActs nameActs;
  private final ProseActs proseActs;

  /** Whether the description lists an act that changes something among the tool's actions. */
  private boolean tellsChange;

  Hearing(CategoryRules rules, ToolFacts facts) {
    this.rules = rules;
    this.weights = rules.weights();
    this.facts = facts;
    this.votes = new Votes(weights, tally);
    this.indications = new Indications(rules, tally);
    RuleFinder finder = new RuleFinder(rules.lexicon(), facts);
    this.nameActs = new NameActs(rules.lexicon(), finder);
    this.proseActs = new ProseActs(rules.lexicon(), finder);
  }

  Verdict verdict() {
    Telling telling = new Telling(rules, facts, nameActs, proseActs, votes, indications);
    List<Act> named = hearName(telling.opening());
    hearTitle();
    hearParameters();
    hearHints();
    indications.countReservations();
    Category winner =
        isDoubtful(named, telling) || choosesChange()
            ? tally.leaderBeside(Category.READ)
            : tally.leader();
    return new Verdict(winner, confidence(winner, tally.margin(winner)), tally.evidence());
  }

  /**
   * Whether the name opens with a change, and the description tells of the same grave one, or of
   * none while only little more says that the tool reads: to take a change for a reading is the
   * graver error.
   */
  private boolean isDoubtful(List<Act> named, Telling telling) {
    if (named.isEmpty() || tally.leader() != Category.READ) {
      return false;
    }
    Act act = named.get(0);
    return act.category() != Category.READ
        && !act.verb().loose()
        && nameActs.opens(act, facts.serverName())
        && (isSaidTwice(act, telling)
            || tally.margin(Category.READ) < weights.readLead()
                && !isSettled(act.verb(), telling.opening()));
  }

  /** Whether name and description say alike what is lost or spent, whatever is said to soothe. */
  private static boolean isSaidTwice(Act named, Telling telling) {
    Category category = named.category();
    return (category == Category.DESTRUCTIVE || category == Category.FINANCIAL)
        && telling.hasLoss(category);
  }

  /** Whether the description opens with the verb itself, or with an act upon something certain. */
  private static boolean isSettled(Verb verb, List<Act> told) {
    return NameActs.isTold(verb, told)
        || !told.isEmpty() && !told.get(0).rule().objects().isEmpty();
  }

  /** Whether the tool would read, were there no act among its actions that changes something. */
  private boolean choosesChange() {
    return tellsChange && tally.leader() == Category.READ;
  }

  private double confidence(Category winner, double margin) {
    if (winner == Category.UNKNOWN) {
      return 0;
    }
    double lead = Math.max(0, margin);
    double doubt = (1 - weights.confidenceAtZero()) * Math.exp(-weights.confidenceSlope() * lead);
    return Math.round((1 - doubt) * 1000) / 1000.0;
  }

  private List<Act> hearName(List<Act> told) {
    List<Act> acts = nameActs.find(facts.name(), facts.serverName(), told);
    votes.vote(acts, weights.name());
    if (acts.isEmpty()) {
      indications.addNouns(NounRule.Place.NAME, facts.name(), Span.of(facts.name()));
    }
    indications.addPhrases(facts.name(), Span.of(facts.name()));
    return acts;
  }

  private void hearTitle() {
    Span title = Span.of(facts.title());
    indications.addPhrases(facts.title(), title);
    votes.vote(Act.main(proseActs.find(facts.title(), title)), weights.title());
  }

  private void hearParameters() {
    for (Parameter parameter : facts.parameters()) {
      if (!parameter.isDeep()) {
        indications.addParameter(parameter);
      }
    }
    hearChoices();
  }

  /** The gravest action that a parameter lets the caller choose. */
  private void hearChoices() {
    ActionChoices choices = new ActionChoices(rules, facts, nameActs);
    tellsChange = choices.tellsChange();
    if (!choices.allowed().isEmpty()) {
      votes.voteForGravest(CHOSEN_ACTION, choices.allowed(), weights.chosen());
    } else if (!choices.told().isEmpty()) {
      votes.voteForGravest(Telling.OFFERED_ACTION, choices.told(), weights.offeredByVague());
    }
  }

  private void hearHints() {
    for (HintRule hint : rules.hints()) {
      if (hint.holds(facts.hints())) {
        indications.addHint(hint);
      }
    }
  }
}
