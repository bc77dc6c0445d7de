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
 * @param names the names it knows, each as the numbers of its words; a parameter of that name or
 *     one that ends in it
 * @param whole whether the name must be the parameter's whole name
 * @param kind which parameters of that name are meant
 * @param described words of which its description must hold one; empty for any description
 * @param effects what it adds
 * @param when counts only if one of these leads without it; empty for any
 */
public record ParameterRule(
    String id,
    List<List<Integer>> names,
    boolean whole,
    Kind kind,
    Set<String> described,
    List<Effect> effects,
    Set<Category> when) {

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
    names = names.stream().map(List::copyOf).toList();
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
        && isDescribed(parameter.description());
  }

  private boolean isDescribed(String description) {
    for (String word : described) {
      if (description.contains(word)) {
        return true;
      }
    }
    return described.isEmpty();
  }

  private boolean isNamed(Words name) {
    for (List<Integer> known : names) {
      int offset = name.size() - known.size();
      if (offset == 0 || offset > 0 && !whole) {
        boolean equal = true;
        for (int i = 0; equal && i < known.size(); i++) {
          equal = name.id(offset + i) == known.get(i);
        }
        if (equal) {
          return true;
        }
      }
    }
    return false;
  }
}
