package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what is no act and tells of one: phrases, nouns, parameters, hints. For one thread. */
final class Indications {
  /** What comes after so many words of a clause tells nothing new about the tool. */
  private static final int MOST_WORDS_OF_CLAUSE = 300;

  /** More parameters than this that say the same add nothing. */
  private static final int MOST_ALIKE_PARAMETERS = 4;

  private final CategoryRules rules;
  private final Tally tally;

  /** What counts only once it is known which category leads. */
  private final List<Runnable> reservations = new ArrayList<>(0);

  /** How often each mild claim was heard: one that is made over and over is no truer for it. */
  private final Map<String, Integer> mildClaims = new HashMap<>();

  Indications(CategoryRules rules, Tally tally) {
    this.rules = rules;
    this.tally = tally;
  }

  void addPhrases(Words words, Span span) {
    int last = Math.min(span.to(), span.from() + MOST_WORDS_OF_CLAUSE);
    for (int i = span.from(); i < last; i++) {
      Phrase phrase = rules.phrases().at(i, words);
      if (phrase != null
          && i + phrase.words().size() <= span.to()
          && !(i > span.from() && isDeniedRead(phrase, words, span))) {
        int from = i;
        count(phrase.when(), () -> addPhrase(phrase, words, from));
      }
    }
  }

  /** {@code Not available in read-only mode}: so it does more than read. */
  private boolean isDeniedRead(Phrase phrase, Words words, Span span) {
    return phrase.effects().get(0).category() == Category.READ
        && rules.lexicon().has(words.id(span.from()), Role.NEGATION);
  }

  private void addPhrase(Phrase phrase, Words words, int from) {
    if (isRepeated(phrase.rule() + words.pointer(), phrase.effects(), 1)) {
      return;
    }
    int to = from + phrase.words().size();
    for (Effect effect : phrase.effects()) {
      tally.add(phrase.rule(), effect.category(), effect.weight(), words, from, to);
    }
  }

  /** Where no verb tells what is done, the name of the answer does. */
  void addNouns(NounRule.Place place, Words words, Span span) {
    for (NounRule rule : rules.nouns()) {
      if (rule.place() == place) {
        for (int i = span.from(); i < span.to(); i++) {
          if (rule.nouns().contains(words.id(i))) {
            for (Effect effect : rule.effects()) {
              tally.add(rule.id(), effect.category(), effect.weight(), words, i, i + 1);
            }
            return;
          }
        }
      }
    }
  }

  void addParameter(Parameter parameter) {
    ById<ParameterRule> known = rules.parameters();
    int last = parameter.name().lastId();
    int end = known.to(last);
    for (int i = known.from(last); i < end; i++) {
      ParameterRule rule = known.get(i);
      if (rule.holds(parameter)) {
        count(rule.when(), () -> addParameter(rule, parameter));
      }
    }
  }

  private void addParameter(ParameterRule rule, Parameter parameter) {
    if (isRepeated(rule.id(), rule.effects(), MOST_ALIKE_PARAMETERS)) {
      return;
    }
    for (Effect effect : rule.effects()) {
      tally.add(rule.id(), effect.category(), effect.weight(), parameter);
    }
  }

  void addHint(HintRule hint) {
    HintRule.Claimed shown = hint.claims().get(0);
    String at = "/annotations/" + shown.hint().annotation();
    for (Effect effect : hint.effects()) {
      tally.add(
          new Evidence(hint.id(), effect.category(), effect.weight(), at, 0, 0, shown.words()));
    }
  }

  /** Counts what was left until all else was heard. */
  void countReservations() {
    for (Runnable reservation : reservations) {
      reservation.run();
    }
  }

  private void count(Set<Category> when, Runnable contribution) {
    if (when.isEmpty()) {
      contribution.run();
    } else {
      reservations.add(
          () -> {
            if (when.contains(tally.leader())) {
              contribution.run();
            }
          });
    }
  }

  /** Whether a claim that takes the tool down was made as often as it counts. */
  private boolean isRepeated(String claim, List<Effect> effects, int most) {
    Category category = effects.get(0).category();
    return (category == Category.READ || category == Category.WRITE)
        && mildClaims.merge(claim, 1, Integer::sum) > most;
  }
}
