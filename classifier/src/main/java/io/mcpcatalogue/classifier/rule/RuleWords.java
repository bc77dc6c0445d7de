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
    if (unless.isPresent()) {
      collect(unless.get(), words);
    }
  }

  private static void collect(Condition condition, Collection<String> words) {
    if (condition instanceof Condition.All all) {
      collectAll(all.parts(), words);
    } else if (condition instanceof Condition.Any any) {
      collectAll(any.parts(), words);
    } else if (condition instanceof Condition.Not not) {
      collect(not.part(), words);
    } else if (condition instanceof Condition.Words text) {
      collect(text.phrases(), words);
      collect(text.except(), words);
    } else if (condition instanceof Condition.Name name) {
      collect(name.phrases(), words);
    } else if (condition instanceof Condition.Parameter parameter) {
      collect(parameter.test(), words);
      for (ParameterTest test : parameter.except()) {
        collect(test, words);
      }
    }
  }

  private static void collectAll(List<Condition> parts, Collection<String> words) {
    for (Condition part : parts) {
      collect(part, words);
    }
  }

  private static void collect(ParameterTest test, Collection<String> words) {
    collect(test.names(), words);
    collect(test.paths(), words);
    collect(test.described(), words);
    collect(test.values(), words);
  }

  private static void collect(List<Phrase> phrases, Collection<String> words) {
    for (Phrase phrase : phrases) {
      for (Phrase.Element element : phrase.elements()) {
        words.addAll(element.words());
      }
    }
  }
}
