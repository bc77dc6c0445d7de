package io.mcpcatalogue.collect.live.auth;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.HttpFetcher;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out how a server that wants authorization is to be satisfied: which authorization server,
 * which scopes (RFC 9728, RFC 8414). For one thread and one server.
 */
public final class AuthDiscovery {
  private static final String RESOURCE = "/.well-known/oauth-protected-resource";
  private static final int MAX_SERVERS = 3;
  private static final int MAX_TEXT = 500;

  private final HttpFetcher fetcher;
  private final Deadline deadline;
  private final JsonReader json = JsonReader.withDefaultLimits();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  public AuthDiscovery(HttpFetcher fetcher, Deadline deadline) {
    this.fetcher = fetcher;
    this.deadline = deadline;
  }

  /**
   * What was found. Immutable.
   *
   * @param scopes the scopes that the server wants, separated by blanks
   */
  public record Found(List<AuthServer> servers, String scopes, List<Fact> facts, List<Gap> gaps) {}

  public Found discover(URI server, AuthChallenge challenge) {
    fact("auth/required", challenge.scheme().isEmpty() ? "unnamed scheme" : challenge.scheme());
    JsonObject resource = resourceMetadata(server, challenge);
    String scopes = scopes(challenge, resource);
    if (!scopes.isEmpty()) {
      fact("auth/scopes", scopes);
    }
    checkResource(server, resource);
    List<String> issuers = AuthServer.texts(resource, "authorization_servers");
    List<AuthServer> servers = new ArrayList<>();
    for (String issuer : issuers.stream().limit(MAX_SERVERS).toList()) {
      fact("auth/server", issuer);
      servers.add(new AuthServer(issuer, issuerMetadata(issuer)));
    }
    if (issuers.isEmpty()) {
      guessServer(server).ifPresent(servers::add);
    }
    servers.forEach(this::describe);
    return new Found(List.copyOf(servers), scopes, List.copyOf(facts), List.copyOf(gaps));
  }

  private JsonObject resourceMetadata(URI server, AuthChallenge challenge) {
    Optional<URI> named = address(challenge.resourceMetadata());
    if (named.isPresent()) {
      fact("auth/resource-metadata", named.get().toString());
      return fetch(named.get(), true).orElse(JsonObject.EMPTY);
    }
    String path =
        server.getRawPath() == null || server.getRawPath().equals("/") ? "" : server.getRawPath();
    for (String candidate : List.of(RESOURCE + path, RESOURCE)) {
      Optional<JsonObject> metadata = fetch(server.resolve(candidate), false);
      if (metadata.isPresent()) {
        fact("auth/resource-metadata", server.resolve(candidate).toString());
        return metadata.get();
      }
    }
    return JsonObject.EMPTY;
  }

  private static String scopes(AuthChallenge challenge, JsonObject resource) {
    return challenge.scope().isEmpty()
        ? String.join(" ", AuthServer.texts(resource, "scopes_supported"))
        : challenge.scope();
  }

  /** Metadata that speaks of another resource may lead the user's tokens there. */
  private void checkResource(URI server, JsonObject resource) {
    resource
        .text("resource")
        .filter(name -> address(name).filter(uri -> covers(uri, server)).isEmpty())
        .ifPresent(name -> fact("auth/resource-mismatch", name));
  }

  private static boolean covers(URI resource, URI server) {
    String path = resource.getRawPath() == null ? "" : resource.getRawPath();
    return Origin.of(resource).equals(Origin.of(server))
        && (server.getRawPath() == null ? "" : server.getRawPath()).startsWith(path);
  }

  private JsonObject issuerMetadata(String issuer) {
    Optional<URI> address = address(issuer);
    if (address.isEmpty()) {
      gaps.add(
          new Gap(
              SafeText.line(issuer, 200),
              Gap.Kind.MALFORMED,
              "the authorization server is named by what is no address"));
      return JsonObject.EMPTY;
    }
    for (URI candidate : metadataAddresses(address.get())) {
      Optional<JsonObject> metadata = fetch(candidate, false);
      if (metadata.isPresent()) {
        return metadata.get();
      }
    }
    gaps.add(
        new Gap(
            SafeText.line(issuer, 200),
            Gap.Kind.UNREACHABLE,
            "the authorization server does not describe itself"));
    return JsonObject.EMPTY;
  }

  private static List<URI> metadataAddresses(URI issuer) {
    String path = issuer.getRawPath() == null ? "" : issuer.getRawPath();
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    List<String> candidates = new ArrayList<>();
    candidates.add("/.well-known/oauth-authorization-server" + bare);
    candidates.add("/.well-known/openid-configuration" + bare);
    if (!bare.isEmpty()) {
      candidates.add(bare + "/.well-known/openid-configuration");
    }
    return candidates.stream().map(issuer::resolve).toList();
  }

  /** Before there was metadata of resources, a server was its own authorization server. */
  private Optional<AuthServer> guessServer(URI server) {
    URI itself = server.resolve("/");
    Optional<JsonObject> metadata =
        fetch(itself.resolve("/.well-known/oauth-authorization-server"), false);
    metadata.ifPresent(found -> fact("auth/server", itself.toString()));
    return metadata.map(found -> new AuthServer(itself.toString(), found));
  }

  private void describe(AuthServer server) {
    if (server.metadata().isEmpty()) {
      return;
    }
    if (!server.registrationEndpoint().isEmpty()) {
      fact("auth/open-registration", server.registrationEndpoint());
    }
    if (!server.bindsCodes()) {
      fact("auth/no-pkce", server.issuer());
    }
    List<String> grants = AuthServer.texts(server.metadata(), "grant_types_supported");
    if (!grants.isEmpty()) {
      fact("auth/grants", String.join(" ", grants));
    }
  }

  /** A document, if there is one; that one which was named is missing is a gap. */
  private Optional<JsonObject> fetch(URI address, boolean named) {
    try {
      HttpAnswer answer = fetcher.get(address, Map.of("accept", "application/json"), deadline);
      if (answer.isSuccess()
          && json.parse(answer.body()) instanceof JsonObject object
          && !object.isEmpty()) {
        return Optional.of(object);
      }
      gapIf(named, address, Gap.Kind.NOT_FOUND, "no metadata there, status " + answer.status());
    } catch (CollectException e) {
      boolean worthTelling = named || e.kind() == Gap.Kind.NOT_ALLOWED;
      gapIf(worthTelling, address, e.kind(), e.getMessage());
    } catch (MalformedJsonException e) {
      gapIf(named, address, Gap.Kind.MALFORMED, e.getMessage());
    }
    return Optional.empty();
  }

  private void gapIf(boolean worthTelling, URI address, Gap.Kind kind, String reason) {
    if (worthTelling) {
      gaps.add(
          new Gap(SafeText.line(address.toString(), 200), kind, SafeText.line(reason, MAX_TEXT)));
    }
  }

  private void fact(String id, String value) {
    facts.add(new Fact(id, SafeText.line(value, MAX_TEXT), "authorization"));
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
