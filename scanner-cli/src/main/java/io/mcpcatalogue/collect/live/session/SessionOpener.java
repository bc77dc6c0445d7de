package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Opens a conversation with a server of any era of the protocol: by the handshake that nearly every
 * server knows, and where a server refuses that, without it, as the protocol has it since
 * 2026-07-28. For one thread.
 */
public final class SessionOpener {
  /** The newest version with a handshake. */
  static final String HANDSHAKE_VERSION = "2025-11-25";

  /** The version that every server with a handshake accepts. */
  private static final String OLDEST_VERSION = "2024-11-05";

  /** The newest version without a handshake: every request tells version and client itself. */
  private static final String STATELESS_VERSION = "2026-07-28";

  private static final List<String> HANDSHAKE_VERSIONS =
      List.of(OLDEST_VERSION, "2025-03-26", "2025-06-18", HANDSHAKE_VERSION);

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String META = "io.modelcontextprotocol/";
  private static final String CLIENT_VERSION = "1.0";

  private final MessageExchange exchange;
  private final Transport transport;
  private final JsonObject clientInfo;

  SessionOpener(MessageExchange exchange, Transport transport, String clientName) {
    this.exchange = exchange;
    this.transport = transport;
    this.clientInfo =
        new JsonObjectBuilder().put("name", clientName).put("version", CLIENT_VERSION).build();
  }

  /**
   * What the server said at the beginning. Immutable.
   *
   * @param parameters what every further request has to carry
   */
  record Opened(
      String protocolVersion,
      JsonObject capabilities,
      JsonObject serverInfo,
      String instructions,
      JsonObject parameters,
      List<Gap> gaps) {

    boolean offers(String capability) {
      return capabilities.get(capability).isPresent();
    }

    JsonObjectBuilder parametersBuilder() {
      JsonObjectBuilder builder = new JsonObjectBuilder();
      parameters.members().forEach(builder::put);
      return builder;
    }
  }

  /** Whether a version is one that has no handshake. */
  public static boolean isStateless(String version) {
    return version.compareTo(STATELESS_VERSION) >= 0;
  }

  Opened open(Deadline deadline) throws CollectException {
    Answer answer = initialize(HANDSHAKE_VERSION, deadline);
    if (!answer.isError()) {
      return shakenHands(answer, deadline);
    }
    Answer stateless = discover(statelessVersion(answer), deadline);
    if (!stateless.isError()) {
      return discovered(stateless, statelessVersion(answer));
    }
    Answer second = initialize(OLDEST_VERSION, deadline);
    if (!second.isError()) {
      return shakenHands(second, deadline);
    }
    // Nobody enforces the handshake: the list may be had all the same.
    transport.speak(HANDSHAKE_VERSION);
    return new Opened(
        "none",
        JsonObject.EMPTY,
        JsonObject.EMPTY,
        "",
        JsonObject.EMPTY,
        List.of(
            new Gap(
                "initialize",
                Gap.Kind.UNREACHABLE,
                "answered initialize with " + answer.errorInWords())));
  }

  private Answer initialize(String version, Deadline deadline) throws CollectException {
    return exchange.request(
        "initialize",
        new JsonObjectBuilder()
            .put("protocolVersion", version)
            .put("capabilities", JsonObject.EMPTY)
            .put("clientInfo", clientInfo)
            .build(),
        deadline);
  }

  private Opened shakenHands(Answer answer, Deadline deadline) throws CollectException {
    JsonObject result = answer.result();
    String version = result.text("protocolVersion").orElse("");
    boolean known = HANDSHAKE_VERSIONS.contains(version);
    transport.speak(known ? version : HANDSHAKE_VERSION);
    exchange.notify("notifications/initialized", deadline);
    return new Opened(
        SafeText.line(version, 40),
        result.object("capabilities"),
        result.object("serverInfo"),
        result.text("instructions").orElse(""),
        JsonObject.EMPTY,
        known ? List.of() : List.of(unknownVersion(result)));
  }

  private static Gap unknownVersion(JsonObject result) {
    return new Gap(
        "initialize",
        Gap.Kind.UNSUPPORTED,
        result
            .text("protocolVersion")
            .map(
                version ->
                    "answered with the unknown protocol version " + SafeText.line(version, 40))
            .orElse("answered without a protocol version"));
  }

  private static String statelessVersion(Answer refusal) {
    return refusal.supportedVersions().stream()
        .filter(version -> DATE.matcher(version).matches())
        .filter(SessionOpener::isStateless)
        .findFirst()
        .orElse(STATELESS_VERSION);
  }

  private Answer discover(String version, Deadline deadline) throws CollectException {
    transport.speak(version);
    return exchange.request("server/discover", withMeta(version), deadline);
  }

  private Opened discovered(Answer answer, String version) {
    JsonObject result = answer.result();
    return new Opened(
        version,
        result.object("capabilities"),
        result.object("_meta").object(META + "serverInfo"),
        result.text("instructions").orElse(""),
        withMeta(version),
        List.of());
  }

  private JsonObject withMeta(String version) {
    return new JsonObjectBuilder()
        .put(
            "_meta",
            new JsonObjectBuilder()
                .put(META + "protocolVersion", version)
                .put(META + "clientInfo", clientInfo)
                .put(META + "clientCapabilities", JsonObject.EMPTY)
                .build())
        .build();
  }
}
