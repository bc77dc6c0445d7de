package io.mcpcatalogue.collect.extract.go;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.tool.OfferedObjects;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.OfferedItem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises prompts and resources: structures of a kit, lists of them, and builders with options.
 * For one thread.
 */
final class GoOffers {
  private static final Map<String, Kind> BUILDERS =
      Map.of(
          "NewPrompt", Kind.PROMPT,
          "NewResource", Kind.RESOURCE,
          "NewResourceTemplate", Kind.RESOURCE);

  private final Evaluator evaluator;

  GoOffers(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Whether each expression that is one has the word in it, or may have. */
  static boolean isWord(String word) {
    return BUILDERS.containsKey(word) || OfferedObjects.TYPES.containsKey(word);
  }

  static boolean isOne(Expression expression) {
    return expression instanceof Call call
        ? BUILDERS.containsKey(call.callee().lastName()) && !call.arguments().isEmpty()
        : type(expression).isPresent();
  }

  /** The type of a structure, or of those in a list. */
  private static Optional<Expression> type(Expression expression) {
    return expression instanceof Construction construction
        ? construction
            .type()
            .map(
                type ->
                    type instanceof Index index && index.lastName().equals("[]")
                        ? index.at().get(0)
                        : type)
            .filter(type -> OfferedObjects.TYPES.containsKey(type.lastName()))
        : Optional.empty();
  }

  List<OfferedItem> in(Expression expression, Scope scope) {
    if (expression instanceof Call call) {
      ObjectValue arguments =
          evaluator.arguments(call.arguments(), Evaluator.place(call, scope), scope);
      return OfferedObjects.read(BUILDERS.get(call.callee().lastName()), built(arguments)).stream()
          .toList();
    }
    Expression type = type(expression).orElseThrow();
    if (!isOfKit(type, scope)) {
      return List.of();
    }
    Construction construction = (Construction) expression;
    Stream<Expression> structures =
        construction.type().filter(type::equals).isPresent()
            ? Stream.of(construction)
            : construction.entries().stream().map(Entry::value).filter(GoOffers::isElided);
    return structures
        .map(structure -> evaluator.evaluate(structure, scope))
        .filter(Made.class::isInstance)
        .map(made -> ((Made) made).members())
        .flatMap(
            members ->
                OfferedObjects.read(OfferedObjects.TYPES.get(type.lastName()), members).stream())
        .toList();
  }

  private static boolean isElided(Expression element) {
    return element instanceof Construction construction && construction.type().isEmpty();
  }

  private boolean isOfKit(Expression type, Scope scope) {
    return evaluator.evaluate(type, scope) instanceof Value.Reference reference
        && (reference.module().contains("mcp") || reference.name().startsWith("mcp."));
  }

  /** {@code ("review", WithPromptDescription("…"), WithArgument("text", …))} by its parts. */
  private static ObjectValue built(ObjectValue arguments) {
    Map<String, Value> members = new LinkedHashMap<>();
    List<Value> taken = new ArrayList<>();
    arguments
        .members()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Made option)) {
                members.put(name, value);
              } else if (option.type().equals("WithArgument")) {
                taken.add(built(option.members()));
              } else {
                part(option.type()).ifPresent(part -> members.put(part, option.get("0")));
              }
            });
    if (!taken.isEmpty()) {
      members.put("arguments", new ListValue(taken, true));
    }
    return new ObjectValue(members, arguments.complete(), arguments.place());
  }

  /** {@code WithPromptDescription} and {@code ArgumentDescription} tell the description. */
  private static Optional<String> part(String option) {
    return Stream.of("Description", "Title")
        .filter(option::endsWith)
        .map(part -> part.toLowerCase(Locale.ROOT))
        .findFirst();
  }
}
