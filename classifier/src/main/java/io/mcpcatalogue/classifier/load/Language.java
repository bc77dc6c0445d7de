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
    Choices choices,
    Map<String, Section> headings,
    Weights weights) {

  /**
   * The words by which parameters are told that choose among a tool's actions. Immutable.
   *
   * @param edits values of which the first tells that all of them edit a document
   * @param httpMethods the same of methods of HTTP
   */
  record Choices(
      List<String> actions,
      List<String> methods,
      List<String> comparisons,
      List<String> edits,
      List<String> httpMethods,
      List<String> topics,
      List<String> listings) {
    static final Choices NONE =
        new Choices(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Adds all words of the language files. */
  void collectWords(Collection<String> words) {
    words.addAll(known);
    for (Set<String> role : roles.values()) {
      words.addAll(role);
    }
    words.addAll(choices.actions());
    words.addAll(choices.methods());
    for (String heading : headings.keySet()) {
      words.addAll(Tokens.of(heading));
    }
  }

  /** All forms of a verb; of a word that can be two forms the commoner one. */
  Map<String, Form> forms(String verb) {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put(verb, Form.BASE);
    forms.putIfAbsent(VerbForms.third(verb), Form.THIRD);
    add(forms, VerbForms.ing(verb), Form.ING);
    add(forms, VerbForms.past(verb), Form.PAST);
    add(forms, past.getOrDefault(verb, List.of()), Form.PAST);
    add(forms, nouns.getOrDefault(verb, List.of()), Form.NOUN);
    for (Map.Entry<String, Form> word : translations.getOrDefault(verb, Map.of()).entrySet()) {
      forms.putIfAbsent(word.getKey(), word.getValue());
    }
    return forms;
  }

  private static void add(Map<String, Form> forms, List<String> words, Form form) {
    for (String word : words) {
      forms.putIfAbsent(word, form);
    }
  }
}
