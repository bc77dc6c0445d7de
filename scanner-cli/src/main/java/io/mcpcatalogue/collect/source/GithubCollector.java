package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.RepositoryReference;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.http.Origin;
import io.mcpcatalogue.collect.source.archive.ArchiveLimits;
import io.mcpcatalogue.collect.source.archive.ArchiveReader;
import io.mcpcatalogue.model.Gap;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects the servers of a GitHub repository from the tarball of one commit. A repository with
 * several packages gives one server a package. Thread-safe.
 */
public final class GithubCollector implements ToolCollector {
  /** Names the API of a GitHub Enterprise installation; GitHub's own runners set it, too. */
  static final String VARIABLE = "GITHUB_API_URL";

  private final Network network;
  private final URI api;
  private final Optional<String> token;

  public GithubCollector(Network network, SourceSettings settings) {
    this.network = network;
    this.api = settings.address(VARIABLE, "https://api.github.com");
    Optional<String> own = settings.value("GITHUB_TOKEN");
    this.token = own.isPresent() ? own : settings.value("GH_TOKEN");
  }

  @Override
  public boolean accepts(ScanTarget target) {
    return target.kind() == ScanTarget.Kind.GITHUB;
  }

  @Override
  public Collected collect(ScanTarget target, CollectOptions options) throws CollectException {
    RepositoryReference reference = target.reference(RepositoryReference.class);
    Fetched fetched = fetch(reference, options);
    SourceIdentity identity = new SourceIdentity(target.text(), reference.id(), fetched.commit());
    TreeServers.About about = TreeServers.About.of(reference.repository(), fetched.tree());
    return TreeServers.collect(fetched.tree(), identity, about, options, fetched.hosts());
  }

  /** The files of a repository at one commit. Immutable view. */
  public record Fetched(SourceTree tree, String commit, Set<String> hosts) {}

  /** Fetches the files that a reference names. */
  public Fetched fetch(RepositoryReference reference, CollectOptions options)
      throws CollectException {
    Fetching fetching = new Fetching(network, options);
    return fetching.during(() -> fetch(reference, fetching));
  }

  private Fetched fetch(RepositoryReference reference, Fetching fetching) throws CollectException {
    String what = reference.target();
    URI repository = api.resolve("repos/" + reference.owner() + "/" + reference.repository() + "/");
    String commit = commit(fetching, repository, reference);
    URI tarball = repository.resolve("tarball/" + commit);
    Map<String, String> headers = headers("application/vnd.github+json");
    // A commit never changes, but the bytes of its tarball may: there is no checksum to keep it by.
    SourceTree tree =
        PackageCache.none()
            .use(
                Optional.empty(),
                what,
                file -> fetching.download(tarball, headers, Origin.of(api), file, what),
                file -> tree(file, reference));
    return new Fetched(tree, commit, fetching.hosts());
  }

  private static SourceTree tree(Path file, RepositoryReference reference) throws CollectException {
    MemoryTree whole = new ArchiveReader(ArchiveLimits.DEFAULT).read(file, reference.repository());
    SourceTree tree =
        reference.directory().isEmpty() ? whole : Subtree.of(whole, reference.directory());
    if (tree.files().isEmpty()) {
      throw new CollectException(Gap.Kind.NOT_FOUND, reference.target() + ": no file lies there");
    }
    return tree;
  }

  /** The commit that a branch or tag stands for now: what was scanned must be namable later. */
  private String commit(Fetching fetching, URI repository, RepositoryReference reference)
      throws CollectException {
    String ref = reference.ref().isEmpty() ? "HEAD" : reference.ref();
    URI address = repository.resolve("commits/" + URLEncoder.encode(ref, StandardCharsets.UTF_8));
    String what = reference.target();
    HttpAnswer answer = fetching.get(address, headers("application/vnd.github.sha"));
    failWhenLimited(answer, what);
    if (answer.status() == 422) {
      throw new CollectException(Gap.Kind.NOT_FOUND, what + ": no such branch, tag or commit");
    }
    String commit = answer.orFail(what).text().strip();
    if (!commit.matches("[0-9a-f]{40,64}")) {
      throw new CollectException(Gap.Kind.MALFORMED, what + ": GitHub named no commit");
    }
    return commit;
  }

  private void failWhenLimited(HttpAnswer answer, String what) throws CollectException {
    boolean usedUp = answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
    if ((answer.status() == 403 || answer.status() == 429) && usedUp) {
      String until =
          answer
              .header("x-ratelimit-reset")
              .filter(text -> text.matches("[0-9]{1,11}"))
              .map(text -> " until " + Instant.ofEpochSecond(Long.parseLong(text)))
              .orElse("");
      String advice = token.isEmpty() ? "; a GITHUB_TOKEN allows many more" : "";
      throw new CollectException(
          Gap.Kind.LIMIT, what + ": GitHub's limit of requests is used up" + until + advice);
    }
  }

  private Map<String, String> headers(String accept) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("accept", accept);
    headers.put("x-github-api-version", "2022-11-28");
    token.ifPresent(value -> headers.put("authorization", "Bearer " + value));
    return headers;
  }
}
