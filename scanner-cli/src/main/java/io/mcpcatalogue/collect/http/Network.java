package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * This machine's way to the network: one client for the whole run, made when it is first needed, so
 * that scans of files start none. Thread-safe.
 */
public final class Network {
  private final HttpSettings settings;
  private HttpClient client;

  public Network(HttpSettings settings) {
    this.settings = settings;
  }

  /** The way with settings derived from the present ones; this very one if they are the same. */
  public Network with(UnaryOperator<HttpSettings> change) {
    HttpSettings changed = change.apply(settings);
    return changed.equals(settings) ? this : new Network(changed);
  }

  /**
   * The client of this run.
   *
   * @throws CollectException when the settings of the machine cannot be used
   */
  public synchronized HttpClient client() throws CollectException {
    if (client == null) {
      try {
        client = HttpClients.create(settings);
      } catch (IOException e) {
        throw new CollectException(
            Gap.Kind.UNREACHABLE, "certificate authorities: " + e.getMessage(), e);
      }
    }
    return client;
  }

  /** A fetcher for one target, with its own record of hosts. */
  public HttpFetcher fetcher(AddressGuard guard, HttpLimits limits, ContactedHosts hosts) {
    return new HttpFetcher(new RequestSender(this, limits, hosts), guard);
  }

  /**
   * The endpoint of a server.
   *
   * @param credentials headers for the server's own origin
   */
  public HttpEndpoint endpoint(
      URI server,
      Map<String, String> credentials,
      AddressGuard guard,
      HttpLimits limits,
      ContactedHosts hosts) {
    return new HttpEndpoint(new RequestSender(this, limits, hosts), guard, server, credentials);
  }
}
