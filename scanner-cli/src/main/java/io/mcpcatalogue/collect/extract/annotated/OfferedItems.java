package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.OfferedObjects;
import io.mcpcatalogue.collect.extract.tool.Offers;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.OfferedItem.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises prompts and resources: annotated functions, structures and builders of the kits, and
 * calls that add one by its parts. What cannot be followed is passed over, for nothing is called
 * through them. For one thread.
 */
final class OfferedItems {
  private static final Set<String> PROMPT_MARKS =
      Set.of("McpPrompt", "McpServerPrompt", "Prompt", "prompt");
  private static final Set<String> RESOURCE_MARKS =
      Set.of(
          "McpResource",
          "McpResourceTemplate",
          "McpServerResource",
          "Resource",
          "ResourceTemplate",
          "resource");

  private static final Map<String, Kind> ADDING =
      Map.of(
          "addPrompt", Kind.PROMPT,
          "addResource", Kind.RESOURCE,
          "addResourceTemplate", Kind.RESOURCE);

  private final MarkedFunctions functions;
  private final Evaluator evaluator;

  OfferedItems(MarkedFunctions functions, Evaluator evaluator) {
    this.functions = functions;
    this.evaluator = evaluator;
  }

  /** Each expression that is one has one of these in it. */
  static Set<String> words() {
    Set<String> words = new HashSet<>(OfferedObjects.TYPES.keySet());
    words.addAll(ADDING.keySet());
    words.addAll(OfferedObjects.LISTS.keySet());
    return words;
  }

  /** Whether the expression may describe some, by the names in it. */
  static boolean mayDescribe(Expression expression) {
    return kindOf(expression).isPresent() || isAnswer(expression);
  }

  /** {@code json!({"prompts": […]})}. */
  private static boolean isAnswer(Expression expression) {
    return BraceSemantics.entries(expression).stream()
        .anyMatch(
            entry ->
                entry.value() instanceof Sequence
                    && BraceSemantics.plainKey(entry)
                        .filter(OfferedObjects.LISTS::containsKey)
                        .isPresent());
  }

  /** What an expression may describe, by the names in it. */
  private static Optional<Kind> kindOf(Expression expression) {
    if (expression instanceof Construction construction) {
      return construction.type().flatMap(type -> kindOf(type.lastName()));
    }
    if (!(expression instanceof Call call)) {
      return Optional.empty();
    }
    String name = call.callee().lastName();
    return switch (name) {
      case "new" -> maker(call);
      case "build", "Build" -> maker(BuilderChains.links(call).get(0));
      default -> Optional.ofNullable(ADDING.get(name)).or(() -> kindOf(name));
    };
  }

  private static Optional<Kind> kindOf(String type) {
    return Optional.ofNullable(OfferedObjects.TYPES.get(type));
  }

  /** {@code Prompt::new(…)}, {@code McpSchema.Resource.builder()}. */
  private static Optional<Kind> maker(Call call) {
    return call.callee() instanceof Member member
        ? kindOf(member.of().lastName())
        : Optional.empty();
  }

  /** The prompts and resources that the expression describes. */
  List<OfferedItem> in(Expression expression, Scope scope) {
    ObjectValue members = members(expression, scope);
    return kindOf(expression)
        .map(kind -> OfferedObjects.read(kind, members).stream().toList())
        .orElseGet(() -> OfferedObjects.listed(members));
  }

  private ObjectValue members(Expression expression, Scope scope) {
    if (!(expression instanceof Call call)) {
      return BraceSemantics.members(expression, scope, evaluator);
    }
    if (call.callee().lastName().equalsIgnoreCase("build")) {
      return built(call, scope);
    }
    return evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
  }

  /** The parts that the links of a chain set. */
  private ObjectValue built(Call chain, Scope scope) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (Call link : BuilderChains.links(chain)) {
      if (!link.arguments().isEmpty()) {
        members.put(
            BuilderChains.part(link.callee().lastName()),
            evaluator.evaluate(link.arguments().get(0).value(), scope));
      }
    }
    return new ObjectValue(members, true, Optional.of(Evaluator.place(chain, scope)));
  }

  /** The prompt or resource that an annotated function is. */
  Optional<OfferedItem> of(Function function, Scope scope) {
    Optional<Call> prompt = Marks.find(function.marks(), PROMPT_MARKS);
    if (prompt.isPresent()) {
      return functions.tool(function, prompt.get(), scope).map(Offers::prompt);
    }
    return Marks.find(function.marks(), RESOURCE_MARKS)
        .flatMap(mark -> resource(function, mark, scope));
  }

  private Optional<OfferedItem> resource(Function function, Call mark, Scope scope) {
    String address =
        List.of("uri", "uriTemplate").stream()
            .flatMap(name -> Marks.argument(mark, name, scope, evaluator).stream())
            .findFirst()
            .or(() -> Marks.first(mark, scope, evaluator))
            .flatMap(Value::anyText)
            .orElse("");
    // Containers are told by annotations of the same name what to put into a field.
    boolean isOfKit = mark.callee().lastName().contains("Mcp") || !address.isEmpty();
    return functions
        .tool(function, mark, scope)
        .filter(read -> isOfKit)
        .map(read -> Offers.resource(read.name(), read.title(), text(read, address), address));
  }

  /** An annotation that has only an address does not describe. */
  private static String text(ExtractedTool read, String address) {
    return read.description().equals(address) ? "" : read.description();
  }
}
