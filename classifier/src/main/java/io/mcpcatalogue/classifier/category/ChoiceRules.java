package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.Parameter.AllowedValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of parameters that let the caller choose. Immutable.
 *
 * @param actions last words of names of those that choose among the tool's actions, such as
 *     "action"
 * @param methods names of those that may do so as well, such as "method"
 * @param comparisons values that compare and are no actions: {@code gte}
 * @param edits the edits of a document, first the one that tells that all of them are
 * @param httpMethods the methods of HTTP, in the same way
 * @param topics words between an action and what is told about it: {@code for}
 * @param listings verbs of tools that list, which may be asked for things of one action
 */
public record ChoiceRules(
    WordSet actions,
    WordSet methods,
    Set<String> comparisons,
    List<String> edits,
    List<String> httpMethods,
    Set<String> topics,
    Set<String> listings) {

  public ChoiceRules {
    comparisons = Set.copyOf(comparisons);
    edits = List.copyOf(edits);
    httpMethods = List.copyOf(httpMethods);
    topics = Set.copyOf(topics);
    listings = Set.copyOf(listings);
  }

  /** Whether it is chosen how to compare: {@code eq}, {@code contains}, {@code starts}. */
  boolean isComparison(Parameter parameter) {
    int found = 0;
    for (AllowedValue value : parameter.values()) {
      if (comparisons.contains(value.value().toLowerCase(Locale.ROOT))) {
        found++;
      }
    }
    return found > 1;
  }

  /** Whether one of many edits of a document is described. */
  boolean isEdit(Parameter parameter) {
    return !parameter.isTopLevel() && areAllOf(edits, parameter.values());
  }

  /** Whether the methods of HTTP are to choose from, which are no actions of the tool's own. */
  boolean isHttpMethod(Parameter parameter) {
    return areAllOf(httpMethods, parameter.values());
  }

  /** Whether the values are all of one kind, the first of which is among them. */
  private static boolean areAllOf(List<String> kind, List<AllowedValue> values) {
    boolean hasFirst = false;
    for (AllowedValue value : values) {
      int place = kind.indexOf(value.value().toLowerCase(Locale.ROOT));
      if (place < 0) {
        return false;
      }
      hasFirst |= place == 0;
    }
    return hasFirst;
  }
}
