package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.http.AddressGuard;
import io.mcpcatalogue.collect.http.ContactedHosts;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.HttpLimits;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The requests for one target: one deadline, one record of hosts. Thread-safe. */
final class Fetching {
  private final Network network;
  private final CollectOptions options;
  private final ContactedHosts hosts = new ContactedHosts();
  private final Deadline deadline;
  private final boolean privateAddresses;

  /** Requests to where the user's own configuration points: private addresses are fine. */
  Fetching(Network network, CollectOptions options) {
    this(network, options, true);
  }

  Fetching(Network network, CollectOptions options, boolean privateAddresses) {
    this.network = network;
    this.options = options;
    this.privateAddresses = privateAddresses;
    this.deadline = Deadline.after(options.timeout());
  }

  /** The answer, whatever its status. */
  HttpAnswer get(URI address, Map<String, String> headers) throws CollectException {
    return network
        .fetcher(new AddressGuard(options.offline(), privateAddresses), HttpLimits.DEFAULT, hosts)
        .get(address, headers, deadline);
  }

  /** The object that lies at an address. */
  JsonObject json(URI address, Map<String, String> headers, String what) throws CollectException {
    return get(address, headers).orFail(what).json(what);
  }

  /**
   * Downloads into a file.
   *
   * @param named the origin that the user, or the user's configuration, named: only there may lie
   *     private addresses
   */
  void download(URI address, Map<String, String> headers, Origin named, Path file, String what)
      throws CollectException {
    boolean own = privateAddresses && Origin.of(address).equals(named);
    network
        .fetcher(new AddressGuard(options.offline(), own), HttpLimits.PACKAGE, hosts)
        .download(address, headers, file, deadline)
        .orFail(what);
  }

  /** Does a piece of work with these requests; should it fail, its failure tells the hosts. */
  <T> T during(ContactedHosts.Work<T> work) throws CollectException {
    return hosts.during(work);
  }

  Set<String> hosts() {
    return hosts.all();
  }
}
