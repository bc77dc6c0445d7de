package io.mcpcatalogue.collect.live.auth;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.RemoteOptions.OAuthClient;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpEndpoint;
import io.mcpcatalogue.collect.http.HttpReply;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks an authorization server for a token, as a client with a secret or through a person at
 * another device. For one thread.
 */
public final class OAuthTokens {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,16000}");
  private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);

  private final Function<URI, HttpEndpoint> endpoints;
  private final Consumer<String> notices;
  private final JsonReader json = JsonReader.withDefaultLimits();

  /**
   * Asks through such endpoints.
   *
   * @param notices takes what a person has to do
   */
  public OAuthTokens(Function<URI, HttpEndpoint> endpoints, Consumer<String> notices) {
    this.endpoints = endpoints;
    this.notices = notices;
  }

  /** A token for this resource from the first server that the client may be shown to. */
  public String obtain(
      OAuthClient client, AuthDiscovery.Found found, URI resource, Deadline deadline)
      throws CollectException {
    AuthServer server = chosen(client, found, resource);
    Map<String, String> form = new LinkedHashMap<>();
    String scope = client.scope().isEmpty() ? found.scopes() : client.scope();
    if (!scope.isEmpty()) {
      form.put("scope", scope);
    }
    form.put("resource", resource.toString());
    return client.secret().isPresent()
        ? byCredentials(client, client.secret().get(), server, form, deadline)
        : byDevice(client, server, form, deadline);
  }

  /** Any server may name any authorization server: only a trusted one gets to see the client. */
  private static AuthServer chosen(OAuthClient client, AuthDiscovery.Found found, URI resource)
      throws CollectException {
    for (AuthServer server : found.servers()) {
      boolean trusted =
          client.issuer().isPresent()
              ? withoutSlash(client.issuer().get()).equals(withoutSlash(server.issuer()))
              : isOrigin(server.issuer(), resource);
      if (trusted) {
        return server;
      }
    }
    String named =
        found.servers().stream()
            .map(server -> SafeText.line(server.issuer(), 200))
            .collect(Collectors.joining(", "));
    throw new CollectException(
        Gap.Kind.CREDENTIALS,
        named.isEmpty()
            ? "needs authorization, but names no authorization server"
            : "needs authorization by " + named + "; confirm it with --oauth-server");
  }

  private static String withoutSlash(String issuer) {
    return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
  }

  private static boolean isOrigin(String issuer, URI resource) {
    try {
      return Origin.of(URI.create(issuer)).equals(Origin.of(resource));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private String byCredentials(
      OAuthClient client,
      String secret,
      AuthServer server,
      Map<String, String> form,
      Deadline deadline)
      throws CollectException {
    form.put("grant_type", "client_credentials");
    Map<String, String> headers = new TreeMap<>();
    if (server.takesBasic()) {
      String pair = encoded(client.id()) + ":" + encoded(secret);
      headers.put(
          "authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    } else {
      form.put("client_id", client.id());
      form.put("client_secret", secret);
    }
    return token(post(server.tokenEndpoint(), "token endpoint", headers, form, deadline));
  }

  private String byDevice(
      OAuthClient client, AuthServer server, Map<String, String> form, Deadline deadline)
      throws CollectException {
    form.put("client_id", client.id());
    JsonObject started = post(server.deviceEndpoint(), "device endpoint", Map.of(), form, deadline);
    String deviceCode = started.text("device_code").orElse("");
    String page =
        started
            .text("verification_uri_complete")
            .or(() -> started.text("verification_uri"))
            .orElse("");
    if (deviceCode.isEmpty() || page.isEmpty()) {
      throw refused(started);
    }
    notices.accept(
        "To let the scan go on, open "
            + SafeText.line(page, 300)
            + " and enter the code "
            + SafeText.line(started.text("user_code").orElse(""), 40));
    Map<String, String> asking = new LinkedHashMap<>();
    asking.put("grant_type", DEVICE_GRANT);
    asking.put("device_code", deviceCode);
    asking.put("client_id", client.id());
    Duration interval = interval(started);
    while (true) {
      sleep(interval, deadline);
      JsonObject answer =
          post(server.tokenEndpoint(), "token endpoint", Map.of(), asking, deadline);
      String error = answer.text("error").orElse("");
      if (error.equals("slow_down")) {
        interval = interval.plus(USUAL_INTERVAL);
      } else if (!error.equals("authorization_pending")) {
        return token(answer);
      }
    }
  }

  private static Duration interval(JsonObject started) {
    return started.members().get("interval") instanceof JsonNumber number
            && number.spelling().matches("[0-9]{1,3}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(number.spelling())))
        : USUAL_INTERVAL;
  }

  private static void sleep(Duration interval, Deadline deadline) throws CollectException {
    if (interval.compareTo(deadline.left()) >= 0) {
      throw new CollectException(
          Gap.Kind.CREDENTIALS, "nobody gave authorization within the time limit");
    }
    try {
      Thread.sleep(interval.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, "interrupted", e);
    }
  }

  private JsonObject post(
      String address,
      String what,
      Map<String, String> headers,
      Map<String, String> form,
      Deadline deadline)
      throws CollectException {
    URI target = secureAddress(address, what);
    Map<String, String> all = new TreeMap<>(headers);
    all.put("accept", "application/json");
    byte[] body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.UTF_8);
    HttpReply reply =
        endpoints
            .apply(target)
            .post(target, all, "application/x-www-form-urlencoded", body, deadline);
    try {
      return json.parse(reply.bytes(deadline)).asObject();
    } catch (MalformedJsonException e) {
      throw new CollectException(
          Gap.Kind.CREDENTIALS, "the " + what + " answered with status " + reply.status(), e);
    }
  }

  /** Secrets travel over TLS, or do not leave the machine. */
  private static URI secureAddress(String address, String what) throws CollectException {
    Optional<URI> target = Optional.empty();
    try {
      target = Optional.of(URI.create(address)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      // Reported below like an address that is missing.
      target = Optional.empty();
    }
    if (target.isEmpty()) {
      throw new CollectException(Gap.Kind.CREDENTIALS, "the authorization server names no " + what);
    }
    if (Origin.of(target.get()).isInTheOpen()) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED, "the " + what + " is plain http: no secret is sent there");
    }
    return target.get();
  }

  private static String token(JsonObject answer) throws CollectException {
    Optional<String> token =
        answer.text("access_token").filter(text -> TOKEN.matcher(text).matches());
    if (token.isEmpty()) {
      throw refused(answer);
    }
    return token.get();
  }

  private static CollectException refused(JsonObject answer) {
    String error = answer.text("error").orElse("no token");
    String description = answer.text("error_description").map(text -> ": " + text).orElse("");
    return new CollectException(
        Gap.Kind.CREDENTIALS,
        "the authorization server refuses: " + SafeText.line(error + description, 300));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
