package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.Notices;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.options.CollectorOptions;
import io.mcpcatalogue.cli.options.ReportOutput;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.policies.PolicyOutputs;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.cli.words.Values;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.export.ReportFormat;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.KnownFindings;
import io.mcpcatalogue.model.RuleText;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.AcceptedFindings;
import io.mcpcatalogue.scan.Collectors;
import io.mcpcatalogue.scan.FailedTarget;
import io.mcpcatalogue.scan.Judge;
import io.mcpcatalogue.scan.OwnIds;
import io.mcpcatalogue.scan.RunningScan;
import io.mcpcatalogue.scan.Scanner;
import io.mcpcatalogue.scan.TargetReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code scan}: the main job. */
public final class ScanCommand implements Command {
  private final Console console;
  private final List<String> serverCommand;
  private final Parameter<String> targets =
      Parameter.texts("TARGET", 0, Parameter.ANY, "What to scan; see below.");
  private final CatalogueOptions catalogue = new CatalogueOptions();
  private final Option<String> noCatalogue = Option.flag("--no-db", "Keep nothing.");
  private final RuleOptions rules = new RuleOptions();
  private final SuppressionOptions suppressions = new SuppressionOptions();
  private final CollectorOptions collect = new CollectorOptions();
  private final Option<String> name =
      Option.text("--name", "NAME", "The name of the (only) server.");
  private final Option<String> format =
      Option.text("--format", "FORMAT", "What to print: table (default), json, markdown or sarif.");
  private final Option<Path> output =
      Option.path("--output", "FILE", "Write the report to FILE instead of standard output.");
  private final Option<Map.Entry<String, Path>> policies =
      Option.of(
              "--policy",
              "FORMAT=FILE",
              "Also write the recommended policy of the scanned server to FILE.",
              Values.pair(Values.PATH))
          .repeatable();
  private final GateOptions gate = new GateOptions();

  public ScanCommand(Console console, List<String> serverCommand) {
    this.console = console;
    this.serverCommand = serverCommand;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Finds the tools of servers, wherever they are, and says what each can do.")
        .with(targets, catalogue, noCatalogue, rules, suppressions, collect)
        .with(name, format, output, policies, gate)
        .footer(
            "",
            "Targets:",
            "  DIR                      a source repository or package, read without running it",
            "  FILE.json                a saved tools/list result, or a client configuration",
            "  FILE.tgz, FILE.mcpb ...  an archive, here or at an address: https://HOST/FILE.mcpb",
            "  npm:NAME[@VERSION]       a package of the npm registry",
            "  pypi:NAME[@VERSION]      a package of the Python package index",
            "  github:OWNER/REPO[@REF]  a repository on GitHub",
            "  oci:IMAGE                an image; its labels are read",
            "  registry:NAME            a server of the official MCP registry",
            "  https://HOST/PATH        a running server (streamable HTTP, or SSE)",
            "  config                   the servers that the MCP clients of this machine are set up with",
            "  -- COMMAND ARGS...       a stdio server: this runs the command",
            "",
            "Nothing that a target contains is executed unless you write '-- COMMAND' or --run.");
  }

  @Override
  public Integer call() throws CatalogueException, InterruptedException, IOException {
    List<ScanTarget> scanTargets = targets();
    ReportFormat reportFormat = ReportOutput.format(format);
    Optional<KnownFindings> known = gate.known();
    PolicyOutputs policyOutputs = PolicyOutputs.of(policies.values());
    if (name.isGiven() && scanTargets.size() > 1) {
      throw new UsageException("--name is for a single target");
    }
    CollectOptions options = collect.options(console.environment(), name.value());
    if (!noCatalogue.isGiven()) {
      catalogue.expectWritable(console);
    }

    ScanReport report = scan(scanTargets, options, reportFormat, known);
    ReportOutput.write(console, reportFormat, report, output.value());
    policyOutputs.write(console, report.servers());
    return exitCode(report).number();
  }

  private ScanReport scan(
      List<ScanTarget> scanTargets,
      CollectOptions options,
      ReportFormat reportFormat,
      Optional<KnownFindings> known)
      throws CatalogueException, InterruptedException {
    AcceptedFindings accepted = suppressions.accepted();
    JudgeInWaiting judge = new JudgeInWaiting(rules, accepted);
    Notices notices = new Notices(console);
    Scanner scanner = new Scanner(Collectors.all(console.environment(), notices), judge);
    try (RunningScan scan = scanner.start(scanTargets, options)) {
      // All that is not needed to start a server is done while it starts.
      List<RuleText> ruleTexts = judge.study().ruleTexts();
      try (ScanSink sink = sink()) {
        if (!judge.isCalled()) {
          Rehearsal.of(judge.study(), reportFormat, !noCatalogue.isGiven());
        }
        OwnIds ids = new OwnIds(sink, name.isGiven(), notices);
        ScanReport report =
            gather(scan, scanTargets, ids, sink, judge.study()).with(ruleTexts, known);
        for (String stale : accepted.stale()) {
          notices.accept(stale);
        }
        return report;
      }
    }
  }

  private static ScanReport gather(
      RunningScan scan, List<ScanTarget> scanTargets, OwnIds ids, ScanSink sink, Judge judge)
      throws CatalogueException, InterruptedException {
    List<ServerReport> servers = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Set<String> hosts = new TreeSet<>();
    boolean ran = false;
    for (ScanTarget target : scanTargets) {
      TargetReport report = ids.apart(scan.next());
      sink.save(report, judge.rulesDigest());
      if (report.servers().isEmpty() && !report.gaps().isEmpty()) {
        sink.note(new FailedTarget(target, report), judge);
      }
      servers.addAll(report.servers());
      gaps.addAll(report.gaps());
      hosts.addAll(report.hosts());
      ran |= report.ran();
    }
    return new ScanReport(judge.rulesDigest(), servers, gaps, List.copyOf(hosts)).withRan(ran);
  }

  private ScanSink sink() throws CatalogueException {
    if (noCatalogue.isGiven()) {
      return new ScanSink.Nowhere();
    }
    Catalogue opened = catalogue.open(console);
    return new ScanSink.Into(opened, opened.writer());
  }

  private List<ScanTarget> targets() {
    List<ScanTarget> found = new ArrayList<>();
    for (String text : targets.values()) {
      try {
        found.add(ScanTarget.parse(text));
      } catch (InvalidTargetException e) {
        throw new UsageException(e.getMessage());
      }
    }
    if (!serverCommand.isEmpty()) {
      found.add(ScanTarget.command(serverCommand));
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "nothing to scan: name a directory, a file, npm:NAME, a URL, or -- COMMAND");
    }
    return found;
  }

  private ExitCode exitCode(ScanReport report) {
    if (!isAnyScanned(report)) {
      return ExitCode.NOTHING_SCANNED;
    }
    if (gate.isFailed(report, console)) {
      return ExitCode.FINDING;
    }
    return hasGaps(report) ? ExitCode.GAPS : ExitCode.DONE;
  }

  private static boolean isAnyScanned(ScanReport report) {
    for (ServerReport server : report.servers()) {
      if (server.isScanned()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasGaps(ScanReport report) {
    for (ServerReport server : report.servers()) {
      if (!server.manifest().gaps().isEmpty()) {
        return true;
      }
    }
    return !report.gaps().isEmpty();
  }
}
