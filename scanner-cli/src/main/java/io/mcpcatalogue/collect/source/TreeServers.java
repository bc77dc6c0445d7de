package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.extract.Extraction;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The servers of a fetched tree: what the sources declare, and what is known of the package. */
final class TreeServers {
  private TreeServers() {}

  /**
   * What is known of a package beside its sources. Immutable.
   *
   * @param name the name for people
   * @param description empty when there is none
   */
  record About(String name, String description, List<Fact> facts, List<Gap> gaps) {
    About {
      facts = List.copyOf(facts);
      gaps = List.copyOf(gaps);
    }

    /** What a tree of this name says of itself. */
    static About of(String name, SourceTree tree) {
      return new About(name, "", InstallScripts.ofNpm(tree), List.of());
    }
  }

  /** Reads the tree. A package without a recognised server is one whose tools are not known. */
  static Collected collect(
      SourceTree tree,
      SourceIdentity identity,
      About about,
      CollectOptions options,
      Set<String> hosts) {
    Collected extracted = Extraction.extract(tree, identity);
    List<ServerManifest> servers =
        extracted.servers().isEmpty()
            ? List.of(unknown(identity, about, options))
            : completed(extracted, about, options).servers();
    return new Collected(servers, extracted.gaps(), hosts);
  }

  /** Adds what is known of the package to each of its servers. */
  static Collected completed(Collected extracted, About about, CollectOptions options) {
    boolean only = extracted.servers().size() == 1;
    return new Collected(
        extracted.servers().stream()
            .map(server -> completed(server, about, options, only))
            .toList(),
        extracted.gaps(),
        extracted.hosts());
  }

  private static ServerManifest completed(
      ServerManifest server, About about, CollectOptions options, boolean only) {
    List<Fact> facts = new ArrayList<>(server.facts());
    facts.addAll(about.facts());
    List<Gap> gaps = new ArrayList<>(server.gaps());
    gaps.addAll(about.gaps());
    ServerManifest all = server.withFacts(facts).withGaps(gaps);
    if (!only) {
      return all;
    }
    return all.withName(options.name().orElse(server.name()))
        .withDescription(
            server.description().isEmpty() ? about.description() : server.description());
  }

  private static ServerManifest unknown(
      SourceIdentity identity, About about, CollectOptions options) {
    List<Gap> gaps = new ArrayList<>(about.gaps());
    gaps.add(
        new Gap(
            identity.target(),
            Gap.Kind.DYNAMIC,
            "no tool was found in the sources; whether the server has tools shows only when it"
                + " runs"));
    return new ServerManifest(
        identity.id(),
        options.name().orElse(about.name()),
        identity.version(),
        identity.target(),
        CollectionMethod.EXTRACTED,
        about.description(),
        "",
        List.of(),
        List.of(),
        about.facts(),
        gaps);
  }
}
