package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.category.ById;
import io.mcpcatalogue.classifier.category.CategoryRules;
import io.mcpcatalogue.classifier.category.Effect;
import io.mcpcatalogue.classifier.category.Form;
import io.mcpcatalogue.classifier.category.HintRule;
import io.mcpcatalogue.classifier.category.Lexicon;
import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.category.NounRule;
import io.mcpcatalogue.classifier.category.ParameterRule;
import io.mcpcatalogue.classifier.category.Phrase;
import io.mcpcatalogue.classifier.category.Role;
import io.mcpcatalogue.classifier.category.Verb;
import io.mcpcatalogue.classifier.category.VerbRule;
import io.mcpcatalogue.classifier.category.WordSequence;
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

  Headings headings(Vocabulary vocabulary) {
    return new Headings(language.headings(), vocabulary);
  }

  /** The rules that are not switched off, bound to a vocabulary that holds all their words. */
  CategoryRules bind(Vocabulary vocabulary, Set<String> off) {
    List<Rule> active = rules.stream().filter(rule -> !off.contains(rule.id)).toList();
    List<Phrase> phrases = new ArrayList<>();
    List<ParameterRule> parameters = new ArrayList<>();
    List<NounRule> nouns = new ArrayList<>();
    List<HintRule> hints = new ArrayList<>();
    for (Rule rule : active) {
      for (String words : rule.phrases) {
        phrases.add(new Phrase(rule.id, sequence(words, vocabulary), rule.effects, rule.when));
      }
      for (String name : rule.parameters) {
        parameters.add(
            new ParameterRule(
                rule.id,
                sequence(name, vocabulary),
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
        hints.add(HintRule.of(rule.id, rule.claims, rule.effects));
      }
    }
    phrases.sort(Comparator.comparing(phrase -> -phrase.words().size()));
    return new CategoryRules(
        vocabulary,
        lexicon(active, vocabulary),
        ById.of(phrases, phrase -> phrase.words().first(), vocabulary.size()),
        ById.of(parameters, rule -> rule.name().last(), vocabulary.size()),
        nouns,
        hints,
        WordSet.of(language.actionNames(), vocabulary),
        language.weights());
  }

  private static WordSequence sequence(String words, Vocabulary vocabulary) {
    return WordSequence.of(List.of(words.split(" ")), vocabulary);
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
    return new Lexicon(meanings(verbs, vocabulary), roles(vocabulary));
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

  /** The verb that each word is a form of; of a word that can be two forms the commoner one. */
  private Meaning[] meanings(Map<String, Verb> verbs, Vocabulary vocabulary) {
    Meaning[] meanings = new Meaning[vocabulary.size()];
    for (Map.Entry<String, Verb> verb : verbs.entrySet()) {
      if (verb.getKey().indexOf(' ') < 0) {
        for (Map.Entry<String, Form> word : language.forms(verb.getKey()).entrySet()) {
          int id = vocabulary.id(word.getKey());
          Form form = word.getValue();
          if (meanings[id] == null || meanings[id].form().compareTo(form) > 0) {
            meanings[id] = new Meaning(verb.getValue(), form);
          }
        }
      }
    }
    return meanings;
  }

  private int[] roles(Vocabulary vocabulary) {
    int[] roles = new int[vocabulary.size()];
    for (Role role : Role.values()) {
      for (String word : language.roles().getOrDefault(role, Set.of())) {
        roles[vocabulary.id(word)] |= role.bit();
      }
    }
    return roles;
  }
}
