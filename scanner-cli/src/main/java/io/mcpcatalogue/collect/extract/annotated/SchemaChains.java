package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the input that builders of the sources' own describe, one method a parameter: {@code
 * Schema.of().project().intProperty("line", "Which line").build()}. For one thread.
 */
final class SchemaChains {
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "string",
          "enum", "string",
          "int", "integer",
          "number", "number",
          "bool", "boolean",
          "array", "array",
          "list", "array",
          "object", "object");

  private final Evaluator evaluator;
  private final Function<String, Optional<FunctionValue>> methods;
  private final ObjectSchema schema = new ObjectSchema();

  private SchemaChains(Evaluator evaluator, Function<String, Optional<FunctionValue>> methods) {
    this.evaluator = evaluator;
    this.methods = methods;
  }

  /**
   * The schema that the expression builds; empty when it is no such chain.
   *
   * @param methods finds a method of the sources by its name
   */
  static Optional<JsonObject> read(
      Expression expression,
      Scope scope,
      Evaluator evaluator,
      Function<String, Optional<FunctionValue>> methods) {
    if (!(expression instanceof Call call) || !call.callee().lastName().equals("build")) {
      return Optional.empty();
    }
    SchemaChains chain = new SchemaChains(evaluator, methods);
    BuilderChains.links(call).forEach(link -> chain.link(link, scope));
    return Optional.of(chain.schema.build());
  }

  private void link(Call link, Scope scope) {
    ObjectValue arguments =
        evaluator.arguments(link.arguments(), Evaluator.place(link, scope), scope);
    String method = link.callee().lastName();
    String lower = method.toLowerCase(Locale.ROOT);
    // What holds a space describes a parameter whose name the method knows.
    Optional<String> name =
        arguments.argument("name", 0).exactText().filter(text -> text.indexOf(' ') < 0);
    if (name.isPresent() && (lower.contains("property") || lower.contains("param"))) {
      described(name.get(), lower, arguments);
    } else {
      methods.apply(method).ifPresent(function -> helper(function, link, scope));
    }
  }

  private void described(String name, String method, ObjectValue arguments) {
    Map<String, JsonValue> property = new LinkedHashMap<>();
    TYPES.entrySet().stream()
        .filter(type -> method.contains(type.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .ifPresent(type -> property.put("type", JsonValue.of(type)));
    arguments
        .argument("description", 1)
        .exactText()
        .ifPresent(text -> property.put("description", JsonValue.of(text)));
    arguments.members().values().stream()
        .filter(ListValue.class::isInstance)
        .findFirst()
        .flatMap(Value::toJson)
        .ifPresent(values -> property.put("enum", values));
    boolean isRequired = isTrue(arguments.get("required")) || method.contains("required");
    schema.put(name, new JsonObject(property), isRequired);
  }

  private static boolean isTrue(Value value) {
    return value instanceof Bool bool && bool.value();
  }

  /** A method that sets the properties of its own: {@code properties["file"] = …}. */
  private void helper(FunctionValue function, Call link, Scope scope) {
    Scope inner = function.scope().inner();
    evaluator.bind(function.function().parameters(), link.arguments(), scope, inner);
    boolean isRequired = inner.find("required").filter(SchemaChains::isTrue).isPresent();
    for (Statement statement : within(function.function().body())) {
      if (statement instanceof Assignment assignment
          && assignment.targets().get(0) instanceof Index target
          && target.at().size() == 1) {
        Optional<String> name = evaluator.evaluate(target.at().get(0), inner).exactText();
        name.ifPresent(
            known ->
                schema.put(
                    known,
                    evaluator
                        .evaluate(assignment.value(), inner)
                        .toJson()
                        .map(JsonValue::asObject)
                        .orElse(JsonObject.EMPTY),
                    isRequired));
      }
    }
  }

  /** The statements of a body, those of {@code apply { … }} included. */
  private static List<Statement> within(List<Statement> body) {
    List<Statement> all = new ArrayList<>(Statements.all(body));
    for (Expression expression : Statements.expressions(body)) {
      if (expression instanceof Call call) {
        call.arguments().stream()
            .filter(argument -> argument.value() instanceof Lambda)
            .forEach(argument -> all.addAll(Statements.all(((Lambda) argument.value()).body())));
      }
    }
    return all;
  }
}
