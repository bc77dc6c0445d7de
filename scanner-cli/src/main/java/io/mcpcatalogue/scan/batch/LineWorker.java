package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.IndexRun;
import io.mcpcatalogue.catalogue.IndexRunWriter.LineResult;
import io.mcpcatalogue.catalogue.KnownLines;
import io.mcpcatalogue.catalogue.KnownLines.Knowledge;
import io.mcpcatalogue.catalogue.LineDigest;
import io.mcpcatalogue.catalogue.PreparedLines;
import io.mcpcatalogue.catalogue.PreparedScan;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.json.JsonMembers;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.TargetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Works on one line after the other: reads, collects, judges, prepares. Thread-safe. */
final class LineWorker {
  private final IndexEntries entries;
  private final BatchOptions options;
  private final Function<ServerManifest, ServerReport> judge;
  private final Function<ScanTarget, TargetReport> scanner;
  private final IndexRun run;
  private final Set<LineDigest> wanted;

  /**
   * What a line came to.
   *
   * @param key the id of its server, for telling doubles; empty when it names none
   */
  record Worked(Optional<String> key, LineResult result) {}

  /**
   * A worker for one run.
   *
   * @param wanted the only lines to work on; empty for all
   */
  LineWorker(
      IndexEntries entries,
      BatchOptions options,
      Function<ServerManifest, ServerReport> judge,
      Function<ScanTarget, TargetReport> scanner,
      IndexRun run,
      Set<LineDigest> wanted) {
    this.entries = entries;
    this.options = options;
    this.judge = judge;
    this.scanner = scanner;
    this.run = run;
    this.wanted = wanted;
  }

  /**
   * The key of a line that is not worked on; most are read up to their id only.
   *
   * @param failed whether the line may be one that cannot be read, which has none
   */
  Optional<String> keyOf(BoundedLines.Line line, boolean failed) {
    Optional<String> id = idOf(line);
    return id.isPresent() && !failed && options.takesAll() ? id : keyOf(entries.read(line));
  }

  private Optional<String> keyOf(IndexEntry entry) {
    if (entry instanceof IndexEntry.Listed listed) {
      return Optional.of(listed.manifest().id()).filter(options::takes);
    }
    if (entry instanceof IndexEntry.Target target) {
      return Optional.of(target.key())
          .filter(key -> options.takes(key) || options.takes(target.target().text()));
    }
    return Optional.empty();
  }

  /** The id that a line names, as far as that can be told without reading all of it. */
  private static Optional<String> idOf(BoundedLines.Line line) {
    return JsonMembers.text(line.bytes(), "id").filter(id -> !id.isEmpty());
  }

  /** Whether a line may name a target, to collect which takes seconds. */
  boolean mayTakeLong(BoundedLines.Line line) {
    return !IndexEntries.seemsListed(line);
  }

  List<Worked> work(List<BoundedLines.Line> lines, Optional<KnownLines> known)
      throws CatalogueException {
    PreparedLines prepared = new PreparedLines(run.rulesDigest(), run.startedAt());
    List<Worked> worked = new ArrayList<>(lines.size());
    for (BoundedLines.Line line : lines) {
      worked.add(work(line, known, prepared));
    }
    return worked;
  }

  private Worked work(BoundedLines.Line line, Optional<KnownLines> known, PreparedLines prepared)
      throws CatalogueException {
    LineDigest digest = LineDigest.of(line.bytes());
    if (line.isBlank()) {
      return new Worked(Optional.empty(), new LineResult.LeftOut(digest));
    }
    if (options.retryFailed() && !wanted.contains(digest)) {
      return new Worked(keyOf(line, false), new LineResult.LeftOut(digest));
    }
    Optional<String> id = known.isPresent() ? idOf(line) : Optional.empty();
    if (id.isPresent() && options.takes(id.get())) {
      Knowledge knowledge = known.get().of(id.get(), digest);
      if (knowledge != Knowledge.NEW) {
        return new Worked(id, new LineResult.Known(digest, knowledge));
      }
    }
    try {
      return read(line, digest, prepared);
    } catch (OutOfMemoryError e) {
      return bad(
          digest,
          new Gap("line " + line.number(), Gap.Kind.LIMIT, "needs more memory than there is"));
    } catch (RuntimeException e) {
      // A fault of ours on one line must not stop the others; it is reported as what it is.
      return bad(
          digest, new Gap("line " + line.number(), Gap.Kind.FAULT, "fault of this program: " + e));
    }
  }

  private Worked read(BoundedLines.Line line, LineDigest digest, PreparedLines prepared) {
    IndexEntry entry = entries.read(line);
    if (entry instanceof IndexEntry.Unreadable unreadable) {
      return bad(digest, unreadable.gap());
    }
    Optional<String> key = keyOf(entry);
    if (key.isEmpty()) {
      return new Worked(key, new LineResult.LeftOut(digest));
    }
    if (entry instanceof IndexEntry.Listed listed) {
      PreparedScan scan = prepared.prepare(judge.apply(listed.manifest()), digest);
      return new Worked(key, new LineResult.Read(digest, List.of(scan), List.of()));
    }
    return new Worked(key, collected((IndexEntry.Target) entry, digest));
  }

  private LineResult collected(IndexEntry.Target entry, LineDigest digest) {
    TargetReport report = firstThatYields(entry.places());
    List<ServerReport> servers =
        report.servers().isEmpty() ? List.of(notScanned(entry, report.gaps())) : report.servers();
    boolean named = entry.id().isPresent() && servers.size() == 1;
    List<PreparedScan> scans =
        servers.stream()
            // The index decides what a server is called in the catalogue.
            .map(server -> named ? server.withId(entry.key()) : server)
            .map(
                server ->
                    PreparedScan.of(server, run.rulesDigest(), run.startedAt(), report.hosts()))
            .toList();
    return new LineResult.Read(digest, scans, report.gaps());
  }

  /** What is wrong with a place before the one that yields anything stays a gap. */
  private TargetReport firstThatYields(List<ScanTarget> places) {
    List<Gap> gaps = new ArrayList<>();
    Set<String> hosts = new TreeSet<>();
    for (ScanTarget place : places) {
      TargetReport report = scanner.apply(place);
      gaps.addAll(report.gaps());
      hosts.addAll(report.hosts());
      if (!report.servers().isEmpty()) {
        return new TargetReport(report.servers(), gaps, hosts, report.ran());
      }
    }
    return new TargetReport(List.of(), gaps, hosts, false);
  }

  private ServerReport notScanned(IndexEntry.Target entry, List<Gap> gaps) {
    String target = SecretRedactor.byShape().redact(entry.target().text());
    return judge.apply(ServerManifest.unseen(entry.key(), entry.key(), target, gaps));
  }

  private static Worked bad(LineDigest digest, Gap gap) {
    return new Worked(Optional.empty(), new LineResult.Read(digest, List.of(), List.of(gap)));
  }
}
