package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds what is written down as a plain literal, without looking up any name. */
public final class Literals {
  private static final int MAX_DEPTH = 30;

  private Literals() {}

  public static Value fold(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      return Value.Unknown.VALUE;
    }
    if (node instanceof Node.Literal literal) {
      return literal.value();
    }
    if (node instanceof Node.ArrayNode array) {
      List<Value> items = new ArrayList<>();
      array.items().forEach(item -> items.add(fold(item, depth + 1)));
      return new Value.ListValue(items, true);
    }
    if (node instanceof Node.ObjectNode object) {
      Map<String, Value> members = new LinkedHashMap<>();
      for (Node.Property property : object.properties()) {
        fold(property.key(), depth + 1)
            .exactText()
            .ifPresent(key -> members.put(key, fold(property.value(), depth + 1)));
      }
      return new Value.ObjectValue(members, true, Optional.empty());
    }
    return Value.Unknown.VALUE;
  }
}
