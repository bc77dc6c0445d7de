package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What annotations say. */
final class Marks {
  /** Annotations that describe what they stand on, in their description or as their only value. */
  private static final Set<String> DESCRIBING =
      Set.of(
          "ToolArg",
          "ToolParam",
          "McpToolParam",
          "McpArg",
          "PromptArg",
          "ResourceTemplateArg",
          "McpDescription",
          "Description",
          "P",
          "McpParam",
          "schemars",
          "JsonPropertyDescription",
          "Schema",
          "Option",
          "LLMDescription",
          "json_schema",
          "tool",
          "JsonSchema");

  private Marks() {}

  static Optional<Call> find(List<Expression> marks, Set<String> names) {
    for (Expression mark : marks) {
      if (mark instanceof Call call && names.contains(plain(call.callee().lastName()))) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  /**
   * The attribute of a kit of the sources' own or of another framework: {@code [SomeTool("name")]
   * [Description("…")]}, as one whose first argument is called the name.
   */
  static Optional<Call> ownTool(List<Expression> marks) {
    if (find(marks, Set.of("Description")).isEmpty()) {
      return Optional.empty();
    }
    for (Expression mark : marks) {
      if (mark instanceof Call call
          && plain(call.callee().lastName()).endsWith("Tool")
          && !call.arguments().isEmpty()
          && call.arguments().get(0).name().isEmpty()) {
        List<Argument> arguments = new ArrayList<>(call.arguments());
        arguments.set(0, new Argument("name", arguments.get(0).value()));
        return Optional.of(new Call(call.callee(), arguments, call.line()));
      }
    }
    return Optional.empty();
  }

  private static String plain(String name) {
    return name.endsWith("Attribute") ? name.substring(0, name.length() - 9) : name;
  }

  /** Whether some annotation has this word among its arguments, or is called so. */
  static boolean has(List<Expression> marks, String word) {
    for (Expression mark : marks) {
      if (mark instanceof Call call) {
        for (Argument argument : call.arguments()) {
          if (argument.name().equals(word) || argument.value().lastName().equals(word)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static boolean isSkipped(List<Expression> marks) {
    return has(marks, "skip")
        || has(marks, "skip_deserializing")
        || find(marks, Set.of("JsonIgnore")).isPresent();
  }

  static boolean isOptional(List<Expression> marks) {
    for (Expression mark : marks) {
      if (mark instanceof Call call) {
        for (Argument argument : call.arguments()) {
          boolean says = argument.name().equalsIgnoreCase("required");
          if (says && argument.value().lastName().equals("false")) {
            return true;
          }
        }
      }
    }
    return find(marks, Set.of("Nullable")).isPresent();
  }

  /** The name that a property is given by an annotation. */
  static Optional<String> rename(List<Expression> marks) {
    for (Expression mark : marks) {
      if (mark instanceof Call call) {
        boolean isProperty =
            Set.of("JsonProperty", "JsonPropertyName", "SerialName")
                .contains(call.callee().lastName());
        for (Argument argument : call.arguments()) {
          boolean renames =
              argument.name().equals("rename")
                  || isProperty && Set.of("", "value").contains(argument.name());
          if (renames && argument.value() instanceof Expression.Text text) {
            return Optional.of(text.value());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What the annotations say of a parameter, field, function or type. */
  static Optional<String> description(List<Expression> marks, Scope scope, Evaluator evaluator) {
    for (Expression mark : marks) {
      if (mark instanceof Call call && DESCRIBING.contains(plain(call.callee().lastName()))) {
        Optional<String> text =
            argument(call, "description", scope, evaluator)
                .or(() -> argument(call, "value", scope, evaluator))
                .or(() -> first(call, scope, evaluator))
                .flatMap(Value::anyText);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  /** The value of an argument; the case of its name does not matter. */
  static Optional<Value> argument(Call mark, String name, Scope scope, Evaluator evaluator) {
    String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
    for (Argument argument : mark.arguments()) {
      if (argument.name().replace("_", "").toLowerCase(Locale.ROOT).equals(plain)) {
        return Optional.of(evaluator.evaluate(argument.value(), scope));
      }
    }
    return Optional.empty();
  }

  /** The first argument without a name. */
  static Optional<Value> first(Call mark, Scope scope, Evaluator evaluator) {
    return mark.arguments().stream()
        .filter(argument -> argument.name().isEmpty())
        .findFirst()
        .map(argument -> evaluator.evaluate(argument.value(), scope));
  }
}
