package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.text.Words;
import java.util.Optional;

/** Finds the rule for a verb and what it acts upon, in the context of one tool. For one thread. */
final class Judge {
  private static final int PARTICLE_REACH = 5;

  private final ToolFacts facts;

  Judge(ToolFacts facts) {
    this.facts = facts;
  }

  /** The verb at the index, joined with a particle that follows it at once or behind its object. */
  static Verb phrasal(Verb verb, Words words, int index, int to) {
    for (Verb.Phrasal phrasal : verb.phrasal()) {
      int limit = Math.min(to, index + PARTICLE_REACH);
      for (int i = index + 1; i < limit; i++) {
        if (words.id(i) == phrasal.particle()) {
          return phrasal.verb();
        }
      }
    }
    return verb;
  }

  /** The first rule of the verb that holds for the object; none where all want other objects. */
  Optional<VerbRule> rule(Verb verb, Words words, Span object, Span clause) {
    for (VerbRule rule : verb.rules()) {
      if (holds(rule, words, object, clause)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private boolean holds(VerbRule rule, Words words, Span object, Span clause) {
    return (rule.objects().isEmpty() || containsAny(rule.objects(), words, object))
        && (rule.unless().isEmpty() || !containsAny(rule.unless(), words, object))
        && (rule.prepositions().isEmpty()
            || object.to() < clause.to() && rule.prepositions().contains(words.id(object.to())))
        && (rule.context().isEmpty() || isInContext(rule.context(), words, clause));
  }

  private boolean isInContext(WordSet set, Words words, Span clause) {
    return containsAny(set, words, clause)
        || containsAny(set, facts.name(), Span.of(facts.name()))
        || containsAny(set, facts.title(), Span.of(facts.title()))
        || containsAny(set, facts.serverName(), Span.of(facts.serverName()));
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
