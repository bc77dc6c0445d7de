package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Types;
import io.mcpcatalogue.collect.extract.evaluate.Values;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One type a tool: its base is a tool, and its fields, constants or methods are called name and
 * description, or one of them has it all. For one package and one thread.
 */
final class ToolTypes {
  private static final Pattern TOOL =
      Pattern.compile("(?i).*mcp.*tool.*|.*Tool(?:Base|Definition|Handler)?");

  /** {@code type Input = MakeNote;}: the type that a trait wants of its tools' parameters. */
  private static final Pattern INPUT = Pattern.compile(".*(?:Arg|Arguments|Input|Param|Request).*");

  private final Rules rules;
  private final Evaluator evaluator;
  private final Program program;
  private final TypeSchemas schemas;

  ToolTypes(Rules rules, Evaluator evaluator, Program program) {
    this.rules = rules;
    this.evaluator = evaluator;
    this.program = program;
    this.schemas = new TypeSchemas(evaluator);
  }

  /** The tool that a type is. */
  Optional<ExtractedTool> tool(Type type, Scope scope) {
    if (type.bases().stream().noneMatch(base -> TOOL.matcher(base.lastName()).matches())) {
      return Optional.empty();
    }
    Scope inside = Types.inside(new TypeValue(type, scope), evaluator);
    return byMembers(type, scope, inside).or(() -> atOnce(type, scope, inside));
  }

  private Optional<ExtractedTool> byMembers(Type type, Scope scope, Scope inside) {
    Optional<Value> description =
        member(type, "description", inside)
            .or(() -> Marks.description(type.marks(), scope, evaluator).map(Value::text));
    boolean isDescribed = description.filter(Value.Text.class::isInstance).isPresent();
    if (!isDescribed && !(description.isPresent() && has(type, "inputschema"))) {
      return Optional.empty();
    }
    Optional<String> name =
        member(type, "name", inside)
            .or(() -> given(type, "Name", scope))
            .flatMap(Value::exactText)
            .or(
                () ->
                    rules.language() == Language.PHP
                        ? Optional.of(Names.kebabCase(type.name()))
                        : Optional.empty());
    Optional<JsonObject> schema = schema(type, scope, inside);
    return name.map(
        known ->
            new ExtractedTool(
                known,
                member(type, "title", inside)
                    .or(() -> given(type, "Title", scope))
                    .flatMap(Value::exactText)
                    .orElse(""),
                description.get().anyText().orElse(""),
                description.get().exact(),
                schema.orElse(JsonObject.EMPTY),
                schema.isPresent() ? SchemaCoverage.COMPLETE : SchemaCoverage.UNKNOWN,
                JsonObject.EMPTY,
                new Place(scope.file(), type.line()),
                "",
                Confidence.SHAPED));
  }

  /** {@code Definition => new() { Description = …, InputSchema = … }}: one member says it all. */
  private Optional<ExtractedTool> atOnce(Type type, Scope scope, Scope inside) {
    Place place = new Place(scope.file(), type.line());
    return Stream.of("definition", "schema")
        .flatMap(member -> member(type, member, inside).stream())
        .map(ToolTypes::parts)
        .filter(parts -> parts.has("description") && parts.has("inputSchema"))
        .findFirst()
        .map(parts -> parts.has("name") ? parts : named(parts, type, scope, place))
        .flatMap(parts -> DescribedTools.whole(parts, place));
  }

  /** The members of a structure or map, as the protocol spells them. */
  private static ObjectValue parts(Value described) {
    ObjectValue members = described instanceof Made made ? made.members() : described.asObject();
    Map<String, Value> parts = new LinkedHashMap<>();
    members.members().forEach((name, value) -> parts.put(Names.camelCase(name), value));
    return new ObjectValue(parts, members.complete(), members.place());
  }

