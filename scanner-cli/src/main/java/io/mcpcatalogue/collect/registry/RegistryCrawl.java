package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.HttpAnswer;
import io.mcpcatalogue.collect.registry.IndexFile.State;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Walks the pages of a registry's list, from where the last walk ended. For one thread. */
final class RegistryCrawl {
  private static final String OFFSET = "offset:";
  private static final int MAX_CURSOR = 4_000;

  /** Ten times what all servers of all registries take. */
  private static final long MAX_INDEX_BYTES = 2L << 30;

  private final String source;
  private final URI list;
  private final IndexFile index;
  private final CrawlOptions options;
  private final PoliteRequests requests;
  private final List<Gap> gaps = new ArrayList<>();
  private final Set<String> gone = new TreeSet<>();
  private int written;

  RegistryCrawl(
      String source, URI list, IndexFile index, CrawlOptions options, PoliteRequests requests) {
    this.source = source;
    this.list = list;
    this.index = index;
    this.options = options;
    this.requests = requests;
  }

  Crawl run() throws CollectException, IOException {
    State state = start();
    for (int page = 0; page < options.maxPages(); page++) {
      RegistryPage read;
      try {
        read = read(state);
      } catch (CollectException e) {
        if (page == 0) {
          throw e;
        }
        // What was written stays, and the same command goes on from here.
        gaps.add(e.gapAt(source));
        return crawl(state, false);
      }
      long length = index.append(entries(read));
      Optional<String> next = next(state, read);
      if (next.isEmpty()) {
        length = index.compact(gone);
        index.writeState(new State(source, "", "", state.startedAt(), true, "", length));
        return crawl(state, true);
      }
      state = new State(source, next.get(), state.since(), state.startedAt(), false, "", length);
      index.writeState(state);
      if (length > MAX_INDEX_BYTES) {
        gaps.add(
            new Gap(
                source, Gap.Kind.LIMIT, "the index is larger than " + MAX_INDEX_BYTES + " bytes"));
        return crawl(state, false);
      }
    }
    gaps.add(
        new Gap(
            source,
            Gap.Kind.LIMIT,
            "stopped after " + options.maxPages() + " pages; not at the end"));
    return crawl(state, false);
  }

  private State start() throws IOException {
    Optional<State> before = index.readState().filter(state -> state.source().equals(source));
    if (before.isEmpty()) {
      index.clear();
      return new State(source, "", "", options.startedAt().toString(), false, "", 0);
    }
    index.cutTo(before.get().length());
    if (!before.get().complete()) {
      return before.get();
    }
    return new State(
        source,
        "",
        before.get().startedAt(),
        options.startedAt().toString(),
        false,
        "",
        before.get().length());
  }

  private RegistryPage read(State state) throws CollectException {
    HttpAnswer answer =
        requests.get(address(state), Map.of("accept", "application/json")).orFail(source);
    return RegistryPage.of(answer.json(source))
        .orElseThrow(
            () ->
                new CollectException(
                    Gap.Kind.MALFORMED, source + ": the answer is no page of a registry"));
  }

  private URI address(State state) {
    StringBuilder query = new StringBuilder("?limit=" + options.pageSize() + "&version=latest");
    if (!state.since().isEmpty()) {
      query.append("&updated_since=").append(encoded(state.since()));
    }
    if (state.cursor().startsWith(OFFSET)) {
      query.append("&offset=").append(encoded(state.cursor().substring(OFFSET.length())));
    } else if (!state.cursor().isEmpty()) {
      query.append("&cursor=").append(encoded(state.cursor()));
    }
    String text = list.toString();
    int question = text.indexOf('?');
    return URI.create((question < 0 ? text : text.substring(0, question)) + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Where to go on; empty at the end. */
  private Optional<String> next(State state, RegistryPage read) {
    if (read.nextCursor().filter(state.cursor()::equals).isPresent()) {
      gaps.add(new Gap(source, Gap.Kind.LIMIT, "the registry names the same page again"));
      return Optional.empty();
    }
    if (read.nextCursor().filter(cursor -> cursor.length() > MAX_CURSOR).isPresent()) {
      gaps.add(
          new Gap(
              source,
              Gap.Kind.LIMIT,
              "the registry names the next page by more than " + MAX_CURSOR + " characters"));
      return Optional.empty();
    }
    if (read.nextCursor().isPresent() || read.total() < 0) {
      return read.nextCursor();
    }
    long offset =
        state.cursor().startsWith(OFFSET)
            ? Long.parseLong(state.cursor().substring(OFFSET.length()))
            : 0;
    long following = offset + read.items();
    return read.items() > 0 && following < read.total()
        ? Optional.of(OFFSET + following)
        : Optional.empty();
  }

  private List<IndexLine> entries(RegistryPage page) {
    List<IndexLine> entries = new ArrayList<>();
    for (ServerRecord record : page.records()) {
      if (record.deleted()) {
        gone.add(record.name());
      } else if (record.latest()) {
        gone.remove(record.name());
        entries.add(IndexLine.of(record));
      }
    }
    written += entries.size();
    return entries;
  }

  private Crawl crawl(State state, boolean complete) {
    boolean unchanged = complete && written == 0 && gone.isEmpty() && !state.since().isEmpty();
    return new Crawl(written, unchanged, complete, gaps, requests.hosts());
  }
}
