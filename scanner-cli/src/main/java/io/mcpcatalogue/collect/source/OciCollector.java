package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ImageReference;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a container image says of itself: its labels and how it starts. The image is neither
 * downloaded nor run, so its tools stay unknown. Thread-safe.
 */
public final class OciCollector implements ToolCollector {
  private static final String SERVER_NAME = "io.modelcontextprotocol.server.name";
  private static final String MANIFESTS =
      "application/vnd.oci.image.index.v1+json,"
          + "application/vnd.docker.distribution.manifest.list.v2+json,"
          + "application/vnd.oci.image.manifest.v1+json,"
          + "application/vnd.docker.distribution.manifest.v2+json";
  private static final String PARAMETER = "(\\w{1,20})=\"([^\"]{0,500})\"";
  private static final int MAX_VALUE = 300;

  private final Network network;

  public OciCollector(Network network) {
    this.network = network;
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.OCI;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    Fetching fetching = new Fetching(network, options, options.live().remote().privateAddresses());
    return fetching.during(() -> collect(target, options, fetching));
  }

  private Collected collect(ScanTarget target, CollectOptions options, Fetching fetching)
      throws CollectException {
    ImageReference image = target.reference(ImageReference.class);
    String scheme = isLocal(image.host()) ? "http://" : "https://";
    URI base = URI.create(scheme + image.host() + "/v2/" + image.repository() + "/");
    Session session = new Session(fetching, target.text());
    JsonObject manifest = session.get(base.resolve("manifests/" + image.reference()));
    if (manifest.get("manifests").isPresent()) {
      manifest = session.get(base.resolve("manifests/" + forLinux(manifest, target.text())));
    }
    String config =
        manifest
            .get("config")
            .flatMap(value -> value.asObject().text("digest"))
            .filter(digest -> digest.matches("sha256:[0-9a-f]{64}"))
            .orElseThrow(
                () ->
                    new CollectException(
                        Gap.Kind.MALFORMED, target.text() + ": its manifest names no config"));
    JsonObject described = session.get(base.resolve("blobs/" + config));
    JsonObject settings = described.object("config");
    return new Collected(
        List.of(server(target, image, options, settings)), List.of(), fetching.hosts());
  }

  /** Registries of this machine speak plain http, by the same rule as with Docker. */
  private static boolean isLocal(String host) {
    return host.startsWith("localhost") || host.startsWith("127.");
  }

  /** Labels hardly ever differ between platforms; the one that most servers run on is read. */
  private static String forLinux(JsonObject index, String what) throws CollectException {
    Optional<String> first = Optional.empty();
    for (JsonValue item : index.get("manifests").orElseThrow().asArray().values()) {
      JsonObject entry = item.asObject();
      Optional<String> digest =
          entry.text("digest").filter(text -> text.matches("sha256:[0-9a-f]{64}"));
      JsonObject platform = entry.object("platform");
      boolean linux = platform.text("os").filter("linux"::equals).isPresent();
      if (linux
          && platform.text("architecture").filter("amd64"::equals).isPresent()
          && digest.isPresent()) {
        return digest.get();
      }
      first = first.or(() -> digest);
    }
    return first.orElseThrow(
        () -> new CollectException(Gap.Kind.MALFORMED, what + ": its index names no image"));
  }

  private static ServerManifest server(
      ScanTarget target, ImageReference image, CollectOptions options, JsonObject settings) {
    JsonObject labels = settings.object("Labels");
    Optional<String> named = labels.text(SERVER_NAME).filter(name -> !name.isBlank());
    List<Gap> gaps = new ArrayList<>();
    if (named.isEmpty()) {
      gaps.add(
          new Gap(
              target.text(),
              Gap.Kind.DYNAMIC,
              "no label " + SERVER_NAME + ": may be no MCP server"));
    }
    gaps.add(
        new Gap(
            target.text(),
            Gap.Kind.DYNAMIC,
            "its tools show only when it runs: scan -- docker run -i --rm IMAGE"));
    return new ServerManifest(
        image.id(),
        options.name().orElseGet(() -> SafeText.line(named.orElse(image.repository()), MAX_VALUE)),
        label(labels, "org.opencontainers.image.version"),
        target.text(),
        CollectionMethod.DECLARED,
        label(labels, "org.opencontainers.image.description"),
        "",
        List.of(),
        List.of(),
        facts(settings, labels),
        gaps);
  }

  private static List<Fact> facts(JsonObject settings, JsonObject labels) {
    List<Fact> facts = new ArrayList<>();
    String user = settings.text("User").orElse("");
    if (user.isEmpty() || user.equals("0") || user.equals("root") || user.startsWith("0:")) {
      facts.add(new Fact("image/runs-as-root", user.isEmpty() ? "no user is set" : user, "config"));
    }
    String source = label(labels, "org.opencontainers.image.source");
    if (!source.isEmpty()) {
      facts.add(new Fact("image/source", source, "label"));
    }
    return facts;
  }

  private static String label(JsonObject labels, String name) {
    return SafeText.line(labels.text(name).orElse(""), MAX_VALUE);
  }

  /** Requests to one registry, with the token it hands out to anybody. For one thread. */
  private static final class Session {
    private final Fetching fetching;
    private final String what;
    private Optional<String> token = Optional.empty();

    Session(Fetching fetching, String what) {
      this.fetching = fetching;
      this.what = what;
    }

    JsonObject get(URI address) throws CollectException {
      HttpAnswer answer = fetching.get(address, headers());
      if (answer.status() == 401 && token.isEmpty()) {
        token = Optional.of(token(answer));
        answer = fetching.get(address, headers());
      }
      return answer.orFail(what).json(what);
    }

    private Map<String, String> headers() {
      Map<String, String> headers = new TreeMap<>();
      headers.put("accept", MANIFESTS);
      token.ifPresent(value -> headers.put("authorization", "Bearer " + value));
      return headers;
    }

    private String token(HttpAnswer refusal) throws CollectException {
      Map<String, String> challenge = new TreeMap<>();
      String header = refusal.header("www-authenticate").orElse("");
      Matcher matcher = Pattern.compile(PARAMETER).matcher(header);
      while (matcher.find()) {
        challenge.put(matcher.group(1), matcher.group(2));
      }
      String realm = challenge.getOrDefault("realm", "");
      if (!header.startsWith("Bearer ") || !realm.matches("https?://.+")) {
        throw new CollectException(Gap.Kind.CREDENTIALS, what + ": the registry wants credentials");
      }
      String query =
          "?service="
              + encoded(challenge.getOrDefault("service", ""))
              + "&scope="
              + encoded(challenge.getOrDefault("scope", ""));
      JsonObject granted = fetching.json(address(realm + query), Map.of(), what);
      return granted
          .text("token")
          .or(() -> granted.text("access_token"))
          .orElseThrow(
              () ->
                  new CollectException(
                      Gap.Kind.CREDENTIALS, what + ": the registry wants credentials"));
    }

    private URI address(String text) throws CollectException {
      try {
        return URI.create(text);
      } catch (IllegalArgumentException e) {
        throw new CollectException(
            Gap.Kind.MALFORMED, what + ": the registry names no address for tokens", e);
      }
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
