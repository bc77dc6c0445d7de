package io.mcpcatalogue.cli.options;

import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.collect.RemoteOptions;
import io.mcpcatalogue.collect.RemoteOptions.Header;
import io.mcpcatalogue.collect.RemoteOptions.OAuthClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options for servers that are called over the network. */
final class RemoteServerOptions implements Syntax.Part {
  private final Option<String> headers =
      Option.text(
              "--header",
              "'NAME: VALUE'",
              "A header for a remote server, never sent to another origin. Repeatable.")
          .repeatable();
  private final Option<String> bearer =
      Option.text(
          "--bearer", "TOKEN", "The token for a remote server; default $MCP_CATALOGUE_BEARER.");
  private final Option<String> oauthClient =
      Option.text(
          "--oauth-client",
          "ID",
          "An OAuth client of yours: with $MCP_CATALOGUE_OAUTH_SECRET the client-credentials flow,"
              + " else the device flow.");
  private final Option<String> oauthScope =
      Option.text(
          "--oauth-scope", "SCOPE", "The scopes to ask for; default those that the server names.");
  private final Option<String> oauthServer =
      Option.text(
          "--oauth-server",
          "URL",
          "The authorization server that knows the client; needed where it is not the scanned server"
              + " itself, since a server may name any other.");
  private final Option<String> allowPrivate =
      Option.flag(
          "--allow-private",
          "Also call private and link-local addresses that an index names; what you name yourself"
              + " may always lie there.");

  @Override
  public void addTo(Syntax syntax) {
    syntax.with(headers, bearer, oauthClient, oauthScope, oauthServer, allowPrivate);
  }

  boolean allowPrivate() {
    return allowPrivate.isGiven();
  }

  RemoteOptions remote(Map<String, String> own, boolean privateAddresses) {
    List<Header> sent = new ArrayList<>();
    for (String header : headers.values()) {
      sent.add(header(header));
    }
    Optional<String> token =
        bearer.isGiven() ? bearer.value() : Optional.ofNullable(own.get("MCP_CATALOGUE_BEARER"));
    return new RemoteOptions(sent, token, client(own), privateAddresses);
  }

  private Optional<OAuthClient> client(Map<String, String> own) {
    if (!oauthClient.isGiven()) {
      return Optional.empty();
    }
    Optional<String> secret = Optional.ofNullable(own.get("MCP_CATALOGUE_OAUTH_SECRET"));
    return Optional.of(
        new OAuthClient(oauthClient.given(), secret, oauthScope.value(""), oauthServer.value()));
  }

  private static Header header(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new UsageException("--header needs the form 'NAME: VALUE'");
    }
    return new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }
}
