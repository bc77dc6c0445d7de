package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.category.ById;
import io.mcpcatalogue.classifier.category.CategoryRules;
import io.mcpcatalogue.classifier.category.Effect;
import io.mcpcatalogue.classifier.category.HintRule;
import io.mcpcatalogue.classifier.category.Lexicon;
import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.category.NounRule;
import io.mcpcatalogue.classifier.category.ParameterRule;
import io.mcpcatalogue.classifier.category.Phrase;
import io.mcpcatalogue.classifier.category.Role;
import io.mcpcatalogue.classifier.category.Verb;
import io.mcpcatalogue.classifier.category.VerbRule;
import io.mcpcatalogue.classifier.category.WordSet;
import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The knowledge about categories as words: what {@link CategoryReader} read, before the vocabulary
 * is known that gives every word its number. Immutable.
 */
record CategoryKnowledge(Language language, List<Rule> rules) {

  /**
   * One rule file below {@code categories/}. Immutable.
   *
   * @param effects the first one names the category
   */
  record Rule(
      String id,
      List<Effect> effects,
      boolean vague,
      List<String> verbs,
      Set<String> objects,
      Set<String> unless,
      Set<String> context,
      Set<String> notInContext,
      Set<String> prepositions,
      Set<String> nouns,
      NounRule.Place place,
      List<String> phrases,
      List<String> parameters,
      boolean whole,
      ParameterRule.Kind kind,
      Set<String> described,
      Map<String, Claim> claims,
      Set<Category> when) {

    /** How particular the rule is: of several that hold, the most particular counts. */
    int conditions() {
      return (objects.isEmpty() ? 0 : 4)
          + (prepositions.isEmpty() ? 0 : 2)
          + (context.isEmpty() ? 0 : 1);
    }
  }

  /** All words that the vocabulary must hold. */
  Collection<String> words() {
    Set<String> words = new TreeSet<>();
    for (Rule rule : rules) {
      rule.verbs.forEach(verb -> words.addAll(List.of(verb.split(" "))));
      words.addAll(rule.objects);
      words.addAll(rule.unless);
      words.addAll(rule.context);
      words.addAll(rule.notInContext);
      words.addAll(rule.prepositions);
      words.addAll(rule.nouns);
      rule.phrases.forEach(phrase -> words.addAll(List.of(phrase.split(" "))));
      rule.parameters.forEach(name -> words.addAll(List.of(name.split(" "))));
      rule.verbs.forEach(verb -> words.addAll(language.forms(verb.split(" ")[0]).keySet()));
    }
    words.addAll(language.words());
    return words;
  }

  Headings headings() {
    return language.headings();
  }

  /** The rules that are not switched off, bound to a vocabulary that holds all their words. */
  CategoryRules bind(Vocabulary vocabulary, Set<String> off) {
    List<Rule> active = rules.stream().filter(rule -> !off.contains(rule.id)).toList();
    Map<Integer, List<Phrase>> phrases = new HashMap<>();
    Map<Integer, List<ParameterRule>> parameters = new HashMap<>();
    List<NounRule> nouns = new ArrayList<>();
    List<HintRule> hints = new ArrayList<>();
    for (Rule rule : active) {
      for (String words : rule.phrases) {
        List<Integer> ids = ids(words, vocabulary);
        phrases
            .computeIfAbsent(ids.get(0), first -> new ArrayList<>())
            .add(new Phrase(rule.id, ids, rule.effects, rule.when));
      }
      for (String name : rule.parameters) {
        List<Integer> ids = ids(name, vocabulary);
        parameters
            .computeIfAbsent(ids.get(ids.size() - 1), last -> new ArrayList<>())
            .add(
                new ParameterRule(
                    rule.id,
                    List.of(ids),
                    rule.whole,
                    rule.kind,
                    rule.described,
                    rule.effects,
                    rule.when));
      }
      if (!rule.nouns.isEmpty()) {
        WordSet set = WordSet.of(rule.nouns, vocabulary);
        nouns.add(new NounRule(rule.id, rule.place, set, rule.effects));
      }
      if (!rule.claims.isEmpty()) {
        hints.add(new HintRule(rule.id, rule.claims, rule.effects));
      }
    }
    phrases.values().forEach(list -> list.sort(Comparator.comparing(p -> -p.size())));
    return new CategoryRules(
        vocabulary,
        lexicon(active, vocabulary),
        ById.of(phrases, vocabulary.size()),
        ById.of(parameters, vocabulary.size()),
        nouns,
        hints,
        WordSet.of(language.actionNames(), vocabulary),
        language.weights());
  }

