package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.cli.words.Values;
import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.registry.Crawl;
import io.mcpcatalogue.collect.registry.CrawlOptions;
import io.mcpcatalogue.collect.registry.Crawler;
import io.mcpcatalogue.collect.registry.RegistryCollector;
import io.mcpcatalogue.collect.source.GithubCollector;
import io.mcpcatalogue.collect.source.SourceSettings;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** {@code crawl}: a registry or list of servers into an index for {@code batch}. */
public final class CrawlCommand implements Command {
  private final Console console;
  private final Parameter<String> source = Parameter.text("SOURCE", "What to crawl; see below.");
  private final Option<Path> out =
      Option.path("--out", "INDEX.jsonl", "The index to write or to bring up to date.").required();
  private final Option<Duration> delay =
      Option.of(
          "--delay", "DURATION", "The pause between two requests; default 250ms.", Values.DURATION);
  private final Option<Integer> maxPages =
      Option.of(
          "--max-pages",
          "N",
          "Stop after N pages of a registry; the next crawl goes on from there.",
          Values.NUMBER);
  private final Option<String> offline =
      Option.flag("--offline", "Touch no network: crawl files only.");

  public CrawlCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of("Writes the servers of a registry or list into an index that 'batch' reads.")
        .with(source, out, delay, maxPages, offline)
        .footer(
            "",
            "Sources:",
            "  registry             the official MCP registry ($MCP_CATALOGUE_REGISTRY_URL)",
            "  https://HOST/v0/servers  any registry with the same API",
            "  https://HOST/PAGE    a page that links to repositories and packages",
            "  github:OWNER/REPO    a registry kept as files, or a list in its README.md",
            "  DIR, FILE            the same on disk",
            "",
            "Run it again to go on after an interruption, or to fetch only what changed since.");
  }

  @Override
  public Integer call() {
    int pages = maxPages.value(10_000);
    if (pages < 1) {
      throw new UsageException("--max-pages needs a number above 0");
    }
    Map<String, String> environment = console.environment();
    Network network = new Network(HttpSettings.fromEnvironment(environment));
    Path home = Path.of(System.getProperty("user.home", "."));
    CrawlOptions options =
        CrawlOptions.startingAt(Instant.now())
            .withDelay(delay.value(Duration.ofMillis(250)))
            .withOffline(offline.isGiven())
            .withMaxPages(pages);
    Crawler crawler =
        new Crawler(
            network,
            RegistryCollector.registryOf(environment),
            new GithubCollector(network, new SourceSettings(environment, home)),
            options);
    try {
      return report(crawler.crawl(source.given(), out.given())).number();
    } catch (IOException e) {
      throw new UsageException(out.given() + ": cannot be written: " + e.getMessage());
    } catch (CollectException e) {
      console.err().println(SafeText.line("mcp-catalogue: " + e.getMessage()));
      boolean usage = e.kind() == Gap.Kind.MALFORMED || e.kind() == Gap.Kind.NOT_ALLOWED;
      return (usage ? ExitCode.USAGE : ExitCode.NOTHING_SCANNED).number();
    }
  }

  private ExitCode report(Crawl crawl) {
    console
        .err()
        .println(
            crawl.unchanged()
                ? out.given() + ": nothing changed since the last crawl"
                : out.given() + ": " + Counted.of(crawl.written(), "server") + " written");
    if (!crawl.hosts().isEmpty()) {
      console.err().println("contacted: " + String.join(", ", crawl.hosts()));
    }
    for (Gap gap : crawl.gaps()) {
      console.err().println("gap: " + SafeText.line(gap.where() + ": " + gap.reason()));
    }
    if (!crawl.complete()) {
      console.err().println("not at the end: run the same command again to go on");
    }
    return crawl.complete() && crawl.gaps().isEmpty() ? ExitCode.DONE : ExitCode.GAPS;
  }
}
