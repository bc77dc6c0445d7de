package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.category.Form;
import io.mcpcatalogue.classifier.category.Role;
import io.mcpcatalogue.classifier.category.Weights;
import io.mcpcatalogue.classifier.text.Clause.Section;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the files below {@code language/} tell about words. Immutable.
 *
 * @param roles the words of each role
 * @param loose verbs whose base form is as often a noun
 * @param past irregular past forms by verb
 * @param nouns nouns that stand for a verb in names, by verb
 * @param translations words of other languages with their form, by verb
 * @param known words that are nothing but known, so that no name is cut within them
 */
record Language(
    Map<Role, Set<String>> roles,
    Set<String> loose,
    Map<String, List<String>> past,
    Map<String, List<String>> nouns,
    Map<String, Map<String, Form>> translations,
    Set<String> known,
    Set<String> actionNames,
    Map<String, Section> headings,
    Weights weights) {

  /** All words of the language files. */
  Collection<String> words() {
    Set<String> words = new TreeSet<>(known);
    roles.values().forEach(words::addAll);
    words.addAll(actionNames);
    headings.keySet().forEach(heading -> words.addAll(List.of(heading.split(" "))));
    return words;
  }

  /** All forms of a verb; of a word that can be two forms the commoner one. */
  Map<String, Form> forms(String verb) {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put(verb, Form.BASE);
    add(forms, VerbForms.third(verb), Form.THIRD);
    add(forms, VerbForms.ing(verb), Form.ING);
    add(forms, VerbForms.past(verb), Form.PAST);
    add(forms, past.getOrDefault(verb, List.of()), Form.PAST);
    add(forms, nouns.getOrDefault(verb, List.of()), Form.NOUN);
    translations.getOrDefault(verb, Map.of()).forEach(forms::putIfAbsent);
    return forms;
  }

  private static void add(Map<String, Form> forms, Collection<String> words, Form form) {
    words.forEach(word -> forms.putIfAbsent(word, form));
  }
}
