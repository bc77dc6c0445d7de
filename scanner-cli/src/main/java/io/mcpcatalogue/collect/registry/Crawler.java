package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.collect.RepositoryReference;
import io.mcpcatalogue.collect.extract.tree.DirectoryTree;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.registry.IndexFile.State;
import io.mcpcatalogue.collect.source.GithubCollector;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the servers of a registry or list into an index: one request at a time with a pause
 * between them, resumable at every page, and asking only for what changed when it is run again. For
 * one thread.
 */
public final class Crawler {
  private static final int MAX_LIST_FILE = 32 << 20;
  private static final String README = "README.md";

  private final PoliteRequests requests;
  private final URI registry;
  private final GithubCollector github;
  private final CrawlOptions options;
  private final Set<String> otherHosts = new TreeSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * @param registry the official registry, or the one that stands for it
   */
  public Crawler(Network network, URI registry, GithubCollector github, CrawlOptions options) {
    this.requests = new PoliteRequests(network, options);
    this.registry = registry;
    this.github = github;
    this.options = options;
  }

  /**
   * Crawls a source into an index.
   *
   * @param source {@code registry}, an address, {@code github:OWNER/REPO}, a directory or a file
   */
  public Crawl crawl(String source, Path out) throws CollectException, IOException {
    IndexFile index = new IndexFile(out);
    if (index.belongsToOther(source)) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED,
          out + ": exists and is no index of " + source + "; name another file");
    }
    if (source.equals("registry")) {
      return api(source, registry.resolve("v0/servers"), index);
    }
    if (source.startsWith("http://") || source.startsWith("https://")) {
      return address(source, index);
    }
    if (source.startsWith("github:")) {
      return whole(source, index, tree(source));
    }
    Path path = Path.of(source);
    if (Files.isDirectory(path)) {
      return whole(source, index, listed(DirectoryTree.of(path), path.toUri()));
    }
    if (Files.isRegularFile(path)) {
      return whole(source, index, file(path));
    }
    throw new CollectException(
        Gap.Kind.NOT_FOUND,
        source
            + ": nothing to crawl; name 'registry', an address, github:OWNER/REPO, a directory or a"
            + " file");
  }

  private Crawl address(String source, IndexFile index) throws CollectException, IOException {
    URI address = parsed(source);
    String path = address.getPath() == null ? "" : address.getPath();
    if (path.matches(".*/v0(\\.[0-9]+)?/servers/?")) {
      return api(source, address, index);
    }
    Optional<State> before = index.readState().filter(state -> state.source().equals(source));
    if (before.isPresent() && !before.get().complete()) {
      return new ListingCrawl(source, address, index, options, requests).goOn(before.get());
    }
    Map<String, String> headers = new TreeMap<>();
    before
        .map(State::tag)
        .filter(tag -> !tag.isEmpty())
        .ifPresent(tag -> headers.put("if-none-match", tag));
    HttpAnswer answer = requests.get(address, headers);
    if (answer.isNotModified()) {
      return new Crawl(0, true, true, gaps, hosts());
    }
    HttpAnswer page = answer.orFail(source);
    Optional<List<IndexLine>> records = records(page.text());
    Optional<JsonListing> listing = ListingCrawl.page(page.text(), page.address());
    if (records.isEmpty() && listing.isPresent()) {
      return new ListingCrawl(source, address, index, options, requests).start(listing.get());
    }
    List<IndexLine> entries = records.orElseGet(() -> Links.of(page.text(), page.address()));
    if (entries.isEmpty()) {
      throw new CollectException(
          Gap.Kind.UNSUPPORTED, source + ": neither a registry nor a page that links to servers");
    }
    return replace(source, index, entries, page.header("etag").orElse(""));
  }

  private static List<IndexLine> pageEntries(String text, URI page) {
    Optional<List<IndexLine>> records = records(text);
    return records.orElseGet(() -> Links.of(text, page));
  }

  /** A saved page of a registry, or one record. */
  private static Optional<List<IndexLine>> records(String text) {
    String start = text.stripLeading();
    if (!start.startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonObject object = JsonReader.withDefaultLimits().parse(start).asObject();
      return RegistryPage.of(object)
          .filter(page -> !page.records().isEmpty() && object.get("pageInfo").isEmpty())
          .map(page -> page.records().stream().map(IndexLine::of).toList())
          .or(() -> ServerRecord.of(object).map(record -> List.of(IndexLine.of(record))));
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  private ServerFolders.Listed tree(String source) throws CollectException {
    RepositoryReference repository =
        RepositoryReference.parse(source.substring("github:".length()));
    CollectOptions collect =
        CollectOptions.DEFAULT.withOffline(options.offline()).withTimeout(options.timeout());
    GithubCollector.Fetched fetched = github.fetch(repository, collect);
    otherHosts.addAll(fetched.hosts());
    return listed(
        fetched.tree(),
        URI.create("https://github.com/" + repository.owner() + "/" + repository.repository()));
  }

  /** The servers that are kept as files, else those that the README links to. */
  private static ServerFolders.Listed listed(SourceTree tree, URI page) {
    ServerFolders.Listed listed = ServerFolders.read(tree);
    return listed.entries().isEmpty()
        ? new ServerFolders.Listed(Links.of(readme(tree), page), listed.gaps())
        : listed;
  }

  private static String readme(SourceTree tree) {
    return tree.files().stream()
        .filter(file -> file.path().equalsIgnoreCase(README))
        .findFirst()
        .flatMap(
            file -> {
              try {
                return SourceText.decode(tree.read(file, MAX_LIST_FILE));
              } catch (IOException e) {
                return Optional.empty();
              }
            })
        .orElse("");
  }

  private static ServerFolders.Listed file(Path path) throws CollectException {
    String text = SourceText.decode(InputFile.read(path, MAX_LIST_FILE)).orElse("");
    return new ServerFolders.Listed(pageEntries(text, path.toUri()), List.of());
  }

  private Crawl whole(String source, IndexFile index, ServerFolders.Listed listed)
      throws IOException, CollectException {
    gaps.addAll(listed.gaps());
    if (listed.entries().isEmpty()) {
      throw new CollectException(Gap.Kind.UNSUPPORTED, source + ": lists no server");
    }
    return replace(source, index, listed.entries(), "");
  }

  private Crawl replace(String source, IndexFile index, List<IndexLine> entries, String tag)
      throws IOException {
    index.clear();
    long length = index.append(entries);
    index.writeState(new State(source, "", "", options.startedAt().toString(), true, tag, length));
    return new Crawl(entries.size(), false, true, gaps, hosts());
  }

  private Crawl api(String source, URI list, IndexFile index) throws CollectException, IOException {
    return new RegistryCrawl(source, list, index, options, requests).run();
  }

  private static URI parsed(String text) throws CollectException {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new CollectException(Gap.Kind.MALFORMED, text + ": not an address", e);
    }
  }

  private Set<String> hosts() {
    Set<String> all = new TreeSet<>(requests.hosts());
    all.addAll(otherHosts);
    return all;
  }
}
