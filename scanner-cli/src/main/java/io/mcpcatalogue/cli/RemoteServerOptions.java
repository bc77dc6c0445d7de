package io.mcpcatalogue.cli;

import io.mcpcatalogue.collect.RemoteOptions;
import io.mcpcatalogue.collect.RemoteOptions.Header;
import io.mcpcatalogue.collect.RemoteOptions.OAuthClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options for servers that are called over the network. */
final class RemoteServerOptions implements Syntax.Part {
  private final List<String> headers = new ArrayList<>();
  private Optional<String> bearer = Optional.empty();
  private Optional<String> oauthClient = Optional.empty();
  private String oauthScope = "";
  private Optional<String> oauthServer = Optional.empty();
  private boolean allowPrivate;

  @Override
  public void addTo(Syntax syntax) {
    syntax
        .repeatable(
            "--header",
            "'NAME: VALUE'",
            "A header for a remote server, never sent to another origin. Repeatable.",
            headers::add)
        .option(
            "--bearer",
            "TOKEN",
            "The token for a remote server; default $MCP_CATALOGUE_BEARER.",
            word -> bearer = Optional.of(word))
        .option(
            "--oauth-client",
            "ID",
            "An OAuth client of yours: with $MCP_CATALOGUE_OAUTH_SECRET the client-credentials flow,"
                + " else the device flow.",
            word -> oauthClient = Optional.of(word))
        .option(
            "--oauth-scope",
            "SCOPE",
            "The scopes to ask for; default those that the server names.",
            word -> oauthScope = word)
        .option(
            "--oauth-server",
            "URL",
            "The authorization server that knows the client; needed where it is not the scanned server"
                + " itself, since a server may name any other.",
            word -> oauthServer = Optional.of(word))
        .flag(
            "--allow-private",
            "Also call private and link-local addresses that an index names; what you name yourself"
                + " may always lie there.",
            () -> allowPrivate = true);
  }

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
