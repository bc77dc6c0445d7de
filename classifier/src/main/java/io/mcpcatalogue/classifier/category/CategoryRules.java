package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.List;

/**
 * All knowledge about categories, ready to be applied. Immutable.
 *
 * @param parameters the rules on parameters by the number of the name's last word
 * @param nouns the rules on names and descriptions without a verb
 */
public record CategoryRules(
    Vocabulary vocabulary,
    Lexicon lexicon,
    Phrases phrases,
    ById<ParameterRule> parameters,
    List<NounRule> nouns,
    List<HintRule> hints,
    ChoiceRules choices,
    Weights weights) {

  public CategoryRules {
    nouns = List.copyOf(nouns);
    hints = List.copyOf(hints);
  }
}
