package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes tools out of functions and types by what their annotations say. For one thread. */
final class MarkedFunctions {
  private static final Map<String, String> HINTS =
      Map.of(
          "readonlyhint", "readOnlyHint",
          "readonly", "readOnlyHint",
          "destructivehint", "destructiveHint",
          "destructive", "destructiveHint",
          "idempotenthint", "idempotentHint",
          "idempotent", "idempotentHint",
          "openworldhint", "openWorldHint",
          "openworld", "openWorldHint",
          "title", "title");

  /** Parameters of such types come from the container that runs the server. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "I[A-Z]\\w+|\\w*(?:Client|Service|Services|Factory|Context|Provider|Manager|Repository|Store|Logger"
              + "|Accessor|Monitor|Registry)");

  private final Rules rules;
  private final Evaluator evaluator;
  private final TypeSchemas schemas;

  MarkedFunctions(Rules rules, Evaluator evaluator) {
    this.rules = rules;
    this.evaluator = evaluator;
    this.schemas = new TypeSchemas(evaluator);
  }

  /** The tool that an annotated function is. */
  Optional<ExtractedTool> tool(Function function, Call mark, Scope scope) {
    String defaultName =
        rules.language() == Language.CSHARP ? csharpName(function) : function.name();
    return tool(
        mark,
        function.marks(),
        function.documentation(),
        defaultName,
        schema(function, scope),
        new Place(scope.file(), function.line()),
        scope);
  }

  /** The tool that an annotated structure is: its fields are the parameters. */
  Optional<ExtractedTool> tool(Type type, Call mark, Scope scope) {
    return tool(
        mark,
        type.marks(),
        type.documentation(),
        "",
        schemas.structure(new TypeValue(type, scope)),
        new Place(scope.file(), type.line()),
        scope);
  }

  private Optional<ExtractedTool> tool(
      Call mark,
      List<Expression> marks,
      String documentation,
      String defaultName,
      JsonObject schema,
      Place place,
      Scope scope) {
    Optional<Value> given =
        Marks.argument(mark, "name", scope, evaluator)
            .filter(value -> !value.exactText().filter(String::isEmpty).isPresent());
    Optional<String> name = given.isPresent() ? given.get().exactText() : Optional.of(defaultName);
    if (name.isEmpty() || name.get().isEmpty()) {
      return Optional.empty();
    }
    Value description =
        Marks.argument(mark, "description", scope, evaluator)
            .or(() -> Marks.argument(mark, "value", scope, evaluator))
            .or(() -> Marks.description(marks, scope, evaluator).map(Value::text))
            .or(() -> Marks.first(mark, scope, evaluator).filter(Value.Text.class::isInstance))
            .orElse(Value.text(commented(marks, documentation)));
    JsonObject annotations = annotations(mark, marks, scope);
    return Optional.of(
        new ExtractedTool(
            name.get(),
            annotations.text("title").orElse(""),
            description.anyText().orElse(""),
            description.exact(),
            schema,
            SchemaCoverage.COMPLETE,
            annotations,
            place,
            "",
            Confidence.REGISTERED));
  }

  /** What a comment says where no annotation describes the tool. */
  private String commented(List<Expression> marks, String documentation) {
    return switch (rules.language()) {
      case RUST, PHP -> documentation;
      case CSHARP -> isGenerated(marks) ? XmlComments.description(documentation) : "";
      default -> "";
    };
  }

  /** In C# the comments of a partial method become descriptions when it is compiled. */
  private static boolean isGenerated(List<Expression> marks) {
    return marks.stream()
        .anyMatch(mark -> mark instanceof Name name && name.name().equals("partial"));
  }

  private static String csharpName(Function function) {
    String name = function.name();
    boolean isAsynchronous =
        function.asynchronous()
            || function.result().map(type -> type.lastName().endsWith("Task")).orElse(true);
    String plain =
        isAsynchronous && name.endsWith("Async") && name.length() > 5
            ? name.substring(0, name.length() - 5)
            : name;
    return Names.snakeCase(plain);
  }

  private JsonObject annotations(Call mark, List<Expression> marks, Scope scope) {
    Map<String, JsonValue> hints = new LinkedHashMap<>();
    hints(mark, scope, hints);
    for (Expression other : marks) {
      if (other instanceof Call call && call.callee().lastName().endsWith("Annotations")) {
        hints(call, scope, hints);
      }
    }
    return new JsonObject(hints);
  }

