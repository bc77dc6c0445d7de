package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Mapping;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Sequence;
import io.mcpcatalogue.collect.extract.syntax.Expression.Spread;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Return;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Schemas that a method of a tool class returns as a map of fluent calls. For one thread. */
final class FluentSchemas {
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array", "object");

  private final Evaluator evaluator;

  FluentSchemas(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The schema, where it is known; a tool class without such a method has no parameters. */
  Optional<JsonObject> of(Type type, Scope scope) {
    ObjectSchema schema = new ObjectSchema();
    for (Statement member : type.body()) {
      if (member instanceof Function function && function.name().equals("schema")) {
        for (Statement statement : Statements.all(function.body())) {
          if (statement instanceof Return returned && !isRead(returned, scope, schema)) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(schema.build());
  }

  /** Whether the returned array is spelled out, so that its properties were added. */
  private boolean isRead(Return returned, Scope scope, ObjectSchema schema) {
    Expression value = returned.value().orElse(new Expression.Unread(0));
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> property(entry, scope, schema));
      return mapping.entries().stream().noneMatch(entry -> entry.value() instanceof Spread);
    }
    return value instanceof Sequence list && list.items().isEmpty();
  }

  private void property(Entry entry, Scope scope, ObjectSchema schema) {
    Optional<String> name = entry.key().flatMap(key -> evaluator.evaluate(key, scope).exactText());
    if (name.isEmpty()) {
      return;
    }
    Map<String, JsonValue> property = new LinkedHashMap<>();
    boolean isRequired = false;
    Expression next = entry.value();
    while (next instanceof Call call) {
      String method = call.callee().lastName();
      if (TYPES.contains(method)) {
        property.put("type", JsonValue.of(method));
      } else if (method.equals("required")) {
        isRequired = true;
      } else if (!call.arguments().isEmpty()
          && Set.of("description", "enum", "default", "title").contains(method)) {
        Value value = evaluator.evaluate(call.arguments().get(0).value(), scope);
        value.toJson().ifPresent(json -> property.put(method, json));
      }
      next = call.callee() instanceof Member member ? member.of() : new Expression.Unread(0);
    }
    schema.put(name.get(), new JsonObject(property), isRequired);
  }
}
