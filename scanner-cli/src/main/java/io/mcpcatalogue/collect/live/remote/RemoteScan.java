package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.RemoteOptions;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.http.AddressGuard;
import io.mcpcatalogue.collect.http.ContactedHosts;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpEndpoint;
import io.mcpcatalogue.collect.http.HttpLimits;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.collect.live.auth.AuthChallenge;
import io.mcpcatalogue.collect.live.auth.AuthDiscovery;
import io.mcpcatalogue.collect.live.auth.OAuthTokens;
import io.mcpcatalogue.collect.live.session.CloakCheck;
import io.mcpcatalogue.collect.live.session.McpSession;
import io.mcpcatalogue.collect.live.session.ServerListing;
import io.mcpcatalogue.collect.live.session.Transport;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The scan of one remote server, whichever transport and authorization it wants. For one use. */
final class RemoteScan {
  private static final HttpLimits METADATA = new HttpLimits(1 << 20, 3, 1, Duration.ZERO);

  /** A request for a token holds a secret, which must not go where a redirect leads. */
  private static final HttpLimits TOKENS = new HttpLimits(1 << 20, 0, 3, Duration.ofSeconds(20));

  private static final Duration TIME_FOR_METADATA = Duration.ofSeconds(15);

  private final Network network;
  private final Consumer<String> notices;
  private final CollectOptions options;
  private final Deadline deadline;
  private final ContactedHosts hosts = new ContactedHosts();
  private final AuthChallenge.Heard challenges = new AuthChallenge.Heard();
  private final Map<String, String> credentials = new TreeMap<>();

  RemoteScan(Network network, Consumer<String> notices, CollectOptions options, Deadline deadline) {
    this.network = network;
    this.notices = notices;
    this.options = options;
    this.deadline = deadline;
    RemoteOptions remote = options.live().remote();
    remote
        .headers()
        .forEach(header -> credentials.put(header.name().toLowerCase(Locale.ROOT), header.value()));
    remote.bearer().ifPresent(token -> credentials.put("authorization", "Bearer " + token));
  }

  Collected scan(ScanTarget target) throws CollectException {
    String shown = SafeText.line(redacted(target.text()), 300);
    try {
      URI address = RemoteAddress.parse(target.text());
      ServerListing listing = listing(address);
      return new Collected(List.of(manifest(address, shown, listing)), List.of(), hosts.all());
    } catch (CollectException e) {
      throw new CollectException(e.kind(), shown + ": " + redacted(e.getMessage()), e)
          .having(hosts.all());
    }
  }

  /** A token that was obtained meanwhile is a secret as well. */
  private String redacted(String text) {
    List<String> secrets = new ArrayList<>(credentials.values());
    credentials.values().forEach(value -> secrets.add(value.substring(value.indexOf(' ') + 1)));
    options
        .live()
        .remote()
        .oauth()
        .flatMap(RemoteOptions.OAuthClient::secret)
        .ifPresent(secrets::add);
    return SecretRedactor.knowing(secrets).redact(text);
  }

  private ServerListing listing(URI address) throws CollectException {
    try {
      ServerListing listing = list(address);
      String posture = credentials.isEmpty() ? "auth/none" : "auth/given";
      return listing.with(List.of(new Fact(posture, "tools/list", "authorization")), List.of());
    } catch (CollectException e) {
      if (e.kind() != Gap.Kind.CREDENTIALS || challenges.last().isEmpty()) {
        throw e;
      }
      return authorized(address, challenges.last().get(), e);
    }
  }

  /** What can be had from a server that wants authorization: with a token all, else its posture. */
  private ServerListing authorized(URI address, AuthChallenge challenge, CollectException refusal)
      throws CollectException {
    AuthDiscovery.Found found =
        new AuthDiscovery(
                network.fetcher(guard().leaving(address), METADATA, hosts),
                deadline.orAfter(TIME_FOR_METADATA))
            .discover(address, challenge);
    Optional<RemoteOptions.OAuthClient> oauth = options.live().remote().oauth();
    CollectException reason = refusal;
    if (oauth.isPresent() && !credentials.containsKey("authorization")) {
      try {
        String token =
            new OAuthTokens(
                    server ->
                        network.endpoint(server, Map.of(), guard().leaving(address), TOKENS, hosts),
                    notices)
                .obtain(oauth.get(), found, address, deadline);
        credentials.put("authorization", "Bearer " + token);
        return list(address).with(found.facts(), found.gaps());
      } catch (CollectException e) {
        reason = e;
      }
    }
    Gap refused =
        new Gap("tools/list", reason.kind(), redacted(reason.getMessage()) + named(found));
    return ServerListing.NOTHING
        .with(facts(address, found.facts()), List.of(refused))
        .with(List.of(), found.gaps());
  }

  private static String named(AuthDiscovery.Found found) {
    return found.servers().isEmpty()
        ? ""
        : "; the authorization server is " + SafeText.line(found.servers().get(0).issuer(), 200);
  }

  private ServerListing list(URI address) throws CollectException {
    HttpEndpoint endpoint =
        network.endpoint(
            address,
            credentials,
            guard(),
            new HttpLimits(options.limits().maxAnswerBytes(), 5, 3, Duration.ofSeconds(20)),
            hosts);
    return CloakCheck.list(options.live(), clientName -> listAs(clientName, endpoint, address));
  }

  private ServerListing listAs(String clientName, HttpEndpoint endpoint, URI address)
      throws CollectException {
    StreamableHttpTransport transport =
        new StreamableHttpTransport(endpoint, address, options.limits(), challenges);
    try {
      return listOver(transport, clientName, address);
    } catch (CollectException e) {
      if (!transport.mayBeLegacy()) {
        throw e;
      }
      return listOverEvents(endpoint, clientName, address, e);
    }
  }

  /** The older transport; where there is none either, the first refusal counts. */
  private ServerListing listOverEvents(
      HttpEndpoint endpoint, String clientName, URI address, CollectException refusal)
      throws CollectException {
    SseTransport transport;
    try {
      transport = SseTransport.open(endpoint, address, options.limits(), challenges, deadline);
    } catch (CollectException e) {
      boolean says = e.kind() != Gap.Kind.NOT_FOUND && e.kind() != Gap.Kind.UNREACHABLE;
      throw says ? e : refusal;
    }
    return listOver(transport, clientName, address);
  }

  private ServerListing listOver(Transport transport, String clientName, URI address)
      throws CollectException {
    ServerListing listing;
    try (transport) {
      listing = new McpSession(transport, clientName, options.limits(), deadline).list();
    }
    return listing.with(facts(address, transport.facts()), transport.gaps());
  }

  private static List<Fact> facts(URI address, List<Fact> others) {
    List<Fact> facts = new ArrayList<>(others);
    if (Origin.of(address).isInTheOpen()) {
      facts.add(
          new Fact(
              "transport/plain-http", "http://" + Origin.of(address).hostAndPort(), "connection"));
    }
    return facts;
  }

  private AddressGuard guard() {
    return new AddressGuard(options.offline(), options.live().remote().privateAddresses());
  }

  private ServerManifest manifest(URI address, String shown, ServerListing listing) {
    String name = options.name().orElseGet(() -> RemoteAddress.name(address));
    return listing.manifest(RemoteCollector.idOf(name), name, shown, this::redacted);
  }
}
