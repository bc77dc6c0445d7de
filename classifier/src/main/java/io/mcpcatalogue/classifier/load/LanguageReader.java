package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.category.Form;
import io.mcpcatalogue.classifier.category.Role;
import io.mcpcatalogue.classifier.category.Weights;
import io.mcpcatalogue.classifier.text.Clause.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the files below {@code language/}. For one thread. */
final class LanguageReader {
  private static final String ROLES = "language/roles.yml";
  private static final String OBJECTS = "language/objects.yml";
  private static final String VERBS = "language/verbs.yml";
  private static final String CHOICES = "language/choices.yml";
  private static final String HEADINGS = "language/headings.yml";
  private static final String WEIGHTS = "language/weights.yml";
  private static final String TRANSLATIONS = "language/translations/";

  private final Map<Role, Set<String>> roles = new EnumMap<>(Role.class);
  private final Map<String, Set<String>> objectClasses = new TreeMap<>();
  private final Set<String> loose = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();
  private final Map<String, List<String>> past = new TreeMap<>();
  private final Map<String, List<String>> nouns = new TreeMap<>();
  private final Map<String, Map<String, Form>> translations = new TreeMap<>();
  private final Map<String, Section> headings = new TreeMap<>();
  private Language.Choices choices = Language.Choices.NONE;
  private Weights weights = new Weights(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0);

  LanguageReader(RulePack pack, Faults faults) {
    for (RuleFile file : pack.below("language")) {
      MapReader map = MapReader.of(file.root(), faults);
      switch (file.path()) {
        case ROLES -> readRoles(map);
        case OBJECTS -> readObjects(map);
        case VERBS -> readVerbs(map);
        case CHOICES -> choices = choices(map);
        case HEADINGS -> readHeadings(map);
        case WEIGHTS -> weights = weights(map);
        default -> {
          if (file.path().startsWith(TRANSLATIONS)) {
            readTranslation(map);
          } else {
            map.fault("no known file of the language");
          }
        }
      }
      map.finish();
    }
  }

  Map<String, Set<String>> objectClasses() {
    return objectClasses;
  }

  Language language() {
    return new Language(roles, loose, past, nouns, translations, known, choices, headings, weights);
  }

  private void readRoles(MapReader map) {
    for (Role role : Role.values()) {
      roles.put(role, new TreeSet<>(split(map, role.name().toLowerCase(Locale.ROOT))));
    }
  }

  private void readObjects(MapReader map) {
    for (String name : map.keys()) {
      objectClasses.put(name, nouns(map, name));
    }
  }

  private void readVerbs(MapReader map) {
    loose.addAll(split(map, "loose"));
    known.addAll(split(map, "whole-words"));
    MapReader irregular = map.map("past");
    for (String verb : irregular.keys()) {
      past.put(verb, split(irregular, verb));
    }
    MapReader named = map.map("nouns");
    for (String verb : named.keys()) {
      nouns.put(verb, split(named, verb));
    }
  }

  private static Language.Choices choices(MapReader map) {
    return new Language.Choices(
        split(map, "actions"),
        split(map, "methods"),
        split(map, "comparisons"),
        split(map, "edits"),
        split(map, "http-methods"),
        split(map, "topics"),
        split(map, "listings"));
  }

  private void readHeadings(MapReader map) {
    for (Section section : Section.values()) {
      for (String heading : map.texts(section.name().toLowerCase(Locale.ROOT))) {
        headings.put(heading, section);
      }
    }
  }

  private void readTranslation(MapReader map) {
    map.text("summary");
    boolean last = map.textOr("verb-stands", "first").equals("last");
    Form form = last ? Form.FOREIGN_LAST : Form.FOREIGN_FIRST;
    MapReader verbs = map.map("verbs");
    for (String verb : verbs.keys()) {
      Map<String, Form> words = translations.computeIfAbsent(verb, v -> new LinkedHashMap<>());
      for (String word : split(verbs, verb)) {
        words.put(word, form);
      }
    }
    MapReader roleMap = map.map("roles");
    for (Role role : Role.values()) {
      roles
          .computeIfAbsent(role, r -> new TreeSet<>())
          .addAll(split(roleMap, role.name().toLowerCase(Locale.ROOT)));
    }
    roleMap.finish();
  }

  private Weights weights(MapReader map) {
    return new Weights(
        map.numberOr("name", 1),
        map.numberOr("title", 1),
        map.numberOr("first", 1),
        map.numberOr("belated", 1),
        map.numberOr("later", 0),
        map.numberOr("advice", 0),
        map.numberOr("item", 0),
        map.numberOr("purpose", 0),
        map.numberOr("passive", 0),
        map.numberOr("denied", 0),
        map.numberOr("several", 1),
        map.numberOr("chosen", 1),
        map.numberOr("offered", 0),
        map.numberOr("offered-by-vague", 0),
        map.numberOr("later-limit", 0),
        map.numberOr("read-lead", 0),
        map.numberOr("confidence-slope", 1),
        map.numberOr("confidence-at-zero", 0));
  }

  private static List<String> split(MapReader map, String key) {
    List<String> words = new ArrayList<>();
    for (String text : map.texts(key)) {
      words.addAll(Tokens.of(text));
    }
    return words;
  }

  private static Set<String> nouns(MapReader map, String key) {
    Set<String> nouns = new TreeSet<>();
    for (String noun : split(map, key)) {
      nouns.add(noun);
      nouns.add(VerbForms.third(noun));
    }
    return nouns;
  }
}
