package io.mcpcatalogue.classifier.load;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import io.mcpcatalogue.classifier.rule.Area;
import io.mcpcatalogue.classifier.rule.CharacterKind;
import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.rule.ParameterTest;
import io.mcpcatalogue.classifier.rule.SchemaFact;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads conditions. A condition is a map with the key of its kind; the other keys belong to that
 * kind. For one thread.
 */
final class ConditionReader {
  private static final int MAX_REGEX_LENGTH = 1_000;
  private static final int MAX_PROGRAM_SIZE = 10_000;
  private static final int NO_BOUND = Integer.MAX_VALUE;

  private static final Set<Scope> ANY = EnumSet.allOf(Scope.class);
  private static final Set<Scope> TOOL = EnumSet.of(Scope.TOOL, Scope.VERDICT);
  private static final Set<Scope> VERDICT = EnumSet.of(Scope.VERDICT, Scope.SERVER);
  private static final Set<Scope> SERVER = EnumSet.of(Scope.SERVER);

  /** Every kind of condition by its key. */
  private static final Set<String> KINDS =
      new TreeSet<>(
          List.of(
              "capabilities",
              "category",
              "characters",
              "fact",
              "hint",
              "length",
              "literal",
              "name",
              "name-illegal",
              "name-length",
              "no-hint",
              "no-schema",
              "parameter",
              "regex",
              "schema",
              "signal",
              "tools",
              "words"));

  /** What a rule is about decides which conditions it may use. */
  enum Scope {
    /** Any text. */
    TEXT,
    /** One tool with its category. */
    TOOL,
    /** One tool with its category and signals. */
    VERDICT,
    /** A server with the verdicts on its tools. */
    SERVER
  }

  private final PhraseParser phrases;
  private final boolean checked;
  private final Faults faults;

  /**
   * A reader.
   *
   * @param checked whether the regular expressions are known to be good: to find out costs more
   *     than all other reading
   */
  ConditionReader(PhraseParser phrases, boolean checked, Faults faults) {
    this.phrases = phrases;
    this.checked = checked;
    this.faults = faults;
  }

  /** Reads a condition for a rule of the scope. */
  Condition read(YamlNode node, Scope scope) {
    MapReader map = MapReader.of(node, faults);
    if (!(node instanceof YamlMap)) {
      return new Condition.Any(List.of());
    }
    Condition condition = read(map, scope);
    map.finish();
    return condition;
  }

  private Condition read(MapReader map, Scope scope) {
    if (map.has("all")) {
      return new Condition.All(parts(map, "all", scope));
    }
    if (map.has("any")) {
      return new Condition.Any(parts(map, "any", scope));
    }
    if (map.has("not")) {
      return new Condition.Not(read(map.node("not").orElseThrow(), scope));
    }
    Optional<String> kind = map.firstOf(KINDS);
    if (kind.isEmpty()) {
      map.fault("no condition; known: all, any, not, " + String.join(", ", KINDS));
      map.keys();
      return new Condition.Any(List.of());
    }
    if (!scopes(kind.get()).contains(scope)) {
      map.fault("'" + kind.get() + "' has no meaning in a rule for a " + spelling(scope));
    }
    return read(kind.get(), map);
  }

  /** The rules that a kind of condition may stand in. */
  private static Set<Scope> scopes(String kind) {
    return switch (kind) {
      case "characters", "length", "literal", "regex", "words" -> ANY;
      case "signal" -> VERDICT;
      case "capabilities", "fact", "tools" -> SERVER;
      default -> TOOL;
    };
  }

  private Condition read(String kind, MapReader map) {
    return switch (kind) {
      case "capabilities" -> new Condition.Capabilities(map.texts("capabilities"));
      case "category" -> verdict(map);
      case "characters" -> characters(map);
      case "fact" -> stated(map);
      case "hint" -> hint(map);
      case "length" -> length(map);
      case "literal" -> literal(map);
      case "name" -> name(map);
      case "name-illegal" -> illegalName(map);
      case "name-length" -> nameLength(map);
      case "no-hint" -> new Condition.NoHint(map.text("no-hint"));
      case "no-schema" -> noSchema(map);
      case "parameter" -> parameter(map);
      case "regex" -> regex(map);
      case "schema" -> schema(map);
      case "signal" -> given(map);
      case "tools" -> tools(map);
      case "words" -> words(map);
      default -> throw new IllegalStateException("no way to read the condition " + kind);
    };
  }

  private List<Condition> parts(MapReader map, String key, Scope scope) {
    List<Condition> parts = new ArrayList<>();
    for (YamlNode item : map.items(key)) {
      parts.add(read(item, scope));
    }
    if (parts.isEmpty()) {
      map.fault("'" + key + "' is empty");
    }
    return parts;
  }

  private Condition words(MapReader map) {
    return new Condition.Words(phrases.inText(texts(map, "words")), areas(map));
  }

  private Condition name(MapReader map) {
    return new Condition.Name(phrases.ofNames(texts(map, "name")));
  }

  private static Condition nameLength(MapReader map) {
    MapReader bounds = map.map("name-length");
    Condition condition =
        new Condition.NameLength(bounds.integerOr("min", 0), bounds.integerOr("max", NO_BOUND));
    bounds.finish();
    return condition;
  }

