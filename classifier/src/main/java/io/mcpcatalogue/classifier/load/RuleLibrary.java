package io.mcpcatalogue.classifier.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules as their authors wrote them, for listing and explaining. Immutable.
 *
 * @param entries ordered by id
 */
public record RuleLibrary(List<Entry> entries) {
  private static final List<String> FOLDERS =
      List.of("signals", "categories", "severity", "capabilities");

  public RuleLibrary {
    entries = List.copyOf(entries);
  }

  /**
   * One rule.
   *
   * @param id as results name it: {@code schema/url}, {@code categories/read/search}
   * @param path of its file without ending: {@code signals/schema/url}
   * @param summary what it says about a tool or server
   * @param severity of a signal, or what a severity is raised to; empty for others
   * @param references full names
   * @param source its file
   * @param examples the file beside it; empty when there is none
   */
  public record Entry(
      String id,
      String path,
      String summary,
      String why,
      String severity,
      String confidence,
      String message,
      List<String> references,
      String advice,
      List<String> falsePositives,
      String source,
      String examples) {

    public Entry {
      references = List.copyOf(references);
      falsePositives = List.copyOf(falsePositives);
    }

    /** The folder it lies in: {@code signals/schema}. */
    public String group() {
      return path.substring(0, path.lastIndexOf('/'));
    }
  }

  /** The built-in rules with packs laid over them. */
  public static RuleLibrary load(List<Path> packs) throws IOException, RuleLoadException {
    RulePack merged = RuleSets.overlaid(packs);
    Faults faults = new Faults();
    Map<String, String> references = RuleSets.references(merged, faults);
    List<Entry> entries = new ArrayList<>();
    for (RuleFile file : merged.files()) {
      if (FOLDERS.stream().anyMatch(folder -> file.path().startsWith(folder + "/"))) {
        entries.add(entry(file, references, packs, faults));
      }
    }
    entries.sort(Comparator.comparing(Entry::id));
    return new RuleLibrary(entries);
  }

  /** The rule of this id. */
  public Optional<Entry> find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  private static Entry entry(
      RuleFile file, Map<String, String> references, List<Path> packs, Faults faults)
      throws IOException {
    MapReader map = MapReader.of(file.root(), faults);
    String stem = file.stem();
    return new Entry(
        stem.startsWith("signals/") ? stem.substring("signals/".length()) : stem,
        stem,
        map.textOr("summary", "").strip(),
        map.textOr("why", "").strip(),
        map.textOr("severity", map.textOr("raise-to", "")),
        map.textOr("confidence", ""),
        map.textOr("message", map.textOr("reason", "")),
        map.texts("references").stream().map(name -> references.getOrDefault(name, name)).toList(),
        map.textOr("advice", ""),
        map.texts("false-positives"),
        source(stem + RulePack.ENDING, packs),
        source(stem + RulePack.EXAMPLES_ENDING, packs));
  }

  private static String source(String path, List<Path> packs) throws IOException {
    for (int i = packs.size() - 1; i >= 0; i--) {
      Path file = packs.get(i).resolve(path);
      if (Files.isRegularFile(file)) {
        return unixLines(Files.readString(file));
      }
    }
    try (InputStream in = RuleLibrary.class.getResourceAsStream("/rules/" + path)) {
      return in == null ? "" : unixLines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in rules cannot be read", e);
    }
  }

  private static String unixLines(String text) {
    return text.replace("\r\n", "\n");
  }
}