  private void hints(Call mark, Scope scope, Map<String, JsonValue> hints) {
    for (Argument argument : mark.arguments()) {
      String hint =
          HINTS.getOrDefault(argument.name().replace("_", "").toLowerCase(Locale.ROOT), "");
      if (!hint.isEmpty()) {
        evaluator
            .evaluate(argument.value(), scope)
            .toJson()
            .ifPresent(json -> hints.put(hint, json));
      } else if (argument.value() instanceof Call inner
          && inner.callee().lastName().toLowerCase(Locale.ROOT).contains("annotations")) {
        hints(inner, scope, hints);
      }
    }
  }

  /** The schema of the parameters that a caller gives. */
  JsonObject schema(Function function, Scope scope) {
    return isGenerated(function.marks())
        ? schema(documented(function), scope)
        : schema(function.parameters(), scope);
  }

  /** The parameters with what the comment on the function says of them. */
  private static List<Parameter> documented(Function function) {
    return function.parameters().stream()
        .map(
            parameter ->
                new Parameter(
                    parameter.name(),
                    parameter.type(),
                    parameter.defaultValue(),
                    parameter.marks(),
                    XmlComments.parameter(function.documentation(), parameter.name()).orElse(""),
                    parameter.rest(),
                    parameter.line()))
        .toList();
  }

  JsonObject schema(List<Parameter> parameters, Scope scope) {
    ObjectSchema schema = new ObjectSchema();
    boolean hasWhole = parameters.stream().anyMatch(this::isWholeInput);
    for (Parameter parameter : parameters) {
      if (hasWhole && !isWholeInput(parameter)) {
        // What stands beside it comes from the SDK.
        continue;
      }
      Optional<JsonObject> whole = wholeInput(parameter, scope);
      if (whole.isPresent()) {
        schema.putAll(whole.get());
      } else if (!isInjected(parameter, scope)) {
        property(parameter, scope, schema);
      }
    }
    return schema.build();
  }

  /** In Rust one parameter holds all of them. */
  private boolean isWholeInput(Parameter parameter) {
    return rules.language() == Language.RUST
        && parameter.type().isPresent()
        && (isWrapped(parameter.type().get()) || Marks.has(parameter.marks(), "aggr"));
  }

  private static boolean isWrapped(Expression type) {
    return type instanceof Index index && index.lastName().equals("Parameters");
  }

  private Optional<JsonObject> wholeInput(Parameter parameter, Scope scope) {
    return Optional.of(parameter)
        .filter(this::isWholeInput)
        .flatMap(Parameter::type)
        .map(type -> schemas.type(isWrapped(type) ? ((Index) type).at().get(0) : type, scope));
  }

  private void property(Parameter parameter, Scope scope, ObjectSchema schema) {
    Map<String, JsonValue> property = new LinkedHashMap<>();
    parameter.type().ifPresent(type -> property.putAll(schemas.type(type, scope).members()));
    schemas
        .description(parameter, scope)
        .ifPresent(text -> property.put("description", JsonValue.of(text)));
    Optional<Value> defaultValue =
        parameter.defaultValue().map(value -> evaluator.evaluate(value, scope));
    defaultValue
        .filter(Value::exact)
        .flatMap(Value::toJson)
        .ifPresent(json -> property.put("default", json));
    String name = givenName(parameter, scope).orElse(parameter.name());
    boolean isOptional =
        parameter.defaultValue().isPresent()
            || parameter.type().filter(TypeSchemas::isOptional).isPresent()
            || Marks.isOptional(parameter.marks());
    schema.put(name, new JsonObject(property), !isOptional);
  }

  private Optional<String> givenName(Parameter parameter, Scope scope) {
    return Marks.find(
            parameter.marks(), Set.of("ToolArg", "McpToolParam", "McpArg", "McpParam", "PromptArg"))
        .flatMap(mark -> Marks.argument(mark, "name", scope, evaluator))
        .flatMap(Value::exactText)
        .filter(name -> !name.isEmpty() && !name.startsWith("<<"));
  }

  private boolean isInjected(Parameter parameter, Scope scope) {
    if (parameter.name().equals("self") || parameter.name().equals("this")) {
      return true;
    }
    if (Marks.find(parameter.marks(), rules.injectedMarks()).isPresent()) {
      return true;
    }
    if (parameter.type().isEmpty()) {
      return false;
    }
    Expression type = parameter.type().get();
    String name =
        TypeSchemas.isOptional(type) && type instanceof Index index
            ? index.at().get(0).lastName()
            : type.lastName();
    if (rules.injected().contains(name)) {
      return true;
    }
    boolean described =
        Marks.find(parameter.marks(), Set.of("Description", "McpToolParam", "ToolArg", "ToolParam"))
            .isPresent();
    if (rules.language() != Language.CSHARP || described || TypeSchemas.isPlain(type)) {
      return false;
    }
    return SERVICE.matcher(name).matches()
        || !(evaluator.evaluate(type instanceof Index index ? index.of() : type, scope)
            instanceof TypeValue);
  }
}
