package io.mcpcatalogue.collect.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans of hostile servers, all side by side, and what each came to. */
public final class HostileScans implements AutoCloseable {
  private final ExecutorService pool;
  private final Map<String, Future<Outcome>> outcomes = new LinkedHashMap<>();

  public HostileScans(int atATime) {
    this.pool = Executors.newFixedThreadPool(atATime);
  }

  /** One scan. */
  public interface Scan {
    Collected collect() throws Exception;
  }

  /** What a scan came to: a server, or the reason why there is none. */
  public record Outcome(List<ServerManifest> servers, List<Gap> failure, Duration time) {

    public ServerManifest server() {
      assertTrue(failure.isEmpty(), failure::toString);
      return servers.get(0);
    }

    public void assertFailed(Gap.Kind kind, String words) {
      assertTrue(servers.isEmpty(), servers::toString);
      Gap reason = failure.get(0);
      assertEquals(kind, reason.kind(), reason.reason());
      assertTrue(reason.reason().contains(words), reason.reason());
    }

    public void assertTook(Duration atMost) {
      assertTrue(time.compareTo(atMost) < 0, () -> "took " + time);
    }

    public void assertPassesNoControlCharactersOn() {
      List<String> said = new ArrayList<>();
      failure.forEach(gap -> said.add(gap.reason()));
      for (ServerManifest server : servers) {
        said.addAll(List.of(server.id(), server.name(), server.version(), server.target()));
        server.gaps().forEach(gap -> said.add(gap.where() + gap.reason()));
        server.facts().forEach(fact -> said.add(fact.value()));
      }
      for (String text : said) {
        assertTrue(text.chars().noneMatch(Character::isISOControl), text);
      }
    }
  }

  public void start(String way, Scan scan) {
    outcomes.put(way, pool.submit(() -> outcome(way, scan)));
  }

  public Outcome outcome(String way) throws InterruptedException {
    try {
      return outcomes.get(way).get();
    } catch (ExecutionException e) {
      throw new AssertionError(way + " was not survived", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static Outcome outcome(String way, Scan scan) throws Exception {
    long start = System.nanoTime();
    List<ServerManifest> servers = List.of();
    List<Gap> failure = List.of();
    try {
      servers = scan.collect().servers();
    } catch (CollectException e) {
      failure = List.of(new Gap(way, e.kind(), e.getMessage()));
    }
    return new Outcome(servers, failure, Duration.ofNanos(System.nanoTime() - start));
  }
}
