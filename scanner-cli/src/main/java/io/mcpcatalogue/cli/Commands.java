package io.mcpcatalogue.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All commands, in the order in which help shows them. */
final class Commands {
  private Commands() {}

  /**
   * The commands that a command line needs: the one that its first word names, none to tell the
   * version, else all. To prepare all of them takes longer than most of them work.
   *
   * @param words the words of the command line
   * @param serverCommand what stood behind {@code --}
   */
  static List<Object> neededFor(List<String> words, Console console, List<String> serverCommand) {
    if (words.equals(List.of("--version")) || words.equals(List.of("-V"))) {
      return List.of();
    }
    Map<String, Supplier<Object>> all = all(console, serverCommand);
    return !words.isEmpty() && all.containsKey(words.get(0))
        ? List.of(all.get(words.get(0)).get())
        : all.values().stream().map(Supplier::get).toList();
  }

  private static Map<String, Supplier<Object>> all(Console console, List<String> serverCommand) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("scan", () -> new ScanCommand(console, serverCommand));
    all.put("classify", () -> new ClassifyCommand(console));
    all.put("crawl", () -> new CrawlCommand(console));
    all.put("batch", () -> new BatchCommand(console));
    all.put("show", () -> new ShowCommand(console));
    all.put("explain", () -> new ExplainCommand(console));
    all.put("search", () -> new SearchCommand(console));
    all.put("diff", () -> new DiffCommand(console));
    all.put("changes", () -> new ChangesCommand(console));
    all.put("stats", () -> new StatsCommand(console));
    all.put("reclassify", () -> new ReclassifyCommand(console));
    all.put("import", () -> new ImportCommand(console));
    all.put("export", () -> ExportCommand.with(console));
    all.put("policies", () -> PoliciesCommand.with(console));
    all.put("rules", () -> RulesCommand.with(console));
    return all;
  }
}
