package io.mcpcatalogue.collect.live.command;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.LiveOptions;
import io.mcpcatalogue.collect.LiveOptions.Isolation;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.live.launch.Launch;
import io.mcpcatalogue.collect.live.launch.LaunchPlan;
import io.mcpcatalogue.collect.live.launch.Surroundings;
import io.mcpcatalogue.collect.live.session.CloakCheck;
import io.mcpcatalogue.collect.live.session.MadeUpServer;
import io.mcpcatalogue.collect.live.session.McpSession;
import io.mcpcatalogue.collect.live.session.ServerListing;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The scan of one command that is a server. For one use. */
final class CommandScan implements CloakCheck.Lister {
  private static final int MAX_LINE = 1000;

  private final Consumer<String> notices;
  private final ScanTarget target;
  private final CollectOptions options;
  private final Deadline deadline;
  private final Consumer<ServerManifest> preview;
  private final Map<ServerListing, ServerManifest> manifests = new IdentityHashMap<>();

  /**
   * @param preview takes the server as soon as it is listed, while it ends
   */
  CommandScan(
      Consumer<String> notices,
      ScanTarget target,
      CollectOptions options,
      Consumer<ServerManifest> preview) {
    this.notices = notices;
    this.target = target;
    this.options = options;
    this.deadline = Deadline.after(options.timeout());
    this.preview = preview;
  }

  /** What a scan would end with that needs no process: all that it needs is loaded by it. */
  static ServerManifest rehearse() throws CollectException {
    List<String> command = List.of("sh", "-c", "rehearse --key=none");
    CommandScan scan =
        new CommandScan(
            notice -> {}, ScanTarget.command(command), CollectOptions.DEFAULT, server -> {});
    MadeUpServer server = new MadeUpServer();
    McpSession session =
        new McpSession(
            server, LiveOptions.CLIENT_NAME, CollectOptions.DEFAULT.limits(), scan.deadline);
    return scan.manifest(session.list().with(server.facts(), server.gaps()));
  }

  Collected scan() throws CollectException {
    try {
      return Collected.of(manifest(CloakCheck.list(options.live(), this)));
    } catch (CollectException e) {
      throw new CollectException(e.kind(), shown() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public ServerListing list(String clientName) throws CollectException {
    try (Surroundings surroundings = surroundings()) {
      Launch launch = LaunchPlan.of(target.command(), options, surroundings);
      if (options.live().isolation().kind() == Isolation.Kind.CONTAINER) {
        String line = redactor().redactCommand(launch.wrapped());
        notices.accept(SafeText.line("runs " + line, MAX_LINE));
      }
      StdioTransport transport = StdioTransport.start(launch, options.limits());
      ServerListing heard;
      ServerListing listing;
      try (transport) {
        heard = listOrExplain(transport, clientName);
        transport.beginToEnd();
        listing = told(heard, transport, launch);
        // What a check under another name finds is not known yet.
        if (!options.live().cloakCheck()) {
          preview.accept(manifest(listing));
        }
      }
      // Only now is known what was odd about its end.
      return transport.neededKilling() ? told(heard, transport, launch) : listing;
    }
  }

  /** The user's own for a command that he typed himself, empty ones for what something names. */
  private Surroundings surroundings() throws CollectException {
    if (options.run()) {
      return Surroundings.empty();
    }
    return options.live().isolation().kind() == Isolation.Kind.NAMESPACES
        ? Surroundings.emptyHome()
        : Surroundings.usersOwn();
  }

  /** The reason is asked for while the process is still what it was when it failed. */
  private ServerListing listOrExplain(StdioTransport transport, String clientName)
      throws CollectException {
    try {
      return new McpSession(transport, clientName, options.limits(), deadline).list();
    } catch (CollectException e) {
      throw StartFailure.explain(e, transport.exitCode(), transport.lastWords(), redactor());
    }
  }

  private ServerListing told(ServerListing heard, StdioTransport transport, Launch launch) {
    return heard
        .with(transport.facts(), transport.gaps())
        .with(isolation(launch, options.live().isolation()), List.of());
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

  /** Of the same listing always the same. */
  private ServerManifest manifest(ServerListing listing) {
    ServerManifest made = manifests.get(listing);
    if (made == null) {
      String name = options.name().orElseGet(() -> CommandName.of(target.command()));
      made = listing.manifest("stdio:" + name, name, shown(), redactor()::redact);
      manifests.put(listing, made);
    }
    return made;
  }

  private String shown() {
    return SafeText.line(redactor().redactCommand(target.command()), 300);
  }

  /** Only made when something is to be shown: the server comes first. */
  private SecretRedactor redactor() {
    return SecretRedactor.knowing(options.live().environment().values());
  }
}
