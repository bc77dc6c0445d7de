package io.mcpcatalogue.bench.batch;

import com.sun.management.ThreadMXBean;
import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueWriter;
import io.mcpcatalogue.catalogue.LineDigest;
import io.mcpcatalogue.catalogue.PreparedLines;
import io.mcpcatalogue.catalogue.PreparedScan;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.policy.PolicyDeriver;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.listing.ToolListReader;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.Judge;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the processor time of a batch goes: every stage by itself on one thread, a portion of the
 * index at a time. The first third warms up and is not counted.
 *
 * <p>{@code BatchStages INDEX.jsonl FILE.db}
 */
public final class BatchStages {
  /** As a worker takes them. */
  private static final int LINES_A_PORTION = 64;

  /** As the batch commits. */
  private static final int LINES_A_TRANSACTION = 14_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<String, Cost> costs = new LinkedHashMap<>();
  private boolean counting;
  private long tools;

  /** What one stage took. */
  private static final class Cost {
    private long nanos;
    private long bytes;
  }

  /** One stage for one item. */
  private interface Stage<T, R> {
    R apply(T item) throws MalformedJsonException, CatalogueException;
  }

  private BatchStages() {}

  public static void main(String[] arguments)
      throws IOException, MalformedJsonException, CatalogueException {
    if (arguments.length != 2) {
      System.err.println("usage: BatchStages INDEX.jsonl FILE.db");
      System.exit(2);
    }
    new BatchStages().run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private void run(Path index, Path file)
      throws IOException, MalformedJsonException, CatalogueException {
    RuleSet rules = RuleSets.builtIn();
    Judge judge = new Judge(rules, new PolicyDeriver(rules.profile("recommended").orElseThrow()));
    JsonReader reader = JsonReader.withDefaultLimits();
    long warm = Files.size(index) / 3;
    Instant now = Instant.EPOCH;
    LineDigest noLine = LineDigest.of(new byte[0]);
    try (BufferedReader lines = Files.newBufferedReader(index);
        Catalogue catalogue = Catalogue.open(file, text -> parsed(reader, text));
        CatalogueWriter writer = catalogue.writer()) {
      long read = 0;
      List<PreparedScan> unsaved = new ArrayList<>();
      for (List<byte[]> portion = portion(lines); !portion.isEmpty(); portion = portion(lines)) {
        read += portion.stream().mapToLong(line -> line.length).sum();
        counting = read > warm;
        List<JsonObject> parsed = each("parse", portion, line -> reader.parse(line).asObject());
        List<ServerManifest> manifests = each("list", parsed, BatchStages::manifest);
        List<ServerReport> reports = each("judge", manifests, judge::judge);
        PreparedLines prepared = new PreparedLines(rules.digest(), now);
        unsaved.addAll(each("prepare", reports, report -> prepared.prepare(report, noLine)));
        if (unsaved.size() >= LINES_A_TRANSACTION || portion.size() < LINES_A_PORTION) {
          each("write", List.of(unsaved), writer::save);
          unsaved.clear();
        }
        if (counting) {
          tools += manifests.stream().mapToLong(manifest -> manifest.tools().size()).sum();
        }
      }
    }
    costs.forEach(
        (stage, cost) ->
            System.out.printf(
                Locale.ROOT,
                "%-8s %6.2f microseconds, %,8d bytes a tool%n",
                stage,
                cost.nanos / 1e3 / tools,
                cost.bytes / tools));
    System.out.printf(
        Locale.ROOT,
        "%,d bytes in the catalogue, %,d in the index%n",
        Files.size(file),
        Files.size(index));
  }

  private <T, R> List<R> each(String stage, List<T> items, Stage<T, R> work)
      throws MalformedJsonException, CatalogueException {
    long thread = Thread.currentThread().getId();
    List<R> results = new ArrayList<>(items.size());
    long nanos = threads.getCurrentThreadCpuTime();
    long bytes = threads.getThreadAllocatedBytes(thread);
    for (T item : items) {
      results.add(work.apply(item));
    }
    if (counting) {
      Cost cost = costs.computeIfAbsent(stage, name -> new Cost());
      cost.nanos += threads.getCurrentThreadCpuTime() - nanos;
      cost.bytes += threads.getThreadAllocatedBytes(thread) - bytes;
    }
    return results;
  }

  private static ServerManifest manifest(JsonObject server) {
    ToolListReader list = new ToolListReader(CollectLimits.DEFAULT, "index");
    list.add(server.get("tools").orElseThrow().asArray());
    String id = server.text("id").orElseThrow();
    return new ServerManifest(
        id,
        server.text("name").orElse(id),
        "",
        id,
        CollectionMethod.DECLARED,
        server.text("description").orElse(""),
        "",
        list.tools(),
        List.of(),
        List.of(),
        list.gaps());
  }

  private static JsonValue parsed(JsonReader reader, String text) {
    try {
      return reader.parse(text);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("the catalogue holds what was written", e);
    }
  }

  private static List<byte[]> portion(BufferedReader lines) throws IOException {
    List<byte[]> portion = new ArrayList<>();
    while (portion.size() < LINES_A_PORTION) {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      portion.add(line.getBytes(StandardCharsets.UTF_8));
    }
    return portion;
  }
}
