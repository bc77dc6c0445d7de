package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.category.ById;
import io.mcpcatalogue.classifier.category.CategoryRules;
import io.mcpcatalogue.classifier.category.ChoiceRules;
import io.mcpcatalogue.classifier.category.Effect;
import io.mcpcatalogue.classifier.category.Form;
import io.mcpcatalogue.classifier.category.HintRule;
import io.mcpcatalogue.classifier.category.Lexicon;
import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.category.NounRule;
import io.mcpcatalogue.classifier.category.ParameterRule;
import io.mcpcatalogue.classifier.category.Phrase;
import io.mcpcatalogue.classifier.category.Phrases;
import io.mcpcatalogue.classifier.category.Role;
import io.mcpcatalogue.classifier.category.Verb;
import io.mcpcatalogue.classifier.category.VerbRule;
import io.mcpcatalogue.classifier.category.WordSequence;
import io.mcpcatalogue.classifier.category.WordSet;
import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hint;
import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The knowledge about categories as words: what {@link CategoryReader} read, before the vocabulary
 * is known that gives every word its number. Immutable.
 *
 * @param forms the words that are forms of each verb, by the verb without a particle
 */
record CategoryKnowledge(
    Language language, List<Rule> rules, Map<String, Map<String, Form>> forms) {

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
      Set<String> destinations,
      Set<String> given,
      Set<String> nouns,
      NounRule.Place place,
      List<String> phrases,
      List<String> parameters,
      boolean whole,
      ParameterRule.Kind kind,
      Set<String> described,
      Map<Hint, Claim> claims,
      Set<Category> when) {

    /** How particular the rule is: of several that hold, the most particular counts. */
    int conditions() {
      return (objects.isEmpty() ? 0 : 4)
          + (prepositions.isEmpty() ? 0 : 2)
          + (destinations.isEmpty() ? 0 : 4)
          + (given.isEmpty() ? 0 : 2)
          + (context.isEmpty() ? 0 : 1);
    }
  }

  /** The knowledge of these rules. */
  static CategoryKnowledge of(Language language, List<Rule> rules) {
    Map<String, Map<String, Form>> forms = new TreeMap<>();
    for (Rule rule : rules) {
      for (String verb : rule.verbs) {
        forms.computeIfAbsent(withoutParticle(verb), language::forms);
      }
    }
    return new CategoryKnowledge(language, rules, forms);
  }

  private static String withoutParticle(String verb) {
    int space = verb.indexOf(' ');
    return space < 0 ? verb : verb.substring(0, space);
  }

  /** Adds all words that the vocabulary must hold. */
  void collectWords(Collection<String> words) {
    for (Rule rule : rules) {
      collectParts(rule.verbs, words);
      collectParts(rule.phrases, words);
      collectParts(rule.parameters, words);
      words.addAll(rule.objects);
      words.addAll(rule.unless);
      words.addAll(rule.context);
      words.addAll(rule.notInContext);
      words.addAll(rule.prepositions);
      words.addAll(rule.destinations);
      words.addAll(rule.given);
      words.addAll(rule.nouns);
    }
    for (Map<String, Form> known : forms.values()) {
      words.addAll(known.keySet());
    }
    language.collectWords(words);
  }

  private static void collectParts(List<String> texts, Collection<String> words) {
    for (String text : texts) {
      words.addAll(Tokens.of(text));
    }
  }

  Headings headings(Vocabulary vocabulary) {
    return new Headings(language.headings(), vocabulary);
  }

  /** The rules that are not switched off, bound to a vocabulary that holds all their words. */
  CategoryRules bind(Vocabulary vocabulary, Set<String> off) {
    List<Rule> active = new ArrayList<>();
    for (Rule rule : rules) {
      if (!off.contains(rule.id)) {
        active.add(rule);
      }
    }
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
    return new CategoryRules(
        vocabulary,
        lexicon(active, vocabulary),
        Phrases.of(phrases, vocabulary),
        ById.of(parameters, rule -> rule.name().get(rule.name().size() - 1), vocabulary.size()),
        nouns,
        hints,
        choices(language.choices(), vocabulary),
        language.weights());
  }

  private static ChoiceRules choices(Language.Choices known, Vocabulary vocabulary) {
    return new ChoiceRules(
        WordSet.of(known.actions(), vocabulary),
        WordSet.of(known.methods(), vocabulary),
        new HashSet<>(known.comparisons()),
        known.edits(),
        known.httpMethods(),
        new HashSet<>(known.topics()),
        new HashSet<>(known.listings()));
  }

  private static WordSequence sequence(String words, Vocabulary vocabulary) {
    return WordSequence.of(Tokens.of(words), vocabulary);
  }

  private Lexicon lexicon(List<Rule> active, Vocabulary vocabulary) {
    Map<String, List<VerbRule>> known = verbRules(active, vocabulary);
    // Phrasal verbs first: the simple verbs refer to them.
    Map<String, List<Verb.Phrasal>> phrasals = new TreeMap<>();
    Set<String> bases = new TreeSet<>();
    for (Map.Entry<String, List<VerbRule>> entry : known.entrySet()) {
      String verb = entry.getKey();
      String base = withoutParticle(verb);
      bases.add(base);
      if (base.length() < verb.length()) {
        int particle = vocabulary.id(verb.substring(base.length() + 1));
        Verb phrasal = new Verb(verb, language.loose().contains(verb), entry.getValue(), List.of());
        phrasals
            .computeIfAbsent(base, b -> new ArrayList<>())
            .add(new Verb.Phrasal(particle, phrasal));
      }
    }
    List<Verb> verbs = new ArrayList<>();
    for (String base : bases) {
      verbs.add(
          new Verb(
              base,
              language.loose().contains(base),
              known.getOrDefault(base, List.of()),
              phrasals.getOrDefault(base, List.of())));
    }
    return new Lexicon(meanings(verbs, vocabulary), roles(vocabulary));
  }

  private static int byParticularity(Rule one, Rule other) {
    int order = Integer.compare(other.conditions(), one.conditions());
    order = order != 0 ? order : category(other).compareTo(category(one));
    return order != 0 ? order : one.id.compareTo(other.id);
  }

  private static Category category(Rule rule) {
    return rule.effects.get(0).category();
  }

  /** The rules of each verb, the most particular first. */
  private static Map<String, List<VerbRule>> verbRules(List<Rule> active, Vocabulary vocabulary) {
    List<Rule> ordered = new ArrayList<>(active);
    ordered.sort(CategoryKnowledge::byParticularity);
    Map<String, List<VerbRule>> byVerb = new TreeMap<>();
    for (Rule rule : ordered) {
      VerbRule bound = bind(rule, vocabulary);
      for (String verb : rule.verbs) {
        byVerb.computeIfAbsent(verb, v -> new ArrayList<>()).add(bound);
      }
    }
    return byVerb;
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
        WordSet.of(rule.prepositions, vocabulary),
        WordSet.of(rule.destinations, vocabulary),
        WordSet.of(rule.given, vocabulary));
  }

  /** The verb that each word is a form of; of a word that can be two forms the commoner one. */
  private Meaning[] meanings(List<Verb> verbs, Vocabulary vocabulary) {
    Meaning[] meanings = new Meaning[vocabulary.size()];
    for (Verb verb : verbs) {
      for (Map.Entry<String, Form> word : forms.get(verb.name()).entrySet()) {
        int id = vocabulary.id(word.getKey());
        Form form = word.getValue();
        if (meanings[id] == null || meanings[id].form().compareTo(form) > 0) {
          meanings[id] = new Meaning(verb, form);
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