  private static List<Integer> ids(String words, Vocabulary vocabulary) {
    return List.of(words.split(" ")).stream().map(vocabulary::id).toList();
  }

  private Lexicon lexicon(List<Rule> active, Vocabulary vocabulary) {
    Map<String, List<Rule>> byVerb = new TreeMap<>();
    for (Rule rule : active) {
      rule.verbs.forEach(verb -> byVerb.computeIfAbsent(verb, v -> new ArrayList<>()).add(rule));
    }
    Map<String, Verb> verbs = new TreeMap<>();
    Map<Rule, VerbRule> bound = new HashMap<>();
    // Phrasal verbs first: the simple verbs refer to them.
    byVerb.keySet().stream()
        .filter(verb -> verb.contains(" "))
        .forEach(
            verb -> verbs.put(verb, verb(verb, byVerb.get(verb), List.of(), bound, vocabulary)));
    for (String verb : byVerb.keySet()) {
      String base = verb.split(" ")[0];
      if (!verbs.containsKey(base)) {
        List<Verb.Phrasal> phrasal = new ArrayList<>();
        for (String other : byVerb.keySet()) {
          if (other.startsWith(base + " ")) {
            int particle = vocabulary.id(other.substring(base.length() + 1));
            phrasal.add(new Verb.Phrasal(particle, verbs.get(other)));
          }
        }
        List<Rule> known = byVerb.getOrDefault(base, List.of());
        verbs.put(base, verb(base, known, phrasal, bound, vocabulary));
      }
    }
    return new Lexicon(vocabulary.size(), meanings(verbs, vocabulary), roles(vocabulary));
  }

  private Verb verb(
      String name,
      List<Rule> known,
      List<Verb.Phrasal> phrasal,
      Map<Rule, VerbRule> bound,
      Vocabulary vocabulary) {
    List<VerbRule> rules =
        known.stream()
            .sorted(
                Comparator.comparing((Rule rule) -> -rule.conditions())
                    .thenComparing(rule -> -rule.effects.get(0).category().ordinal())
                    .thenComparing(Rule::id))
            .map(rule -> bound.computeIfAbsent(rule, r -> bind(r, vocabulary)))
            .toList();
    return new Verb(name, language.loose().contains(name), rules, phrasal);
  }

  private static VerbRule bind(Rule rule, Vocabulary vocabulary) {
    Effect effect = rule.effects.get(0);
    return new VerbRule(
        rule.id,
        effect.category(),
        effect.weight(),
        rule.vague,
        WordSet.of(rule.objects, vocabulary),
        WordSet.of(rule.unless, vocabulary),
        WordSet.of(rule.context, vocabulary),
        WordSet.of(rule.notInContext, vocabulary),
        WordSet.of(rule.prepositions, vocabulary));
  }

  private Map<Integer, Meaning> meanings(Map<String, Verb> verbs, Vocabulary vocabulary) {
    Map<Integer, Meaning> meanings = new HashMap<>();
    Map<Integer, Integer> ranks = new HashMap<>();
    verbs.forEach(
        (name, verb) -> {
          if (!name.contains(" ")) {
            language
                .forms(name)
                .forEach(
                    (word, form) -> {
                      int id = vocabulary.id(word);
                      int rank = form.ordinal();
                      if (ranks.getOrDefault(id, Integer.MAX_VALUE) > rank) {
                        ranks.put(id, rank);
                        meanings.put(id, new Meaning(verb, form));
                      }
                    });
          }
        });
    return meanings;
  }

  private Map<Integer, Integer> roles(Vocabulary vocabulary) {
    Map<Integer, Integer> roles = new HashMap<>();
    for (Role role : Role.values()) {
      for (String word : language.roles().getOrDefault(role, Set.of())) {
        roles.merge(vocabulary.id(word), 1 << role.ordinal(), (a, b) -> a | b);
      }
    }
    return roles;
  }
}
