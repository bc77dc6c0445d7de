package io.mcpcatalogue.cli;

import io.mcpcatalogue.collect.RemoteOptions;
import io.mcpcatalogue.collect.RemoteOptions.Header;
import io.mcpcatalogue.collect.RemoteOptions.OAuthClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for servers that are called over the network. */
final class RemoteServerOptions {
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

  boolean allowPrivate() {
    return allowPrivate;
  }

  RemoteOptions remote(Map<String, String> own, boolean privateAddresses) {
    Optional<String> token = bearer.or(() -> Optional.ofNullable(own.get("MCP_CATALOGUE_BEARER")));
    Optional<String> secret = Optional.ofNullable(own.get("MCP_CATALOGUE_OAUTH_SECRET"));
    Optional<OAuthClient> client =
        oauthClient.map(id -> new OAuthClient(id, secret, oauthScope, oauthServer));
    return new RemoteOptions(
        headers.stream().map(RemoteServerOptions::header).toList(),
        token,
        client,
        privateAddresses);
  }

  private static Header header(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new UsageException("--header needs the form 'NAME: VALUE'");
    }
    return new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }
}
