package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.AddressGuard;
import io.mcpcatalogue.collect.http.ContactedHosts;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.HttpLimits;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.model.Gap;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Requests of one crawl: one at a time, with a pause between them. For one thread. */
final class PoliteRequests {
  private final Network network;
  private final CrawlOptions options;
  private final ContactedHosts hosts = new ContactedHosts();
  private boolean first = true;

  PoliteRequests(Network network, CrawlOptions options) {
    this.network = network;
    this.options = options;
  }

  HttpAnswer get(URI address, Map<String, String> headers) throws CollectException {
    pause();
    return network
        .fetcher(new AddressGuard(options.offline(), true), HttpLimits.DEFAULT, hosts)
        .get(address, headers, Deadline.after(options.timeout()));
  }

  private void pause() throws CollectException {
    if (first) {
      first = false;
      return;
    }
    try {
      Thread.sleep(options.delay().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Gap.Kind.TIMEOUT, "interrupted", e);
    }
  }

  Set<String> hosts() {
    return hosts.all();
  }
}
