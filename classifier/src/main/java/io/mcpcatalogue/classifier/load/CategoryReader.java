package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.category.Effect;
import io.mcpcatalogue.classifier.category.NounRule;
import io.mcpcatalogue.classifier.category.ParameterRule.Kind;
import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hint;
import io.mcpcatalogue.classifier.load.CategoryKnowledge.Rule;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the rules below {@code categories/}. For one thread. */
final class CategoryReader {
  private static final String FOLDER = "categories";
  private static final int MOST_SPELLINGS = 200;

  private final Faults faults;
  private final Map<String, Set<String>> objectClasses;

  private CategoryReader(Faults faults, Map<String, Set<String>> objectClasses) {
    this.faults = faults;
    this.objectClasses = objectClasses;
  }

  /** All knowledge about categories in a pack. */
  static CategoryKnowledge read(RulePack pack, Faults faults) {
    LanguageReader language = new LanguageReader(pack, faults);
    CategoryReader reader = new CategoryReader(faults, language.objectClasses());
    List<Rule> rules = new ArrayList<>();
    for (RuleFile file : pack.below(FOLDER)) {
      rules.add(reader.rule(file));
    }
    reader.checkGeneralRules(rules);
    return CategoryKnowledge.of(language.language(), rules);
  }

  private Rule rule(RuleFile file) {
    MapReader map = MapReader.of(file.root(), faults);
    map.text("summary");
    map.text("why");
    Rule rule =
        new Rule(
            file.stem(),
            effects(map),
            map.flagOr("vague", false),
            words(map, "verbs"),
            nouns(map, "objects"),
            nouns(map, "unless"),
            nouns(map, "context"),
            nouns(map, "not-in-context"),
            new LinkedHashSet<>(words(map, "followed-by")),
            nouns(map, "destinations"),
            nouns(map, "given"),
            nouns(map, "nouns"),
            map.choiceOr("place", NounRule.Place.class, NounRule.Place.NAME),
            spellings(map, "phrases"),
            spellings(map, "parameters"),
            map.flagOr("whole-name", false),
            map.choiceOr("kind", Kind.class, Kind.ANY),
            Set.copyOf(map.texts("described")),
            claims(map.map("claims")),
            Set.copyOf(map.choices("when", Category.class)));
    if (rule.verbs().isEmpty()
        && rule.nouns().isEmpty()
        && rule.phrases().isEmpty()
        && rule.parameters().isEmpty()
        && rule.claims().isEmpty()) {
      map.fault("a rule needs verbs, nouns, phrases, parameters or claims");
    }
    map.finish();
    return rule;
  }

  /** What a verb does to any object can be told once only. */
  private void checkGeneralRules(List<Rule> rules) {
    Map<String, Rule> general = new TreeMap<>();
    for (Rule rule : rules) {
      if (rule.conditions() == 0 && rule.unless().isEmpty() && rule.notInContext().isEmpty()) {
        for (String verb : rule.verbs()) {
          Rule other = general.putIfAbsent(verb, rule);
          if (other != null) {
            faults.add(
                new Place(rule.id() + RulePack.ENDING, 1, 1),
                "'" + verb + "' is told for any object by " + other.id() + " already");
          }
        }
      }
    }
  }

  private List<Effect> effects(MapReader map) {
    List<Effect> effects = new ArrayList<>();
    if (!map.has("category")) {
      map.fault("'category' is missing");
    }
    Category category = map.choiceOr("category", Category.class, Category.UNKNOWN);
    effects.add(new Effect(category, map.numberOr("weight", 1)));
    MapReader against = map.map("against");
    for (String other : against.keys()) {
      against
          .choiceOf(other, Category.class)
          .ifPresent(opposed -> effects.add(new Effect(opposed, -against.numberOr(other, 1))));
    }
    return effects;
  }

  private Map<Hint, Claim> claims(MapReader map) {
    Map<Hint, Claim> claims = new EnumMap<>(Hint.class);
    for (String name : map.keys()) {
      Claim claim = map.choiceOr(name, Claim.class, Claim.ABSENT);
      Hint.of(name)
          .ifPresentOrElse(
              hint -> claims.put(hint, claim),
              () -> map.fault("unknown annotation '" + name + "'"));
    }
    return claims;
  }

  /** Words, each an item or many in one item; a phrasal verb is written with an underscore. */
  private static List<String> words(MapReader map, String key) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : map.texts(key)) {
      for (String word : Tokens.of(text)) {
        words.add(word.replace('_', ' '));
      }
    }
    return List.copyOf(words);
  }

  /** Nouns with their plurals; {@code $name} stands for a class of nouns. */
  private Set<String> nouns(MapReader map, String key) {
    Set<String> nouns = new LinkedHashSet<>();
    for (YamlText text : map.located(key)) {
      for (String word : Tokens.of(text.value())) {
        if (word.startsWith("$")) {
          Set<String> members = objectClasses.get(word.substring(1));
          if (members == null) {
            faults.add(text.place(), "there is no class of objects '" + word.substring(1) + "'");
          } else {
            nouns.addAll(members);
          }
        } else {
          nouns.add(word);
          nouns.add(VerbForms.third(word));
        }
      }
    }
    return nouns;
  }

  /** Phrases with every alternative spelled out: {@code cannot be undone|reversed}. */
  private List<String> spellings(MapReader map, String key) {
    Set<String> spellings = new LinkedHashSet<>();
    for (YamlText text : map.located(key)) {
      List<String> open = List.of("");
      for (String word : Tokens.of(text.value())) {
        List<String> longer = new ArrayList<>();
        for (String begun : open) {
          for (String alternative : Tokens.betweenBars(word)) {
            longer.add(begun.isEmpty() ? alternative : begun + " " + alternative);
          }
        }
        open = longer;
      }
      if (open.size() > MOST_SPELLINGS) {
        faults.add(text.place(), "stands for more than " + MOST_SPELLINGS + " phrases");
      }
      spellings.addAll(open);
      if (spellings.remove("")) {
        faults.add(text.place(), "a phrase without words in '" + key + "'");
      }
    }
    return List.copyOf(spellings);
  }
}
