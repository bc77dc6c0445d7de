package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Area;
import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.Parameter.AllowedValue;
import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.rule.ParameterTest;
import io.mcpcatalogue.classifier.rule.Phrase;
import io.mcpcatalogue.classifier.signal.Scan.Span;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for parameters that pass a test and none of its exceptions. Immutable. */
final class ParameterCheck implements Check<ToolScan> {
  private static final int NO_SLOT = -1;

  private final Test test;
  private final List<Except> except;
  private final int least;
  private final boolean aside;

  /** A parameter test with the slots of its words. */
  private record Test(ParameterTest asks, int names, int described) {}

  /** What spares a parameter: seldom asked, so that its names are matched on the spot. */
  private record Except(Test test, Optional<PhraseTest> names) {}

  private ParameterCheck(Test test, List<Except> except, int least, boolean aside) {
    this.test = test;
    this.except = except;
    this.least = least;
    this.aside = aside;
  }

  static ParameterCheck of(Condition.Parameter condition, Slots slots, Vocabulary vocabulary) {
    return new ParameterCheck(
        test(condition.test(), slots),
        except(condition.except(), slots, vocabulary),
        condition.least(),
        condition.aside());
  }

  private static Test test(ParameterTest asks, Slots slots) {
    return new Test(
        asks, asks.names().isEmpty() ? NO_SLOT : slots.names(asks.names()), described(asks, slots));
  }

  private static List<Except> except(
      List<ParameterTest> tests, Slots slots, Vocabulary vocabulary) {
    List<Except> except = new ArrayList<>(tests.size());
    for (ParameterTest asks : tests) {
      except.add(
          new Except(
              new Test(asks, NO_SLOT, described(asks, slots)),
              asks.names().isEmpty()
                  ? Optional.empty()
                  : Optional.of(new PhraseTest(asks.names(), vocabulary))));
    }
    return except;
  }

  private static int described(ParameterTest asks, Slots slots) {
    return asks.described().isEmpty() ? NO_SLOT : slots.comparedPhrases(asks.described());
  }

  @Override
  public boolean holds(ToolScan scan, Finding finding) {
    List<Parameter> candidates =
        test.names == NO_SLOT ? scan.facts().parameters() : scan.parametersNamed(test.names);
    if (candidates.isEmpty() || test.described != NO_SLOT && scan.words(test.described).isEmpty()) {
      return false;
    }
    List<Parameter> passed = new ArrayList<>();
    Set<String> paths = new LinkedHashSet<>();
    for (Parameter parameter : candidates) {
      if (passes(test, parameter, scan) && !isExcepted(parameter, scan)) {
        passed.add(parameter);
        paths.add(parameter.path());
      }
    }
    if (paths.size() < least) {
      return false;
    }
    for (Parameter parameter : passed) {
      finding.addParameter(parameter.pointer(), parameter.path(), parameter.name().text(), aside);
    }
    return !passed.isEmpty();
  }

  private boolean isExcepted(Parameter parameter, ToolScan scan) {
    for (Except exception : except) {
      // What is not said excuses nothing.
      boolean isSaid = exception.test.asks.types().isEmpty() || !parameter.types().isEmpty();
      if (isSaid
          && (exception.names.isEmpty() || exception.names.get().holds(parameter.name()))
          && passes(exception.test, parameter, scan)) {
        return true;
      }
    }
    return false;
  }

  /** Everything but the name, which the caller has looked at. */
  private static boolean passes(Test test, Parameter parameter, ToolScan scan) {
    ParameterTest asks = test.asks;
    return parameter.depth() <= asks.deepest()
        && isTyped(parameter, asks.types())
        && (asks.formats().isEmpty() || SchemaFacts.hasFormat(parameter, asks.formats()))
        && hasAll(parameter, asks.has())
        && hasNone(parameter, asks.lacks())
        && (asks.defaults().isEmpty() || asks.defaults().contains(defaultOf(parameter)))
        && (asks.values().isEmpty() || hasValue(parameter, asks.values()))
        && (asks.paths().isEmpty() || hasPath(parameter, asks.paths()))
        && (test.described == NO_SLOT || isDescribed(parameter, scan.words(test.described), scan));
  }

  private static boolean isTyped(Parameter parameter, Set<String> types) {
    if (types.isEmpty() || parameter.types().isEmpty()) {
      return true;
    }
    for (String type : parameter.types()) {
      if (types.contains(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAll(Parameter parameter, List<String> keywords) {
    for (String keyword : keywords) {
      if (!SchemaFacts.has(parameter, keyword)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNone(Parameter parameter, List<String> keywords) {
    for (String keyword : keywords) {
      if (SchemaFacts.has(parameter, keyword)) {
        return false;
      }
    }
    return true;
  }

  private static String defaultOf(Parameter parameter) {
    return parameter.schema().get("default").map(JsonValue::toString).orElse("");
  }

  private static boolean hasValue(Parameter parameter, List<Phrase> phrases) {
    for (AllowedValue value : parameter.values()) {
      if (NamePhrases.match(value.value(), phrases)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPath(Parameter parameter, List<Phrase> phrases) {
    return NamePhrases.match(parameter.path(), phrases);
  }

  /**
   * In the schema, where the description is the very string that stands there, so that identity
   * finds its text; or in the lines about the argument in the description of the tool.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isDescribed(Parameter parameter, List<Span> spans, ToolScan scan) {
    for (Span span : spans) {
      Area area = span.text().area();
      if (area == Area.SCHEMA && span.text().value() == parameter.description()
          || area == Area.DESCRIPTION && scan.isAbout(parameter, span)) {
        return true;
      }
    }
    return false;
  }
}
