package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Search;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Functions of the sources that register a tool by the type of its input: {@code
 * tool<MakeNote>("Makes a note") { … }} is {@code make_note} with the fields of that type, unless
 * the function takes a name as well. For one package and one thread.
 */
final class TypedRegistrations {
  /** How many functions may lie between the call and the registration. */
  private static final int MAX_STEPS = 3;

  private static final String NAMED = "named";

  private static final Set<String> REGISTERING = Set.of("addTool", "Tool");

  private final Evaluator evaluator;
  private final TypeSchemas schemas;

  /** How the functions spell the name of the type; {@link #NAMED} where they are given a name. */
  private final Map<String, String> styles = new LinkedHashMap<>();

  TypedRegistrations(Evaluator evaluator, List<Function> functions) {
    this.evaluator = evaluator;
    this.schemas = new TypeSchemas(evaluator);
    for (Function function : functions) {
      boolean isNamed = takes(function, "name") && takes(function, "description");
      boolean isOne =
          (isNamed || has(function, Set.of("simpleName"), TypedRegistrations::isTypeName))
              && !REGISTERING.contains(function.name())
              && has(function, REGISTERING, part -> isCallOf(part, REGISTERING));
      if (isOne) {
        // Of overloads, those that are given a name may well take no type.
        styles.merge(
            function.name(),
            isNamed ? NAMED : style(function),
            (one, other) -> one.equals(NAMED) ? other : one);
      }
    }
    for (int i = 1; i < MAX_STEPS && !styles.isEmpty(); i++) {
      Set<String> known = Set.copyOf(styles.keySet());
      for (Function function : functions) {
        if (!known.contains(function.name())
            && has(function, known, part -> isTyped(part) && isCallOf(part, known))) {
          styles.put(function.name(), styles.values().iterator().next());
        }
      }
    }
  }

  private static boolean has(Function function, Set<String> words, Predicate<Expression> wanted) {
    return new Search(Vocabulary.of(words), wanted).finds(function.code());
  }

  private static boolean takes(Function function, String parameter) {
    return function.parameters().stream().anyMatch(each -> each.name().equals(parameter));
  }

  private static boolean isTypeName(Expression part) {
    return part instanceof Member member && member.name().equals("simpleName");
  }

  private static boolean isCallOf(Expression part, Set<String> names) {
    return part instanceof Call call && names.contains(call.callee().lastName());
  }

  private static boolean isTyped(Expression part) {
    return part instanceof Call call && call.callee() instanceof Index;
  }

  /** How the name of the type is spelled as the name of a tool. */
  private static String style(Function function) {
    for (String style : List.of("snake", "kebab", "camel")) {
      Predicate<Expression> spells =
          part ->
              part instanceof Call call
                  && call.callee().lastName().toLowerCase(Locale.ROOT).contains(style);
      if (has(function, Set.of("simpleName"), spells)) {
        return style.equals("camel")
            ? "camelCase"
            : style + (style.equals("snake") ? "_case" : "-case");
      }
    }
    return "";
  }

  /** The names of the functions that register by types. */
  Set<String> names() {
    return Set.copyOf(styles.keySet());
  }

  boolean isOne(Call call) {
    return isTyped(call) && (styles.containsKey(call.callee().lastName()) || isRegistering(call));
  }

  /** {@code addTool<MakeNote>(name = "make_note", …)}: the SDK's own takes no type. */
  private static boolean isRegistering(Call call) {
    return call.callee().lastName().equals("addTool");
  }

  Optional<ExtractedTool> tool(Call call, Scope scope) {
    Expression written = ((Index) call.callee()).at().get(0);
    if (!(evaluator.evaluate(written, scope) instanceof TypeValue input)) {
      return Optional.empty();
    }
    ObjectValue arguments =
        evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
    String style = styles.getOrDefault(call.callee().lastName(), NAMED);
    boolean isNamed = style.equals(NAMED);
    Value description = argument(arguments, "description", isNamed ? "1" : "0");
    Optional<String> name =
        isNamed
            ? argument(arguments, "name", "0").exactText()
            : Optional.of(Names.styled(input.type().name(), style));
    return name.map(
        known ->
            new ExtractedTool(
                known,
                arguments.get("title").exactText().orElse(""),
                description.anyText().orElse(""),
                description.exact(),
                schemas.structure(input),
                SchemaCoverage.COMPLETE,
                JsonObject.EMPTY,
                Evaluator.place(call, scope),
                "",
                Confidence.REGISTERED));
  }

  private static Value argument(ObjectValue arguments, String name, String position) {
    return arguments.get(arguments.has(name) ? name : position);
  }
}
