package io.mcpcatalogue.collect.live;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.LiveOptions.Isolation;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.util.List;
import java.util.function.Consumer;

/** Runs a command that is an MCP server and has it list its tools. Immutable. */
public final class StdioCollector implements ToolCollector {
  private static final int MAX_LINE = 1000;

  private final Consumer<String> notices;

  /**
   * @param notices takes the line that starts a container, before it is run
   */
  public StdioCollector(Consumer<String> notices) {
    this.notices = notices;
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.COMMAND;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Deadline deadline = Deadline.after(options.timeout());
    try {
      ServerListing listing =
          CloakCheck.list(
              options.live(), clientName -> list(target.command(), clientName, options, deadline));
      return Collected.of(manifest(target, options, listing));
    } catch (CollectException e) {
      throw new CollectException(
          e.kind(), shown(target, redactor(options)) + ": " + e.getMessage(), e);
    }
  }

  /** Only made when something is to be shown: the server comes first. */
  private static SecretRedactor redactor(CollectOptions options) {
    return SecretRedactor.knowing(options.live().environment().values());
  }

  private static String shown(ScanTarget target, SecretRedactor redactor) {
    return SafeText.line(redactor.redactCommand(target.command()), 300);
  }

  /** The user's own for a command that he typed himself, empty ones for what something names. */
  private static Surroundings surroundings(CollectOptions options) throws CollectException {
    if (options.run()) {
      return Surroundings.empty();
    }
    return options.live().isolation().kind() == Isolation.Kind.NAMESPACES
        ? Surroundings.emptyHome()
        : Surroundings.usersOwn();
  }

  private ServerListing list(
      List<String> words, String clientName, CollectOptions options, Deadline deadline)
      throws CollectException {
    try (Surroundings surroundings = surroundings(options)) {
      Launch launch = LaunchPlan.of(words, options, surroundings);
      if (options.live().isolation().kind() == Isolation.Kind.CONTAINER) {
        String line = redactor(options).redactCommand(launch.wrapped());
        notices.accept(SafeText.line("runs " + line, MAX_LINE));
      }
      StdioTransport transport = StdioTransport.start(launch, options.limits());
      ServerListing listing;
      try (transport) {
        listing = listOrExplain(transport, clientName, options, deadline);
      }
      // Only now is known what was odd about its end.
      return listing
          .with(transport.facts(), transport.gaps())
          .with(isolation(launch, options.live().isolation()), List.of());
    }
  }

  private static List<Fact> isolation(Launch launch, Isolation isolation) {
    return switch (isolation.kind()) {
      case NONE -> List.of();
      case NAMESPACES -> List.of(new Fact("live/isolation", "namespaces", "process"));
      case CONTAINER ->
          List.of(
              new Fact(
                  "live/isolation",
                  SafeText.line("container: " + String.join(" ", launch.wrapped()), MAX_LINE),
                  "process"));
    };
  }

  /** The reason is asked for while the process is still what it was when it failed. */
  private static ServerListing listOrExplain(
      StdioTransport transport, String clientName, CollectOptions options, Deadline deadline)
      throws CollectException {
    try {
      return new McpSession(transport, clientName, options.limits(), deadline).list();
    } catch (CollectException e) {
      throw StartFailure.explain(e, transport.exitCode(), transport.lastWords(), redactor(options));
    }
  }

  private static ServerManifest manifest(
      ScanTarget target, CollectOptions options, ServerListing listing) {
    SecretRedactor redactor = redactor(options);
    String name = options.name().orElseGet(() -> CommandName.of(target.command()));
    return listing.manifest("stdio:" + name, name, shown(target, redactor), redactor::redact);
  }
}
