package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Semantics;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.tool.JsonValues;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of Go, and the helper functions that tool declarations are written with. Stateless. */
final class GoSemantics implements Semantics {
  /** Functions that only make a pointer to, or another type of, their argument. */
  private static final Set<String> PASSING =
      Set.of(
          "Ptr",
          "ptr",
          "To",
          "ToPtr",
          "ToBoolPtr",
          "Bool",
          "BoolPtr",
          "boolPtr",
          "Pointer",
          "String",
          "StringPtr",
          "Int",
          "Float64",
          "Must",
          "Marshal",
          "RawMessage",
          "string",
          "any",
          "byte",
          "PtrTo");

  /** Functions that make a schema of their type argument. */
  private static final Set<String> SCHEMA_OF_TYPE =
      Set.of(
          "For",
          "MustFor",
          "ForType",
          "GenerateSchema",
          "SchemaFor",
          "MustSchema",
          "Reflect",
          "SchemaOf",
          "InputSchema",
          "MustInputSchema",
          "schemaFor",
          "mustSchema",
          "generateSchema");

  /** Options of a tool builder that are given a type: {@code mcp.WithInputSchema[Input]()}. */
  private static final Set<String> TYPED_OPTIONS = Set.of("WithInputSchema", "WithOutputSchema");

  private static final Pattern TRANSLATION_KEY = Pattern.compile("[A-Z0-9_.:-]*[A-Z][A-Z0-9_.:-]*");

  @Override
  public Optional<Value> word(String name) {
    return switch (name) {
      case "true" -> Optional.of(new Bool(true));
      case "false" -> Optional.of(new Bool(false));
      case "nil" -> Optional.of(Value.Nothing.VALUE);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Value> call(Call call, Scope scope, Evaluator evaluator) {
    String name = call.callee().lastName();
    List<Argument> arguments = call.arguments();
    if (SCHEMA_OF_TYPE.contains(name)) {
      Optional<Value> schema = schemaOfType(call, scope, evaluator);
      if (schema.isPresent()) {
        return schema;
      }
    }
    if (TYPED_OPTIONS.contains(name)) {
      return schemaOfType(call, scope, evaluator).map(schema -> typedOption(call, schema, scope));
    }
    if (name.equals("Getenv")) {
      // What is set where the server runs; a default that follows counts.
      return Optional.of(Value.Unknown.VALUE);
    }
    if (arguments.size() == 1 && PASSING.contains(name)) {
      return Optional.of(evaluator.evaluate(arguments.get(0).value(), scope));
    }
    if (arguments.size() == 1 && call.callee() instanceof Index index && isBytes(index)) {
      return Optional.of(evaluator.evaluate(arguments.get(0).value(), scope));
    }
    if (name.equals("make") && !arguments.isEmpty()) {
      String type = arguments.get(0).value().lastName();
      return type.equals("map")
          ? Optional.of(new ObjectValue(Map.of(), true, Optional.empty()))
          : type.equals("[]") ? Optional.of(new ListValue(List.of(), true)) : Optional.empty();
    }
    return option(call, scope, evaluator).or(() -> translation(call, scope, evaluator));
  }

  /** An option of the sources' own that is called like one of the SDK does what that one does. */
  private static Optional<Value> option(Call call, Scope scope, Evaluator evaluator) {
    String name = call.callee().lastName();
    boolean mayBe = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    if (!mayBe
        || !(evaluator.evaluate(call.callee(), scope) instanceof FunctionValue function)
        || !GoOptions.isOption(function.function())) {
      return Optional.empty();
    }
    Place place = Evaluator.place(call, scope);
    return Optional.of(
        new Made(
            name, Optional.empty(), evaluator.arguments(call.arguments(), place, scope), place));
  }

  private static boolean isBytes(Index index) {
    return index.lastName().equals("[]") && index.at().get(0).lastName().equals("byte");
  }

  /**
   * {@code t("KEY", "text")}: a function that is passed in gives the text unless it is replaced.
   */
  private static Optional<Value> translation(Call call, Scope scope, Evaluator evaluator) {
    if (call.arguments().size() != 2 || !mayBeText(call.arguments().get(0).value())) {
      return Optional.empty();
    }
    Value key = evaluator.evaluate(call.arguments().get(0).value(), scope);
    boolean isKey =
        key.anyText().filter(text -> TRANSLATION_KEY.matcher(text).matches()).isPresent();
    if (!isKey) {
      return Optional.empty();
    }
    Value text = evaluator.evaluate(call.arguments().get(1).value(), scope);
    return text instanceof Value.Text ? Optional.of(text) : Optional.empty();
  }

  private static boolean mayBeText(Expression expression) {
    return expression instanceof Expression.Text || expression instanceof Expression.Operation;
  }

  private static Optional<Value> schemaOfType(Call call, Scope scope, Evaluator evaluator) {
    Optional<Expression> type = Optional.empty();
    if (call.callee() instanceof Index index && !index.at().isEmpty()) {
      type = Optional.of(index.at().get(0));
    } else if (!call.arguments().isEmpty()
        && call.arguments().get(0).value() instanceof Construction construction) {
      type = construction.type();
    }
    return type.map(written -> evaluator.evaluate(written, scope))
        .filter(TypeValue.class::isInstance)
        .map(known -> JsonValues.toValue(new GoSchemas(evaluator).structure((TypeValue) known)));
  }

  private static Value typedOption(Call call, Value schema, Scope scope) {
    Place place = Evaluator.place(call, scope);
    return new Made(
        call.callee().lastName(),
        Optional.empty(),
        new ObjectValue(Map.of("0", schema), true, Optional.of(place)),
        place);
  }

  @Override
  public boolean assignsOutward() {
    return true;
  }
}
