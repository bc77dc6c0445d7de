package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.evaluate.Evaluator;
import io.mcpcatalogue.collect.extract.evaluate.Scope;
import io.mcpcatalogue.collect.extract.evaluate.Types;
import io.mcpcatalogue.collect.extract.evaluate.Values.TypeValue;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Index;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Expression.Name;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Evaluation;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Commands that hang in a tree of groups: the path of groups and the command's own name make the
 * tool's name, the options of the command its parameters. For one thread.
 */
final class CommandTrees {
  private static final int MAX_GROUPS = 12;
  private static final int MAX_NESTED = 6;

  private final Evaluator evaluator;
  private final MarkedFunctions functions;
  private final TypeSchemas schemas;

  /** What hangs a command into a group. */
  private final Vocabulary hanging = Vocabulary.of(Set.of("AddCommand"));

  CommandTrees(Evaluator evaluator, MarkedFunctions functions) {
    this.evaluator = evaluator;
    this.functions = functions;
    this.schemas = new TypeSchemas(evaluator);
  }

  /** The tools of the commands that the methods of this type hang into groups. */
  List<ExtractedTool> tools(Type type, Scope scope) {
    List<ExtractedTool> tools = new ArrayList<>();
    Scope inside = Types.inside(new TypeValue(type, scope), evaluator);
    for (Statement member : type.body()) {
      if (member instanceof Function function && function.code().mayMention(hanging)) {
        tools(function, inside, tools);
      }
    }
    return tools;
  }

  private void tools(Function function, Scope scope, List<ExtractedTool> tools) {
    Map<String, String> names = new HashMap<>();
    Map<String, String> parents = new HashMap<>();
    for (Statement statement : Statements.all(function.body())) {
      if (statement instanceof Assignment assignment) {
        groupName(assignment.value(), scope)
            .ifPresent(name -> names.put(assignment.targets().get(0).lastName(), name));
      } else if (statement instanceof Evaluation evaluation
          && evaluation.expression() instanceof Call call
          && !names.isEmpty()) {
        hang(call, names, parents, scope, tools);
      }
    }
  }

  /** {@code new CommandGroup("notes", …)}. */
  private Optional<String> groupName(Expression value, Scope scope) {
    return value instanceof Call call
            && call.callee().lastName().endsWith("Group")
            && !call.arguments().isEmpty()
        ? evaluator.evaluate(call.arguments().get(0).value(), scope).exactText()
        : Optional.empty();
  }

  private void hang(
      Call call,
      Map<String, String> names,
      Map<String, String> parents,
      Scope scope,
      List<ExtractedTool> tools) {
    Expression callee = call.callee() instanceof Index index ? index.of() : call.callee();
    if (!(callee instanceof Member member) || !(member.of() instanceof Name group)) {
      return;
    }
    if (member.name().endsWith("Group") && call.arguments().size() == 1) {
      parents.put(call.arguments().get(0).value().lastName(), group.name());
    } else if (member.name().equals("AddCommand")) {
      Expression command =
          call.callee() instanceof Index index && !index.at().isEmpty()
              ? index.at().get(0)
              : call.arguments().get(call.arguments().size() - 1).value();
      if (evaluator.evaluate(command, scope) instanceof TypeValue type) {
        tool(type, path(group.name(), names, parents)).ifPresent(tools::add);
      }
    }
  }

  private static String path(String group, Map<String, String> names, Map<String, String> parents) {
    List<String> path = new ArrayList<>();
    String next = group;
    while (next != null && path.size() < MAX_GROUPS) {
      path.add(0, names.getOrDefault(next, next));
      next = parents.get(next);
    }
    return String.join("_", path);
  }

  private Optional<ExtractedTool> tool(TypeValue command, String path) {
    Type type = command.type();
    for (Expression mark : type.marks()) {
      if (mark instanceof Call call && says(call, "Name") && says(call, "Description")) {
        Type bare =
            new Type(type.name(), List.of(), type.marks(), "", List.of(), List.of(), type.line());
        return functions
            .tool(bare, call, command.scope())
            .map(tool -> tool.named(path + "_" + tool.name()).withSchema(options(command)));
      }
    }
    return Optional.empty();
  }

  private static boolean says(Call mark, String name) {
    return mark.arguments().stream().map(Argument::name).anyMatch(name::equals);
  }

  /** The options are the first type argument of the command's base. */
  private JsonObject options(TypeValue command) {
    ObjectSchema input = new ObjectSchema();
    for (Expression base : command.type().bases()) {
      if (base instanceof Index index
          && !index.at().isEmpty()
          && evaluator.evaluate(index.at().get(0), command.scope()) instanceof TypeValue options) {
        options(options, "", 0, input);
      }
    }
    return input.build();
  }

  private void options(TypeValue options, String prefix, int depth, ObjectSchema input) {
    if (depth > MAX_NESTED) {
      return;
    }
    for (TypeValue each : Types.withBases(options, evaluator)) {
      for (Parameter field : each.type().fields()) {
        Optional<Call> option = Marks.find(field.marks(), Set.of("Option"));
        Optional<Call> container = Marks.find(field.marks(), Set.of("OptionContainer"));
        if (option.isPresent()) {
          option(field, option.get(), prefix, each.scope(), input);
        } else if (container.isPresent()
            && field.type().isPresent()
            && evaluator.evaluate(bare(field.type().get()), each.scope())
                instanceof TypeValue inner) {
          String own =
              Marks.argument(container.get(), "Prefix", each.scope(), evaluator)
                  .flatMap(Value::exactText)
                  .map(text -> text + "-")
                  .orElse("");
          options(inner, prefix + own, depth + 1, input);
        }
      }
    }
  }

  private static Expression bare(Expression type) {
    return TypeSchemas.isOptional(type) && type instanceof Index index ? index.at().get(0) : type;
  }

  private void option(Parameter field, Call mark, String prefix, Scope scope, ObjectSchema input) {
    String name =
        Marks.argument(mark, "Name", scope, evaluator)
            .flatMap(Value::exactText)
            .orElse(Names.kebabCase(field.name()));
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    field.type().ifPresent(type -> schema.putAll(schemas.type(type, scope).members()));
    Marks.description(field.marks(), scope, evaluator)
        .ifPresent(text -> schema.put("description", JsonValue.of(text)));
    boolean isOptional =
        field.type().filter(TypeSchemas::isOptional).isPresent()
            || field.defaultValue().isPresent();
    input.putIfAbsent(prefix + name, new JsonObject(schema), !isOptional);
  }
}
