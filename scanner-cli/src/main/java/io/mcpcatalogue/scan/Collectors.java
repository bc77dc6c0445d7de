package io.mcpcatalogue.scan;

import io.mcpcatalogue.collect.FirstAccepting;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.config.ConfigCollector;
import io.mcpcatalogue.collect.config.Machine;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.listing.ListingCollector;
import io.mcpcatalogue.collect.live.command.StdioCollector;
import io.mcpcatalogue.collect.live.remote.RemoteCollector;
import io.mcpcatalogue.collect.registry.RecordFileCollector;
import io.mcpcatalogue.collect.registry.RegistryCollector;
import io.mcpcatalogue.collect.source.ArchiveCollector;
import io.mcpcatalogue.collect.source.DirectoryCollector;
import io.mcpcatalogue.collect.source.DownloadCollector;
import io.mcpcatalogue.collect.source.GithubCollector;
import io.mcpcatalogue.collect.source.NpmCollector;
import io.mcpcatalogue.collect.source.OciCollector;
import io.mcpcatalogue.collect.source.PackageCache;
import io.mcpcatalogue.collect.source.PypiCollector;
import io.mcpcatalogue.collect.source.SourceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The collectors, in the order in which they are asked whether they accept a target. The list
 * stands here and not among the collectors, because those know nothing of each other.
 */
public final class Collectors {
  private Collectors() {}

  /**
   * The collectors for a machine with this environment. Those that recognise a file by its content
   * stand before the one that takes every file.
   *
   * @param notices takes what a person should know or do while the scan goes on
   */
  public static List<ToolCollector> all(Map<String, String> environment, Consumer<String> notices) {
    Path home = Path.of(System.getProperty("user.home", "."));
    SourceSettings settings = new SourceSettings(environment, home);
    Network network = new Network(HttpSettings.fromEnvironment(environment));
    PackageCache cache = PackageCache.of(environment, home);
    ToolCollector stdio = new StdioCollector(notices);
    List<ToolCollector> all = new ArrayList<>();
    all.add(new NpmCollector(network, settings, cache, stdio));
    all.add(new PypiCollector(network, settings, cache, stdio));
    all.add(new GithubCollector(network, settings));
    all.add(new OciCollector(network));
    all.add(stdio);
    all.add(new RemoteCollector(network, notices));
    all.add(new DirectoryCollector());
    all.add(new ArchiveCollector());
    all.add(new DownloadCollector(network, cache));
    ToolCollector places = new FirstAccepting(all);
    all.add(new RegistryCollector(network, RegistryCollector.registryOf(environment), places));
    all.add(new RecordFileCollector(places));
    all.add(new ConfigCollector(Machine.here(environment), new FirstAccepting(all), notices));
    all.add(new ListingCollector());
    return List.copyOf(all);
  }
}
