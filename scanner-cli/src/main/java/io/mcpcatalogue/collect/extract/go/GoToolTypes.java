package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.ParsedFile;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One type a tool: its methods give the name, the description and the schema, or one gives all of
 * it. For one package and one thread.
 */
final class GoToolTypes {
  /** What a tool has, and how the methods are called that give it. */
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "Name", Set.of("Name", "GetName", "ToolName"),
          "Description", Set.of("Description", "GetDescription"),
          "InputSchema",
              Set.of("InputSchema", "GetInputSchema", "Schema", "GetSchema", "Parameters"));

  /** Methods that give all of it at once, in a structure with these members. */
  private static final Set<String> DESCRIBING =
      Set.of("Definition", "Describe", "Descriptor", "GetDefinition", "Info", "Metadata", "Spec");

  private final Evaluator evaluator;

  GoToolTypes(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The tools that the types of a file are, as structures of the SDK. */
  Stream<Made> in(ParsedFile file) {
    return file.statements().stream()
        .filter(Type.class::isInstance)
        .flatMap(type -> tool((Type) type, file).stream());
  }

  private Optional<Made> tool(Type declared, ParsedFile file) {
    // Only what the package knows under the name has the methods: they stand anywhere in it.
    Value known = evaluator.evaluate(new Name(declared.name(), declared.line()), file.scope());
    if (!(known instanceof TypeValue type)) {
      return Optional.empty();
    }
    return byMethods(type, new Place(file.path(), declared.line())).or(() -> described(type));
  }

  private Optional<Made> byMethods(TypeValue type, Place place) {
    Map<String, Value> members = new LinkedHashMap<>();
    METHODS.forEach(
        (member, names) ->
            method(type.type(), names)
                .ifPresent(method -> members.put(member, returned(method, type))));
    return members.size() == METHODS.size()
        ? Optional.of(
            new Made(
                "Tool",
                Optional.empty(),
                new ObjectValue(members, true, Optional.of(place)),
                place))
        : Optional.empty();
  }

  private Optional<Made> described(TypeValue type) {
    return method(type.type(), DESCRIBING)
        .map(method -> returned(method, type))
        .filter(Made.class::isInstance)
        .map(Made.class::cast)
        .filter(made -> METHODS.keySet().stream().allMatch(made.members()::has));
  }

  private Value returned(Function method, TypeValue type) {
    return evaluator.result(
        new FunctionValue(method, type.scope(), Optional.empty()), type.scope());
  }

  private static Optional<Function> method(Type type, Set<String> names) {
    List<Statement> body = type.body();
    return body.stream()
        .filter(Function.class::isInstance)
        .map(Function.class::cast)
        .filter(method -> names.contains(method.name()) && method.parameters().isEmpty())
        .findFirst();
  }
}
