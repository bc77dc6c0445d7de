package io.mcpcatalogue.classifier.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the words that conditions know. */
public final class RuleWords {
  private RuleWords() {}

  /** Adds the words of both conditions. */
  public static void collect(
      Condition match, Optional<Condition> unless, Collection<String> words) {
    collect(match, words);
    unless.ifPresent(condition -> collect(condition, words));
  }

  private static void collect(Condition condition, Collection<String> words) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(part, words));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(part, words));
    } else if (condition instanceof Condition.Not not) {
      collect(not.part(), words);
    } else if (condition instanceof Condition.Words text) {
      collect(text.phrases(), words);
    } else if (condition instanceof Condition.Name name) {
      collect(name.phrases(), words);
    } else if (condition instanceof Condition.Parameter parameter) {
      collect(parameter.test(), words);
      parameter.except().forEach(test -> collect(test, words));
    }
  }

  private static void collect(ParameterTest test, Collection<String> words) {
    collect(test.names(), words);
    collect(test.paths(), words);
    collect(test.described(), words);
    collect(test.values(), words);
  }

  private static void collect(List<Phrase> phrases, Collection<String> words) {
    phrases.forEach(phrase -> phrase.elements().forEach(element -> words.addAll(element.words())));
  }
}
