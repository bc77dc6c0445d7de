package io.mcpcatalogue.collect.extract.python;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.FunctionValue;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Functions that stand in lists, for whoever registers them: {@code tools = [make_note]}, {@code
 * tools = [Wrapped(make_note)]}, {@code tools = [{"function": make_note}]}, {@code [(make_note,
 * "make_note", "Makes a note")]}. Only for servers whose registrations could not be followed.
 */
final class ListedFunctions {
  private static final Pattern TOOL_LIST =
      Pattern.compile("(?i).*tools(?:_(?:definitions?|list))?");

  private final Evaluator evaluator;
  private final PythonFunctions functions;

  ListedFunctions(Evaluator evaluator, PythonFunctions functions) {
    this.evaluator = evaluator;
    this.functions = functions;
  }

  /** The tools of the lists in a statement of a module. */
  List<ExtractedTool> in(Statement statement, Scope scope) {
    if (statement instanceof Assignment assignment) {
      boolean isCalledSo = TOOL_LIST.matcher(assignment.targets().get(0).lastName()).matches();
      return listed(assignment.value(), isCalledSo, scope);
    }
    if (statement instanceof Function function && function.parameters().isEmpty()) {
      return function.body().stream()
          .flatMap(inner -> inner instanceof Return end ? end.value().stream() : Stream.empty())
          .flatMap(value -> listed(value, false, scope).stream())
          .toList();
    }
    return List.of();
  }

  /** A list of any name counts where it says what each function is to be called. */
  private List<ExtractedTool> listed(Expression list, boolean isCalledSo, Scope scope) {
    boolean isNaming =
        list instanceof Sequence rows
            && rows.items().stream()
                .allMatch(row -> row instanceof Sequence parts && parts.items().size() > 1);
    if (!isCalledSo && !isNaming || !(evaluator.evaluate(list, scope) instanceof ListValue known)) {
      return List.of();
    }
    List<Optional<ExtractedTool>> tools = known.items().stream().map(this::tool).toList();
    return tools.stream().allMatch(Optional::isPresent)
        ? tools.stream().flatMap(Optional::stream).toList()
        : List.of();
  }

  private Optional<ExtractedTool> tool(Value item) {
    return functionOf(item)
        .filter(function -> !(item instanceof ListValue row) || isNamed(row))
        .flatMap(
            function ->
                functions.tool(
                    function,
                    argumentsOf(item),
                    new Place(function.scope().file(), function.function().line())));
  }

  private static boolean isNamed(ListValue row) {
    return row.items().size() > 1
        && row.items().get(1).exactText().filter(ToolNames::isName).isPresent();
  }

  private static Optional<FunctionValue> functionOf(Value item) {
    Stream<Value> parts =
        item instanceof ObjectValue object
            ? object.members().values().stream()
            : item instanceof ListValue row
                ? row.items().stream().limit(1)
                : Stream.of(item instanceof Made made ? made.get("0") : item);
    return parts.filter(FunctionValue.class::isInstance).map(FunctionValue.class::cast).findFirst();
  }

  /** What the item says of the function: its name and description, as far as it has them. */
  private static ObjectValue argumentsOf(Value item) {
    if (item instanceof Made made) {
      return made.members();
    }
    if (!(item instanceof ListValue row)) {
      return item.asObject();
    }
    Map<String, Value> members = new LinkedHashMap<>();
    List<String> names = List.of("name", "description");
    for (int i = 0; i < names.size() && i + 1 < row.items().size(); i++) {
      if (row.items().get(i + 1) instanceof Value.Text text) {
        members.put(names.get(i), text);
      }
    }
    return new ObjectValue(members, true, Optional.empty());
  }
}
