package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.text.Clause;
import io.mcpcatalogue.classifier.text.Clause.Section;
import io.mcpcatalogue.classifier.text.Separator;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * What the description of a tool tells, clause by clause: the first that says what is done counts
 * most. For one tool and one thread.
 */
final class Telling {
  static final String OFFERED_ACTION = "language/weights#offered";

  private static final int MOST_CLAUSES = 40;
  private static final int MOST_OPENING_WORDS = 8;

  /** In words, before the clause that tells what is done: {@code API: lists …}. */
  private static final int LONGEST_LABEL = 4;

  private final Lexicon lexicon;
  private final Weights weights;
  private final ToolFacts facts;
  private final Words description;
  private final NameActs nameActs;
  private final ProseActs proseActs;
  private final Votes votes;
  private final Indications indications;
  private final Losses losses;

  /** The acts that the description opens with. */
  private List<Act> told = List.of();

  /** Those of a label before it. */
  private List<Act> labelled = List.of();

  private final List<Act> offered = new ArrayList<>(0);
  private boolean first = true;

  Telling(
      CategoryRules rules,
      ToolFacts facts,
      NameActs nameActs,
      ProseActs proseActs,
      Votes votes,
      Indications indications) {
    this.lexicon = rules.lexicon();
    this.weights = rules.weights();
    this.facts = facts;
    this.description = facts.description();
    this.nameActs = nameActs;
    this.proseActs = proseActs;
    this.votes = votes;
    this.indications = indications;
    this.losses = new Losses(lexicon, facts, proseActs);
    hear();
  }

  /** The acts that the description opens with. */
  List<Act> opening() {
    return told;
  }

  /** Whether any clause tells of a loss of this category, however it is put. */
  boolean hasLoss(Category category) {
    return losses.areToldAnywhere(category);
  }

  private void hear() {
    int heard = 0;
    for (Clause clause : facts.clauses()) {
      if (clause.section() == Section.DETAIL || ++heard > MOST_CLAUSES) {
        losses.hear(clause);
      } else {
        hear(clause);
      }
    }
    if (first) {
      hearOpening();
    }
    addOffered();
    addLosses();
  }

  private void hear(Clause clause) {
    Span span = new Span(clause.from(), clause.to());
    indications.addPhrases(description, span);
    if (clause.section() == Section.ADVICE) {
      return;
    }
    List<Act> acts = proseActs.find(description, span);
    if (isNamesake(clause, acts)) {
      return;
    }
    List<Act> main = Act.main(acts);
    if (first && isLabel(clause)) {
      labelled = main;
    } else if (first && !main.isEmpty() && !isAdvised(clause, main)) {
      votes.vote(main, isBelated(clause, main) ? weights.belated() : weights.first());
      told = main;
      first = false;
    } else {
      hearLater(clause, main);
    }
    for (Act act : acts) {
      hearAside(act);
    }
  }

  private void hearLater(Clause clause, List<Act> main) {
    for (Act act : main) {
      votes.voteLater(act, laterWeight(clause, act));
    }
    if (isOffer(clause, main)) {
      offered.addAll(main);
    } else {
      losses.hear(clause, main);
    }
  }

  private void hearAside(Act act) {
    switch (act.manner()) {
      case PURPOSE -> votes.voteLater(act, weights.purpose());
      case PASSIVE -> votes.voteLater(act, weights.passive());
      case DENIED -> votes.deny(act);
      case MAIN -> {}
    }
  }

  /** Where no clause tells what is done, a label does, or what the description is about. */
  private void hearOpening() {
    if (!labelled.isEmpty()) {
      votes.vote(labelled, weights.first());
      told = labelled;
    } else if (description.size() > 0) {
      int opening = Math.min(MOST_OPENING_WORDS, description.size());
      indications.addNouns(NounRule.Place.OPENING, description, new Span(0, opening));
    }
  }

