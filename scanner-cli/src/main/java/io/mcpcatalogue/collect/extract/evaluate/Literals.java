package io.mcpcatalogue.collect.extract.evaluate;

import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Comprehension;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Expression.Spread;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out literals: texts with expressions in them, lists, maps, structures. Stateless. */
final class Literals {
  private static final int MAX_ITEMS = 2_000;
  private static final int MAX_TEXT = 1 << 20;

  /** Types whose literals list their items, and those whose literals pair keys with values. */
  private static final Set<String> LISTS = Set.of("[]", "List", "HashSet", "JsonArray");

  private static final Set<String> MAPS =
      Set.of("map", "Dictionary", "SortedDictionary", "OrderedDictionary", "JsonObject");

  private final Evaluator evaluator;

  Literals(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value joined(List<Expression> parts, Scope scope) {
    StringBuilder text = new StringBuilder();
    boolean exact = true;
    for (Expression part : parts) {
      Value value = evaluator.evaluate(part, scope);
      Optional<String> spelled = Operations.spelled(value);
      spelled.ifPresent(text::append);
      exact &= spelled.isPresent() && value.exact();
      if (text.length() > MAX_TEXT) {
        return Value.Unknown.VALUE;
      }
    }
    return new Value.Text(text.toString(), exact);
  }

  Value list(List<Expression> items, Scope scope) {
    List<Value> values = new ArrayList<>();
    boolean complete = true;
    for (Expression item : items) {
      if (item instanceof Spread spread) {
        Value spreadValue = evaluator.evaluate(spread.of(), scope);
        if (spreadValue instanceof ListValue list) {
          values.addAll(list.items());
          complete &= list.complete();
        } else {
          complete = false;
        }
      } else {
        values.add(evaluator.evaluate(item, scope));
      }
    }
    boolean all = values.size() <= MAX_ITEMS;
    return new ListValue(all ? values : values.subList(0, MAX_ITEMS), complete && all);
  }

  Value mapping(List<Entry> entries, Place place, Scope scope) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean complete = true;
    for (Entry each : entries) {
      Entry entry = pair(each).orElse(each);
      if (entry.key().isEmpty()) {
        Expression from = entry.value() instanceof Spread spread ? spread.of() : entry.value();
        Value value = evaluator.evaluate(from, scope);
        if (value instanceof ObjectValue object) {
          members.putAll(object.members());
          complete &= object.complete();
        } else {
          complete = false;
        }
        continue;
      }
      if (entry.value() instanceof Comprehension comprehension) {
        complete &= comprehended(entry.key().get(), comprehension, members, scope);
        continue;
      }
      Optional<String> key = Operations.spelled(evaluator.evaluate(entry.key().get(), scope));
      if (key.isPresent()) {
        members.put(key.get(), evaluator.evaluate(entry.value(), scope));
      } else {
        complete = false;
      }
    }
    return new ObjectValue(members, complete, Optional.of(place));
  }

  /** {@code { "key", value }} among the items of a dictionary. */
  private static Optional<Entry> pair(Entry entry) {
    return entry.key().isEmpty()
            && entry.value() instanceof Construction pair
            && pair.type().isEmpty()
            && pair.entries().size() == 2
            && pair.entries().stream().allMatch(part -> part.key().isEmpty())
        ? Optional.of(
            new Entry(Optional.of(pair.entries().get(0).value()), pair.entries().get(1).value()))
        : Optional.empty();
  }

  private boolean comprehended(
      Expression key, Comprehension comprehension, Map<String, Value> members, Scope scope) {
    Value over = evaluator.evaluate(comprehension.over(), scope);
    if (!(Operations.items(over) instanceof ListValue list)) {
      return false;
    }
    for (Value item : list.items()) {
      Scope inner = inside(comprehension, item, scope);
      Optional<String> name = Operations.spelled(evaluator.evaluate(key, inner));
      if (name.isPresent()) {
        members.put(name.get(), evaluator.evaluate(comprehension.item(), inner));
      }
    }
    return list.complete();
  }

  Value comprehension(Comprehension comprehension, Scope scope) {
    Value over = Operations.items(evaluator.evaluate(comprehension.over(), scope));
    if (!(over instanceof ListValue list)) {
      return Value.Unknown.VALUE;
    }
    List<Value> values = new ArrayList<>();
    for (Value item : list.items()) {
      values.add(evaluator.evaluate(comprehension.item(), inside(comprehension, item, scope)));
    }
    return new ListValue(values, list.complete());
  }

  /** What is known within a comprehension while its variables are bound to one item. */
  static Scope inside(Comprehension comprehension, Value item, Scope scope) {
    Scope inner = scope.inner();
    bindNames(comprehension.names(), item, inner);
    return inner;
  }

  /** Binds the variables of a loop to one item. */
  static void bindNames(List<String> names, Value item, Scope scope) {
    if (names.size() == 1) {
      scope.define(names.get(0), item);
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      Value part =
          item instanceof ListValue list && i < list.items().size()
              ? list.items().get(i)
              : Value.Unknown.VALUE;
      scope.define(names.get(i), part);
    }
  }

  Value construction(Construction construction, Scope scope) {
    String type = construction.type().map(Expression::lastName).orElse("");
    if (LISTS.contains(type)
        && construction.entries().stream().allMatch(entry -> entry.key().isEmpty())) {
      List<String> fields = fields(construction, scope);
      return list(
          construction.entries().stream().map(entry -> named(entry.value(), fields)).toList(),
          scope);
    }
    Place place = Evaluator.place(construction, scope);
    if (MAPS.contains(type)) {
      return mapping(construction.entries(), place, scope);
    }
    Map<String, Value> members = new LinkedHashMap<>();
    int position = 0;
    for (Entry entry : construction.entries()) {
      String key =
          entry.key().map(written -> memberName(written, scope)).orElse(Integer.toString(position));
      position++;
      members.put(key, evaluator.evaluate(entry.value(), scope));
    }
    Optional<TypeValue> of =
        construction
            .type()
            .map(written -> evaluator.evaluate(written, scope))
            .flatMap(
                value -> value instanceof TypeValue known ? Optional.of(known) : Optional.empty());
    return new Made(type, of, new ObjectValue(members, true, Optional.of(place)), place);
  }

  /**
   * The fields of the structures in a list of such, whose members may stand without their names.
   */
  private List<String> fields(Construction list, Scope scope) {
    if (!(list.type().orElse(null) instanceof Index type) || type.at().size() != 1) {
      return List.of();
    }
    if (type.at().get(0) instanceof Index element && element.lastName().equals("struct")) {
      return element.at().stream().map(Expression::lastName).toList();
    }
    return evaluator.evaluate(type.at().get(0), scope) instanceof TypeValue known
        ? known.type().fields().stream().map(Parameter::name).toList()
        : List.of();
  }

  /** {@code {"make_note", "Makes a note"}} with the names of the fields. */
  private static Expression named(Expression item, List<String> fields) {
    if (!(item instanceof Construction members)
        || members.type().isPresent()
        || members.entries().size() != fields.size()
        || members.entries().stream().anyMatch(entry -> entry.key().isPresent())) {
      return item;
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Expression name = new Name(fields.get(i), members.line());
      entries.add(new Entry(Optional.of(name), members.entries().get(i).value()));
    }
    return new Construction(Optional.empty(), entries, members.line());
  }

  private String memberName(Expression key, Scope scope) {
    return key instanceof Name name
        ? name.name()
        : Operations.spelled(evaluator.evaluate(key, scope)).orElse("");
  }
}
