package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import java.util.List;
import java.util.Map;

/**
 * All knowledge about categories, ready to be applied. Immutable.
 *
 * @param phrases the phrases by the number of their first word
 * @param parameters the rules on parameters by the number of the name's last word
 * @param nouns the rules on names and descriptions without a verb
 * @param actionNames last words of parameters that choose among the tool's actions: {@code action}
 */
public record CategoryRules(
    Vocabulary vocabulary,
    Lexicon lexicon,
    Map<Integer, List<Phrase>> phrases,
    Map<Integer, List<ParameterRule>> parameters,
    List<NounRule> nouns,
    List<HintRule> hints,
    WordSet actionNames,
    Weights weights) {

  public CategoryRules {
    phrases = Map.copyOf(phrases);
    parameters = Map.copyOf(parameters);
    nouns = List.copyOf(nouns);
    hints = List.copyOf(hints);
  }

  List<Phrase> phrasesAt(Words words, int index) {
    int id = words.id(index);
    return id < 0 ? List.of() : phrases.getOrDefault(id, List.of());
  }

  List<ParameterRule> parametersNamed(Words name) {
    return name.size() == 0
        ? List.of()
        : parameters.getOrDefault(name.id(name.size() - 1), List.of());
  }
}
