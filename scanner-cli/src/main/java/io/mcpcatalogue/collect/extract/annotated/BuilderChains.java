package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes tools out of chains of calls: builders with a method for each part. For one thread. */
final class BuilderChains {
  private static final int MAX_LINKS = 200;
  private static final Map<String, String> HINTS =
      Map.of(
          "readonlyhint", "readOnlyHint",
          "destructivehint", "destructiveHint",
          "idempotenthint", "idempotentHint",
          "openworldhint", "openWorldHint");

  private final Evaluator evaluator;
  private final TypeSchemas schemas;
  private final Function<String, Optional<FunctionValue>> methods;

  /**
   * @param methods finds a method of the sources by its name
   */
  BuilderChains(Evaluator evaluator, Function<String, Optional<FunctionValue>> methods) {
    this.evaluator = evaluator;
    this.methods = methods;
    this.schemas = new TypeSchemas(evaluator);
  }

  /**
   * Whether the call ends a chain that sets a name and a description, or may go on from one that is
   * kept in a variable.
   */
  static boolean isChain(Call call) {
    return call.callee() instanceof Member member
        && Set.of("build", "Build").contains(member.name())
        && (describes(links(call)) || variable(call).isPresent());
  }

  private static boolean describes(List<Call> links) {
    Set<String> parts = new HashSet<>();
    links.forEach(link -> parts.add(part(link.callee().lastName())));
    return parts.contains("description") && (parts.contains("name") || parts.contains("builder"));
  }

  /** Whether the call ends a chain that can only make a tool: {@code Tool.builder()…build()}. */
  static boolean isOfTool(Call call) {
    return links(call).get(0).callee() instanceof Member first
        && first.name().equals("builder")
        && first.of().lastName().equals("Tool");
  }

  /** The variable that a chain begins with. */
  private static Optional<String> variable(Expression chain) {
    List<Call> links = links(chain);
    Expression first =
        !links.isEmpty() && links.get(0).callee() instanceof Member member ? member.of() : chain;
    return first instanceof Name name && Character.isLowerCase(name.name().codePointAt(0))
        ? Optional.of(name.name())
        : Optional.empty();
  }

  /** The calls of the chain, the first one first. */
  static List<Call> links(Expression last) {
    List<Call> links = new ArrayList<>();
    Expression next = last;
    while (next instanceof Call call && links.size() < MAX_LINKS) {
      links.add(0, call);
      next = call.callee() instanceof Member member ? member.of() : new Expression.Unread(0);
    }
    return links;
  }

  /** {@code setDescription} and {@code withDescription} set the description. */
  static String part(String method) {
    String plain = method.toLowerCase(Locale.ROOT);
    return plain.startsWith("set")
        ? plain.substring(3)
        : plain.startsWith("with") ? plain.substring(4) : plain;
  }

  /**
   * The tool that a chain builds.
   *
   * @param around the statements around it
   */
  Optional<ExtractedTool> chain(Call call, Scope scope, List<Statement> around) {
    List<Call> links = new ArrayList<>();
    variable(call).ifPresent(name -> links.addAll(before(call, name, around)));
    links.addAll(links(call));
    if (!describes(links)) {
      return Optional.empty();
    }
    Draft draft = new Draft();
    links.forEach(link -> link(link, scope, draft));
    return draft.tool(Evaluator.place(call, scope));
  }

  /** What is called on a variable before the call, whatever it depends on. */
  private static List<Call> before(Call call, String variable, List<Statement> around) {
    List<Call> links = new ArrayList<>();
    for (Statement statement : Statements.all(around)) {
      Expression chain = new Expression.Unread(0);
      boolean goesOn = true;
      if (statement instanceof Assignment assignment
          && assignment.targets().get(0) instanceof Name name
          && name.name().equals(variable)) {
        chain = assignment.value();
        goesOn = variable(chain).filter(variable::equals).isPresent();
      } else if (statement instanceof Evaluation evaluation
          && variable(evaluation.expression()).filter(variable::equals).isPresent()) {
        chain = evaluation.expression();
      }
      if (chain.line() > call.line()) {
        break;
      }
      if (!goesOn) {
        links.clear();
      }
      links.addAll(links(chain));
    }
    return links;
  }