  /** With the name that the type has, or that a base gives it by its own. */
  private ObjectValue named(ObjectValue parts, Type type, Scope scope, Place place) {
    TypeValue known = new TypeValue(type, scope);
    Made self = new Made(type.name(), Optional.of(known), ObjectValue.EMPTY, place);
    Value name = evaluator.member(self, "getName");
    return Values.with(
        parts,
        "name",
        name instanceof FunctionValue method ? evaluator.result(method, scope) : name);
  }

  /** {@code #[Name('make-note')]} above the class. */
  private Optional<Value> given(Type type, String mark, Scope scope) {
    return Marks.find(type.marks(), Set.of(mark))
        .flatMap(found -> Marks.first(found, scope, evaluator));
  }

  private static boolean has(Type type, String name) {
    return written(type, name).isPresent() || method(type, name).isPresent();
  }

  /** What a field, a constant or a method without arguments of this name is worth. */
  private Optional<Value> member(Type type, String name, Scope inside) {
    return written(type, name)
        .map(value -> evaluator.evaluate(value, inside))
        .or(() -> returned(type, name, inside));
  }

  private static Optional<Expression> written(Type type, String name) {
    for (Parameter field : type.fields()) {
      if (isCalled(field.name(), name) && field.defaultValue().isPresent()) {
        return field.defaultValue();
      }
    }
    for (Statement member : type.body()) {
      if (member instanceof Assignment constant
          && isCalled(constant.targets().get(0).lastName(), name)
          && !(constant.value() instanceof Expression.Unread)) {
        return Optional.of(constant.value());
      }
    }
    return Optional.empty();
  }

  private Optional<Value> returned(Type type, String name, Scope inside) {
    return method(type, name)
        .map(
            method ->
                evaluator.result(new FunctionValue(method, inside, Optional.empty()), inside));
  }

  private static Optional<Function> method(Type type, String name) {
    return type.body().stream()
        .filter(Function.class::isInstance)
        .map(Function.class::cast)
        .filter(method -> isCalled(method.name(), name))
        .filter(method -> method.parameters().stream().allMatch(Evaluator::isSelf))
        .findFirst();
  }

  /** {@code NAME}, {@code getName} and {@code toolName} are all the name. */
  private static boolean isCalled(String written, String name) {
    String plain = written.replace("_", "").toLowerCase(Locale.ROOT);
    return plain.endsWith(name)
        && List.of("", "get", "tool", "gettool")
            .contains(plain.substring(0, plain.length() - name.length()));
  }

  private Optional<JsonObject> schema(Type type, Scope scope, Scope inside) {
    return baseArgument(type, scope)
        .or(() -> input(type, scope))
        .or(() -> built(type, inside))
        .or(
            () ->
                written(type, "inputschema")
                    .flatMap(value -> SchemaChains.read(value, inside, evaluator, program::method)))
        .or(() -> member(type, "inputschema", inside).flatMap(SchemaValues::schema));
  }

  /** {@code class X : AbstractTool<Arguments>}. */
  private Optional<JsonObject> baseArgument(Type type, Scope scope) {
    for (Expression base : type.bases()) {
      if (base instanceof Index index && !index.at().isEmpty()) {
        Value argument = evaluator.evaluate(index.at().get(0), scope);
        if (argument instanceof TypeValue known) {
          return Optional.of(schemas.structure(known));
        }
        if (index.at().get(0).lastName().startsWith("No")
            || index.at().get(0).lastName().equals("Unit")) {
          return Optional.of(ObjectSchema.EMPTY);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<JsonObject> input(Type type, Scope scope) {
    return type.body().stream()
        .filter(Assignment.class::isInstance)
        .map(Assignment.class::cast)
        .filter(member -> INPUT.matcher(member.targets().get(0).lastName()).matches())
        .map(member -> schemas.type(member.value(), scope))
        .filter(schema -> schema.get("properties").isPresent())
        .findFirst();
  }

  /** {@code schema(JsonSchema $schema): array { return ['text' => $schema->string()->…]; }}. */
  private Optional<JsonObject> built(Type type, Scope inside) {
    return rules.language() == Language.PHP
        ? new FluentSchemas(evaluator).of(type, inside)
        : Optional.empty();
  }
}
