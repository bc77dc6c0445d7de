package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.text.Clause;
import io.mcpcatalogue.classifier.text.Separator;
import io.mcpcatalogue.classifier.text.Words;
import java.util.List;

/** Finds the rule for a verb and what it acts upon, in the context of one tool. For one thread. */
final class RuleFinder {
  private static final int PARTICLE_REACH = 5;
  private static final int LONGEST_OPENING = 25;

  private final Lexicon lexicon;
  private final ToolFacts facts;
  private final Span opening;

  RuleFinder(Lexicon lexicon, ToolFacts facts) {
    this.lexicon = lexicon;
    this.facts = facts;
    this.opening = opening(facts);
  }

  /**
   * The rule that holds for the verb at the index and its object: of the verb joined with a
   * particle that follows it ({@code set up}, {@code turn … on}) if there is one, else of the verb
   * alone; null where all rules want other objects.
   */
  VerbRule rule(Verb verb, Words words, int index, Span object, Span clause) {
    List<Verb.Phrasal> phrasals = verb.phrasal();
    for (int p = 0; p < phrasals.size(); p++) {
      Verb.Phrasal phrasal = phrasals.get(p);
      int limit = Math.min(clause.to(), index + PARTICLE_REACH);
      for (int i = index + 1; i < limit; i++) {
        if (words.id(i) == phrasal.particle()) {
          VerbRule rule = rule(phrasal.verb(), words, object, clause);
          if (rule != null) {
            return rule;
          }
        }
      }
    }
    return rule(verb, words, object, clause);
  }

  /** The first rule of the verb that holds for the object, or null. */
  private VerbRule rule(Verb verb, Words words, Span object, Span clause) {
    List<VerbRule> rules = verb.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (holds(rules.get(i), words, object, clause)) {
        return rules.get(i);
      }
    }
    return null;
  }

  private boolean holds(VerbRule rule, Words words, Span object, Span clause) {
    return (rule.objects().isEmpty() || containsAny(rule.objects(), words, object))
        && (rule.unless().isEmpty() || !containsAny(rule.unless(), words, object))
        && (rule.prepositions().isEmpty() || isFollowed(rule, words, object.to(), clause.to()))
        && (rule.given().isEmpty() || isGiven(rule.given()))
        && (rule.context().isEmpty() || isInContext(rule.context(), words, clause))
        && (rule.notInContext().isEmpty() || !isInContext(rule.notInContext(), words, clause));
  }

  /**
   * Whether the right preposition stands behind the object and, if need be, leads to the right
   * thing.
   */
  private boolean isFollowed(VerbRule rule, Words words, int from, int to) {
    if (rule.destinations().isEmpty()) {
      return from < to && rule.prepositions().contains(words.id(from));
    }
    boolean leads = false;
    for (int i = from; i < to; i++) {
      int id = words.id(i);
      int roles = lexicon.roles(id);
      if (rule.prepositions().contains(id)) {
        // "to read a file" leads nowhere.
        leads = i + 1 < to && mayBeThing(rule, words.id(i + 1));
      } else if (leads && rule.destinations().contains(id)) {
        return true;
      } else if (Role.PREPOSITION.isIn(roles)
          || Role.SUBORDINATOR.isIn(roles)
          || words.before(i) == Separator.COMMA) {
        leads = false;
      }
    }
    return false;
  }

  private boolean isGiven(WordSet set) {
    for (Parameter parameter : facts.parameters()) {
      if (set.contains(parameter.name().lastId())) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBeThing(VerbRule rule, int id) {
    return !lexicon.isVerb(id) || rule.destinations().contains(id);
  }

  private boolean isInContext(WordSet set, Words words, Span clause) {
    return containsAny(set, words, clause)
        || containsAny(set, facts.name(), Span.of(facts.name()))
        || containsAny(set, facts.title(), Span.of(facts.title()))
        || containsAny(set, facts.serverName(), Span.of(facts.serverName()))
        || containsAny(set, facts.description(), opening);
  }

  private static Span opening(ToolFacts facts) {
    if (facts.clauses().isEmpty()) {
      return new Span(0, 0);
    }
    Clause first = facts.clauses().get(0);
    // Behind a mark such as [beta] it is the second that opens the description.
    boolean marked = facts.description().text().startsWith("[") && facts.clauses().size() > 1;
    int to = marked ? facts.clauses().get(1).to() : first.to();
    return new Span(first.from(), Math.min(to, first.from() + LONGEST_OPENING));
  }

  private static boolean containsAny(WordSet set, Words words, Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      if (set.contains(words.id(i))) {
        return true;
      }
    }
    return false;
  }
}
