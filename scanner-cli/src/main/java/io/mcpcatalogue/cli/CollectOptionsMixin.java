package io.mcpcatalogue.cli;

import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.LiveOptions;
import io.mcpcatalogue.collect.LiveOptions.Isolation;
import io.mcpcatalogue.collect.RemoteOptions;
import io.mcpcatalogue.collect.RemoteOptions.Header;
import io.mcpcatalogue.collect.RemoteOptions.OAuthClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what collectors may do, and within which limits. */
final class CollectOptionsMixin {
  /** What {@code --container} means without an image. */
  private static final String CHOSEN_IMAGE = "";

  @Option(names = "--name", paramLabel = "NAME", description = "The name of the (only) server.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long one server may take in all, such as 30s or 2m; default 60s.")
  private Duration timeout = CollectOptions.DEFAULT.timeout();

  @Option(names = "--offline", description = "Touch no network; say what could not be seen.")
  private boolean offline;

  @Option(
      names = "--run",
      description = "Run the servers that targets name (npx, configurations), and list them live.")
  private boolean run;

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "A variable for a server that is run; it gets few others. Repeatable.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "Variables for a server that is run: lines of NAME=VALUE.")
  private Optional<Path> environmentFile = Optional.empty();

  @Option(
      names = "--client-name",
      paramLabel = "NAME",
      description = "How to name ourselves to servers; default mcp-catalogue.")
  private String clientName = LiveOptions.CLIENT_NAME;

  @Option(
      names = "--cloak-check",
      description = "List twice, under two client names, and report differences.")
  private boolean cloakCheck;

  @Option(
      names = "--isolate",
      description = "Run servers in their own user, process and network namespaces (Linux).")
  private boolean isolate;

  @Option(
      names = "--container",
      paramLabel = "IMAGE",
      arity = "0..1",
      fallbackValue = CHOSEN_IMAGE,
      description = "Run servers in a container without network.")
  private Optional<String> container = Optional.empty();

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "A header for a remote server, never sent to another origin. Repeatable.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--bearer",
      paramLabel = "TOKEN",
      description = "The token for a remote server; default $MCP_CATALOGUE_BEARER.")
  private Optional<String> bearer = Optional.empty();

  @Option(
      names = "--oauth-client",
      paramLabel = "ID",
      description =
          "An OAuth client of yours: with $MCP_CATALOGUE_OAUTH_SECRET the client-credentials flow,"
              + " else the device flow.")
  private Optional<String> oauthClient = Optional.empty();

  @Option(
      names = "--oauth-scope",
      paramLabel = "SCOPE",
      description = "The scopes to ask for; default those that the server names.")
  private String oauthScope = "";

  @Option(
      names = "--oauth-server",
      paramLabel = "URL",
      description =
          "The authorization server that knows the client; needed where it is not the scanned server"
              + " itself, since a server may name any other.")
  private Optional<String> oauthServer = Optional.empty();

  @Option(
      names = "--allow-private",
      description =
          "Also call private and link-local addresses that an index names; what you name yourself"
              + " may always lie there.")
  private boolean allowPrivate;

  /** For targets that the user named: they may lie on private addresses. */
  CollectOptions options(Map<String, String> own, int numberOfTargets) {
    if (name.isPresent() && numberOfTargets > 1) {
      throw new UsageException("--name is for a single target");
    }
    return options(own, true);
  }

  /**
   * For targets that an index named: they must not reach into the private network unless allowed.
   */
  CollectOptions optionsForIndex(Map<String, String> own) {
    if (name.isPresent()) {
      throw new UsageException("--name is for a single target");
    }
    return options(own, allowPrivate);
  }

  private CollectOptions options(Map<String, String> own, boolean privateAddresses) {
    return new CollectOptions(
        name,
        timeout,
        offline,
        run,
        CollectLimits.DEFAULT,
        new LiveOptions(
            environment(), clientName, cloakCheck, isolation(), remote(own, privateAddresses)));
  }

  private RemoteOptions remote(Map<String, String> own, boolean privateAddresses) {
    Optional<String> token = bearer.or(() -> Optional.ofNullable(own.get("MCP_CATALOGUE_BEARER")));
    Optional<String> secret = Optional.ofNullable(own.get("MCP_CATALOGUE_OAUTH_SECRET"));
    Optional<OAuthClient> client =
        oauthClient.map(id -> new OAuthClient(id, secret, oauthScope, oauthServer));
    return new RemoteOptions(
        headers.stream().map(CollectOptionsMixin::header).toList(),
        token,
        client,
        privateAddresses);
  }

  private Isolation isolation() {
    if (container.isPresent()) {
      return Isolation.container(container.filter(image -> !image.equals(CHOSEN_IMAGE)));
    }
    return isolate ? Isolation.NAMESPACES : Isolation.NONE;
  }

  private Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    environmentFile.ifPresent(file -> readEnvironmentFile(file, all));
    all.putAll(environment);
    return all;
  }

  private static void readEnvironmentFile(Path file, Map<String, String> into) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException(UnreadableInput.describe(file, e));
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals <= 0) {
        // The line itself is not quoted: it may hold a secret.
        throw new UsageException(file + ":" + (i + 1) + ": not NAME=VALUE");
      }
      into.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static Header header(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new UsageException("--header needs the form 'NAME: VALUE'");
    }
    return new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }
}