  private static Condition illegalName(MapReader map) {
    map.flagOr("name-illegal", true);
    return new Condition.IllegalName();
  }

  private Condition literal(MapReader map) {
    return new Condition.Literal(literals(map, "literal"), areas(map));
  }

  private Condition regex(MapReader map) {
    String expression = map.text("regex");
    if (!checked) {
      check(expression, map.placeOf("regex"));
    }
    return new Condition.Regex(expression, literals(map, "near"), areas(map));
  }

  private void check(String expression, Place place) {
    if (expression.length() > MAX_REGEX_LENGTH) {
      faults.add(place, "a regular expression of more than " + MAX_REGEX_LENGTH + " characters");
    } else if (RegexSize.estimate(expression) > MAX_PROGRAM_SIZE) {
      faults.add(place, "the repetitions of the expression multiply to too many steps");
    } else {
      try {
        int size = Pattern.compile(expression).programSize();
        if (size > MAX_PROGRAM_SIZE) {
          faults.add(place, "the expression compiles to " + size + " steps, too many");
        }
      } catch (PatternSyntaxException e) {
        faults.add(
            place,
            e.getMessage() + "; there is no look-around, backreference or possessive quantifier");
      }
    }
  }

  private Condition characters(MapReader map) {
    return new Condition.Characters(
        map.choiceOr("characters", CharacterKind.class, CharacterKind.TAGS),
        map.integerOr("min", 1),
        areas(map));
  }

  private static Condition length(MapReader map) {
    MapReader bounds = map.map("length");
    Condition condition =
        new Condition.Length(
            bounds.choiceOr("of", Area.class, Area.DESCRIPTION),
            bounds.integerOr("min", 0),
            bounds.integerOr("max", NO_BOUND));
    bounds.finish();
    return condition;
  }

  private Condition parameter(MapReader map) {
    MapReader test = map.map("parameter");
    List<ParameterTest> except = new ArrayList<>();
    for (YamlNode item : test.items("except")) {
      MapReader exception = MapReader.of(item, faults);
      except.add(test(exception));
      exception.finish();
    }
    int least = test.integerOr("min", 1);
    boolean aside = test.flagOr("aside", false);
    Condition condition = new Condition.Parameter(test(test), except, least, aside);
    test.finish();
    return condition;
  }

  private ParameterTest test(MapReader map) {
    return new ParameterTest(
        phrases.ofNames(texts(map, "name")),
        phrases.ofNames(texts(map, "path")),
        phrases.inText(texts(map, "described")),
        Set.copyOf(map.texts("type")),
        Set.copyOf(map.texts("format")),
        map.texts("has"),
        map.texts("lacks"),
        phrases.ofNames(texts(map, "values")),
        Set.copyOf(map.texts("default")),
        map.integerOr("deepest", NO_BOUND));
  }

  private static Condition schema(MapReader map) {
    MapReader bounds = map.map("schema");
    Condition condition =
        new Condition.Schema(
            bounds.choiceOr("count", SchemaFact.class, SchemaFact.PARAMETERS),
            bounds.integerOr("min", 0),
            bounds.integerOr("max", NO_BOUND));
    bounds.finish();
    return condition;
  }

  private static Condition noSchema(MapReader map) {
    map.flagOr("no-schema", true);
    return new Condition.NoSchema();
  }

  private static Condition hint(MapReader map) {
    return new Condition.Hint(map.text("hint"), map.flagOr("is", true));
  }

  private static Condition verdict(MapReader map) {
    return new Condition.Verdict(
        Set.copyOf(map.choices("category", Category.class)), map.numberOr("confidence", 0));
  }

  private static Condition given(MapReader map) {
    return new Condition.Given(
        map.texts("signal"), map.choiceOr("at-least", Severity.class, Severity.LOW));
  }

  private Condition stated(MapReader map) {
    return new Condition.Stated(map.texts("fact"), literals(map, "value"));
  }

  private static Condition tools(MapReader map) {
    MapReader tools = map.map("tools");
    Condition condition =
        new Condition.Tools(
            tools.choiceOr("of", Condition.Tools.Of.class, Condition.Tools.Of.ALL),
            tools.texts("signal"),
            tools.integerOr("min", 1),
            tools.numberOr("share", 0));
    tools.finish();
    return condition;
  }

  private static Set<Area> areas(MapReader map) {
    List<Area> areas = map.choices("in", Area.class);
    return areas.isEmpty() ? EnumSet.allOf(Area.class) : EnumSet.copyOf(areas);
  }

  private static List<YamlText> texts(MapReader map, String key) {
    return map.located(key);
  }

  private static String spelling(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  /** Literals are compared without regard to case, so they are kept in lower case. */
  private List<String> literals(MapReader map, String key) {
    List<String> literals = new ArrayList<>();
    for (YamlText text : map.located(key)) {
      if (text.value().length() < 2 || text.value().length() > 100) {
        faults.add(text.place(), "a literal has 2 to 100 characters: '" + text.value() + "'");
      } else {
        literals.add(text.value().toLowerCase(Locale.ROOT));
      }
    }
    return literals;
  }
}
