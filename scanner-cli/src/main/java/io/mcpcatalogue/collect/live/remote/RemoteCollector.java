package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.http.Network;
import java.net.URI;
import java.util.function.Consumer;

/** Calls a remote server and has it list its tools. Immutable. */
public final class RemoteCollector implements ToolCollector {
  private final Network network;
  private final Consumer<String> notices;

  /**
   * A collector on this network.
   *
   * @param notices takes what a person has to do for a token of the device flow
   */
  public RemoteCollector(Network network, Consumer<String> notices) {
    this.network = network;
    this.notices = notices;
  }

  /** The id in the catalogue of the server at an address. */
  public static String idOf(ScanTarget target) {
    return idOf(RemoteAddress.name(URI.create(target.text())));
  }

  static String idOf(String name) {
    return "url:" + name;
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.URL;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    return new RemoteScan(network, notices, options, Deadline.after(options.timeout()))
        .scan(target);
  }
}
