package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.syntax.Expression;
import io.mcpcatalogue.collect.extract.syntax.Expression.Argument;
import io.mcpcatalogue.collect.extract.syntax.Expression.Call;
import io.mcpcatalogue.collect.extract.syntax.Expression.Construction;
import io.mcpcatalogue.collect.extract.syntax.Expression.Entry;
import io.mcpcatalogue.collect.extract.syntax.Expression.Lambda;
import io.mcpcatalogue.collect.extract.syntax.Expression.Member;
import io.mcpcatalogue.collect.extract.syntax.Parameter;
import io.mcpcatalogue.collect.extract.syntax.Statement.Assignment;
import io.mcpcatalogue.collect.extract.syntax.Statement.Type;
import io.mcpcatalogue.collect.extract.syntax.Statements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what servers tell every model. */
final class ServerInstructions {
  private static final String NAME = "instructions";

  /** What the kits call it in calls, and in structures. */
  static final Set<String> WORDS =
      Set.of(NAME, "with_instructions", "setInstructions", "ServerInstructions", "AddMcpServer");

  private static final Set<String> MEMBERS = Set.of(NAME, "ServerInstructions");
  private static final Set<String> OPTIONS =
      Set.of("ServerInfo", "InitializeResult", "McpServerOptions");

  private ServerInstructions() {}

  /** What the expression gives a server to tell. */
  static Optional<Expression> in(Expression expression, Language language) {
    if (expression instanceof Call call) {
      return language == Language.CSHARP ? configured(call) : called(call, language);
    }
    boolean isOptions =
        expression instanceof Construction construction
            && construction.type().filter(type -> OPTIONS.contains(type.lastName())).isPresent();
    return isOptions
        ? BraceSemantics.entries(expression).stream()
            .filter(entry -> BraceSemantics.plainKey(entry).filter(MEMBERS::contains).isPresent())
            .map(Entry::value)
            .findFirst()
        : Optional.empty();
  }

  /** {@code .with_instructions("…")}, {@code Server(name: "notes", instructions: "…")}. */
  private static Optional<Expression> called(Call call, Language language) {
    String name = call.callee().lastName();
    boolean isSetter =
        switch (language) {
          case JAVA, KOTLIN -> name.equals(NAME) && buildsServer(call);
          case RUST -> name.equals("with_instructions");
          case PHP -> name.equals("setInstructions");
          default -> false;
        };
    if (isSetter && call.arguments().size() == 1) {
      return Optional.of(call.arguments().get(0).value());
    }
    return name.endsWith("Server") ? named(call) : Optional.empty();
  }

  /** {@code McpServer.sync(transport).serverInfo("notes", "1").instructions("…")}. */
  private static boolean buildsServer(Call call) {
    return BuilderChains.links(call).stream()
        .anyMatch(
            link ->
                link.callee() instanceof Member member
                    && (member.name().equals("serverInfo")
                        || member.of().lastName().equals("McpServer")));
  }

  private static Optional<Expression> named(Call call) {
    return call.arguments().stream()
        .filter(argument -> argument.name().equals(NAME))
        .map(Argument::value)
        .findFirst();
  }

  /** {@code AddMcpServer(options => { options.ServerInstructions = "…"; })}. */
  private static Optional<Expression> configured(Call call) {
    if (!Set.of("AddMcpServer", "Configure").contains(call.callee().lastName())) {
      return Optional.empty();
    }
    return call.arguments().stream()
        .map(Argument::value)
        .filter(Lambda.class::isInstance)
        .flatMap(lambda -> Statements.all(((Lambda) lambda).body()).stream())
        .filter(Assignment.class::isInstance)
        .map(Assignment.class::cast)
        .filter(assignment -> MEMBERS.contains(assignment.targets().get(0).lastName()))
        .map(Assignment::value)
        .findFirst();
  }

  /**
   * {@code #[tool_handler(instructions = "…")]}, {@code #[Instructions('…')]}, and the field of a
   * class that is a server.
   */
  static List<Expression> of(Type type) {
    Stream<Expression> marks =
        type.marks().stream()
            .filter(Call.class::isInstance)
            .map(Call.class::cast)
            .flatMap(
                mark ->
                    mark.callee().lastName().equals("Instructions") && !mark.arguments().isEmpty()
                        ? Stream.of(mark.arguments().get(0).value())
                        : named(mark).stream());
    boolean isServer = type.bases().stream().anyMatch(base -> base.lastName().endsWith("Server"));
    Stream<Expression> fields =
        isServer
            ? type.fields().stream()
                .filter(field -> field.name().equals(NAME))
                .map(Parameter::defaultValue)
                .flatMap(Optional::stream)
            : Stream.of();
    return Stream.concat(marks, fields).toList();
  }
}
