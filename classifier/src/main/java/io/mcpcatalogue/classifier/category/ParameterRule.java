package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.List;
import java.util.Set;

/**
 * A parameter that speaks for or against categories. Immutable.
 *
 * @param id the rule's id
 * @param name the words of a parameter's name, or of the end of one
 * @param whole whether they must be the parameter's whole name
 * @param kind which parameters of that name are meant
 * @param described words of which its description or an allowed value must hold one; empty for any
 * @param effects what it adds
 * @param when counts only if one of these leads without it; empty for any
 */
public record ParameterRule(
    String id,
    WordSequence name,
    boolean whole,
    Kind kind,
    Set<String> described,
    List<Effect> effects,
    Set<Category> when) {
  private static final String NOT = "not ";

  /** Which parameters are meant. */
  public enum Kind {
    ANY,
    /** A string of any content. */
    FREE_TEXT,
    /** A boolean. */
    SWITCH,
    /** One whose values are listed. */
    CHOICE,
    /** One that must be given. */
    REQUIRED
  }

  public ParameterRule {
    described = Set.copyOf(described);
    effects = List.copyOf(effects);
    when = Set.copyOf(when);
  }

  boolean holds(Parameter parameter) {
    return switch (kind) {
          case ANY -> true;
          case FREE_TEXT -> parameter.isFreeText();
          case SWITCH -> parameter.isSwitch();
          case CHOICE -> !parameter.values().isEmpty();
          case REQUIRED -> parameter.required();
        }
        && isNamed(parameter.name())
        && isDescribed(parameter);
  }

  private boolean isDescribed(Parameter parameter) {
    for (String word : described) {
      if (says(parameter.description(), word) || allows(parameter, word)) {
        return true;
      }
    }
    return described.isEmpty();
  }

  /** Whether the words stand there, and are not denied: {@code not only SELECT}. */
  private static boolean says(String description, String words) {
    int at = description.indexOf(words);
    return at >= 0 && !description.regionMatches(true, at - NOT.length(), NOT, 0, NOT.length());
  }

  private static boolean allows(Parameter parameter, String word) {
    for (Parameter.AllowedValue value : parameter.values()) {
      if (value.value().contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamed(Words words) {
    int from = words.size() - name.size();
    return (from == 0 || from > 0 && !whole) && name.standsAt(words, from);
  }
}