  private void link(Call link, Scope scope, Draft draft) {
    List<Value> values = values(link, scope);
    Value first = values.isEmpty() ? Value.Nothing.VALUE : values.get(0);
    String part = part(link.callee().lastName());
    switch (part) {
      case "name" -> draft.name = first;
      case "builder" -> draft.name = first instanceof Value.Text ? first : draft.name;
      case "description" -> draft.describe(first);
      case "title" -> draft.title = first.anyText().orElse("");
      case "annotations" -> draft.annotations = SchemaValues.annotations(first).members();
      case "inputschema", "schema" -> {
        // What stands before the schema reads it.
        draft.schema =
            values.isEmpty()
                ? Optional.empty()
                : SchemaValues.schema(values.get(values.size() - 1));
        draft.isUnread = draft.schema.isEmpty();
      }
      case "inputtype" -> draft.schema = classSchema(link, scope);
      default -> {
        if (HINTS.containsKey(part)) {
          draft.hint(HINTS.get(part), first);
        } else if (isProperty(part) || part.equals("param")) {
          draft.complete &= property(part, values, draft.properties);
        } else if (part.startsWith("add") || part.contains("propert")) {
          draft.complete &= helper(link, draft.properties);
        }
      }
    }
  }

  private List<Value> values(Call link, Scope scope) {
    return link.arguments().stream()
        .map(argument -> evaluator.evaluate(argument.value(), scope))
        .toList();
  }

  /** A method of the sources' own builder that adds several properties. */
  private boolean helper(Call link, ObjectSchema properties) {
    Optional<FunctionValue> method = methods.apply(link.callee().lastName());
    if (method.isEmpty()) {
      return false;
    }
    boolean complete = true;
    for (Expression expression : Statements.expressions(method.get().function().body())) {
      for (Call inner : links(expression)) {
        String part = part(inner.callee().lastName());
        if (isProperty(part)) {
          complete &= property(part, values(inner, method.get().scope()), properties);
        }
      }
    }
    return complete;
  }

  private static boolean isProperty(String part) {
    return part.startsWith("add") && part.endsWith("property");
  }

  /** {@code addRequiredStringProperty("id", "Which")}. */
  private static boolean property(String method, List<Value> values, ObjectSchema properties) {
    Optional<String> name = values.isEmpty() ? Optional.empty() : values.get(0).exactText();
    if (name.isEmpty()) {
      return false;
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    for (String type : List.of("string", "number", "integer", "boolean", "array", "object")) {
      if (method.contains(type)) {
        schema.putIfAbsent("type", JsonValue.of(type));
      }
    }
    for (Value value : values.subList(1, values.size())) {
      value.anyText().ifPresent(text -> schema.put("description", JsonValue.of(text)));
      if (value instanceof ListValue) {
        value.toJson().ifPresent(json -> schema.put("enum", json));
      }
    }
    properties.put(name.get(), new JsonObject(schema), method.contains("required"));
    return true;
  }

  private Optional<JsonObject> classSchema(Call link, Scope scope) {
    if (link.arguments().isEmpty()) {
      return Optional.empty();
    }
    Expression type =
        link.arguments().get(0).value() instanceof Member member && member.name().equals("class")
            ? member.of()
            : link.arguments().get(0).value();
    return evaluator.evaluate(type, scope) instanceof TypeValue known
        ? Optional.of(schemas.structure(known))
        : Optional.empty();
  }

  /** What a chain says of its tool. For one tool. */
  private static final class Draft {
    private Value name = Value.Nothing.VALUE;
    private Value description = Value.text("");
    private String title = "";
    private Map<String, JsonValue> annotations = Map.of();
    private Optional<JsonObject> schema = Optional.empty();
    private final ObjectSchema properties = new ObjectSchema();
    private boolean complete = true;

    /** Whether a schema is given that is not known. */
    private boolean isUnread;

    /** What is said under several conditions is all said. */
    private void describe(Value text) {
      String before = description.anyText().orElse("");
      description =
          before.isEmpty()
              ? text
              : new Value.Text(before + "\n\n" + text.anyText().orElse(""), false);
    }

    private void hint(String hint, Value value) {
      annotations = new LinkedHashMap<>(annotations);
      annotations.put(
          hint, value.toJson().filter(JsonBoolean.class::isInstance).orElse(JsonValue.of(true)));
    }

    private Optional<ExtractedTool> tool(Place place) {
      return name.exactText()
          .filter(text -> !text.isEmpty())
          .map(
              known ->
                  new ExtractedTool(
                      known,
                      title,
                      description.anyText().orElse(""),
                      description.exact(),
                      properties.isEmpty() ? schema.orElse(ObjectSchema.EMPTY) : properties.build(),
                      coverage(),
                      new JsonObject(annotations),
                      place,
                      "",
                      Confidence.SHAPED));
    }

    private SchemaCoverage coverage() {
      if (isUnread && properties.isEmpty()) {
        return SchemaCoverage.UNKNOWN;
      }
      return complete && !isUnread ? SchemaCoverage.COMPLETE : SchemaCoverage.PARTIAL;
    }
  }
}