  private void addOffered() {
    if (!offered.isEmpty()
        && Act.gravest(offered).category() != Category.READ
        && !isMilder(offered)) {
      double weight = ProseActs.isVague(told) ? weights.offeredByVague() : weights.offered();
      votes.voteForGravest(OFFERED_ACTION, offered, weight);
    }
  }

  private void addLosses() {
    if (!losses.told().isEmpty() && !isMilder(losses.told())) {
      // More than all later clauses together can say for another category.
      votes.voteForGravest(OFFERED_ACTION, losses.told(), weights.chosen() + weights.laterLimit());
    }
  }

  /** Whether these acts are less than what the tool is told to do anyway. */
  private boolean isMilder(List<Act> acts) {
    return !told.isEmpty()
        && Act.gravest(acts).category().compareTo(Act.gravest(told).category()) < 0;
  }

  /**
   * Whether a later clause lists what the tool can do: several acts of it, or an item below a first
   * clause that does not say what is done.
   */
  private boolean isOffer(Clause clause, List<Act> acts) {
    if (acts.isEmpty() || isAdvice(clause)) {
      return false;
    }
    Separator before = description.before(clause.from());
    boolean ofTheTool = acts.get(0).form() != Form.BASE || acts.get(0).from() > clause.from();
    boolean below = clause.item() || before == Separator.COLON || before == Separator.DASH;
    return acts.size() > 1 && (ofTheTool || below) || below && ProseActs.isVague(told);
  }

  /** {@code Execute list-zones} of a tool called so: what is done, only the name tells. */
  private boolean isNamesake(Clause clause, List<Act> acts) {
    if (acts.isEmpty() || acts.get(0).category() != Category.EXECUTE) {
      return false;
    }
    int object = acts.get(0).from() + 1;
    String name = facts.name().text();
    return object < clause.to()
        && description.end(clause.to() - 1) - description.start(object) == name.length()
        && description.text().regionMatches(true, description.start(object), name, 0, name.length())
        && nameActs.head(facts.name(), facts.serverName(), List.of()) != null;
  }

  private double laterWeight(Clause clause, Act act) {
    boolean advises = act.form() == Form.BASE || isAdvice(clause);
    return clause.item() ? weights.item() : advises ? weights.advice() : weights.later();
  }

  /**
   * {@code Purge: deletes all}, {@code [Play mode] Reads the state}: one word before what is told,
   * or some in brackets.
   */
  private boolean isLabel(Clause clause) {
    int to = clause.to();
    boolean bracketed = clause.from() == 0 && description.text().startsWith("[");
    return (to - clause.from() == 1 || bracketed)
        && to < Math.min(LONGEST_LABEL, description.size())
        && description.before(to) == Separator.COLON;
  }

  /** Whether the description tells that the tool reads, but begins with something else. */
  private static boolean isBelated(Clause clause, List<Act> acts) {
    return clause.from() >= LONGEST_LABEL && Act.gravest(acts).category() == Category.READ;
  }

  /** {@code Always check the balance first}: that is what the caller is to do, not the tool. */
  private boolean isAdvised(Clause clause, List<Act> acts) {
    String named = nameBehind(acts.get(0));
    return isAdvice(clause) && acts.get(0).from() > clause.from()
        || !named.isEmpty() && isParameter(named)
        || clause.from() > 0 && named.indexOf('_') > 0;
  }

  /**
   * What an order is followed by, if it is no word but a name: {@code Set includeLogs for more} is
   * said of an argument, {@code Call sync_status if …} of another tool. Else empty.
   */
  private String nameBehind(Act act) {
    int object = act.from() + 1;
    return act.form() == Form.BASE
            && object < description.size()
            && description.id(object) == Vocabulary.UNKNOWN
        ? description.text().substring(description.start(object), description.end(object))
        : "";
  }

  private boolean isParameter(String name) {
    for (Parameter parameter : facts.parameters()) {
      if (parameter.name().text().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAdvice(Clause clause) {
    return lexicon.has(description.id(clause.from()), Role.ADVICE);
  }
}
