package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.registry.IndexFile.State;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the pages of a directory that answers in JSON of its own, from its first page or from where
 * the last walk ended. For one thread.
 */
final class ListingCrawl {
  private static final int MAX_NEXT = 4_000;

  private final String source;
  private final URI address;
  private final IndexFile index;
  private final CrawlOptions options;
  private final PoliteRequests requests;
  private final List<Gap> gaps = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private int unlinked;

  ListingCrawl(
      String source, URI address, IndexFile index, CrawlOptions options, PoliteRequests requests) {
    this.source = source;
    this.address = address;
    this.index = index;
    this.options = options;
    this.requests = requests;
  }

  /** A page of such a directory, if the text is one. */
  static Optional<JsonListing> page(String text, URI address) {
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return JsonListing.of(JsonReader.withDefaultLimits().parse(start), address);
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  /** Starts anew with the first page. */
  Crawl start(JsonListing first) throws CollectException, IOException {
    if (first.entries().isEmpty() && first.next().isEmpty()) {
      throw new CollectException(Gap.Kind.UNSUPPORTED, source + ": lists no server");
    }
    index.clear();
    return walk(first, new State(source, "", "", options.startedAt().toString(), false, "", 0));
  }

  /** Goes on behind the last page that was written. */
  Crawl goOn(State before) throws CollectException, IOException {
    index.cutTo(before.length());
    return walk(read(before.cursor()), before);
  }

  private Crawl walk(JsonListing first, State before) throws IOException {
    JsonListing page = first;
    for (int pages = 1; ; pages++) {
      long length =
          index.append(page.entries().stream().filter(line -> ids.add(line.id())).toList());
      unlinked += page.unlinked();
      Optional<String> next = page.next().filter(this::isNew);
      if (next.isEmpty()) {
        length = index.compact(Set.of());
        index.writeState(new State(source, "", "", before.startedAt(), true, "", length));
        return crawl(true);
      }
      index.writeState(new State(source, next.get(), "", before.startedAt(), false, "", length));
      if (pages >= options.maxPages() || ids.size() >= Links.MAX_ENTRIES) {
        gaps.add(
            new Gap(source, Gap.Kind.LIMIT, "stopped after " + pages + " pages; not at the end"));
        return crawl(false);
      }
      try {
        page = read(next.get());
      } catch (CollectException e) {
        // What was written stays, and the same command goes on from here.
        gaps.add(e.gapAt(source));
        return crawl(false);
      }
    }
  }

  private boolean isNew(String next) {
    if (next.length() <= MAX_NEXT && seen.add(next)) {
      return true;
    }
    gaps.add(new Gap(source, Gap.Kind.LIMIT, "the pages go round in a circle, or have no address"));
    return false;
  }

  private JsonListing read(String next) throws CollectException {
    HttpAnswer answer = requests.get(following(next), Map.of()).orFail(source);
    return page(answer.text(), answer.address())
        .orElseThrow(
            () ->
                new CollectException(
                    Gap.Kind.MALFORMED, source + ": the answer is no page of a directory"));
  }

  private URI following(String next) {
    String bare = address.toString().replaceFirst("#.*", "");
    return URI.create(bare + (bare.contains("?") ? "&" : "?") + next);
  }

  private Crawl crawl(boolean complete) {
    if (unlinked > 0) {
      gaps.add(new Gap(source, Gap.Kind.UNSUPPORTED, "entries that link to no code: " + unlinked));
    }
    return new Crawl(ids.size(), false, complete, gaps, requests.hosts());
  }
}
