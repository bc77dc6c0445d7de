package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rule files of one folder, by path. A pack laid over another adds files and replaces those of
 * the same path; only what packs switch off adds up. Immutable.
 */
public record RulePack(List<RuleFile> files) {
  static final String ENDING = ".yml";
  static final String EXAMPLES_ENDING = ".test.yml";

  /** The file that says something of the pack itself. */
  static final String PACK = "pack.yml";

  /** The rules that it switches off. */
  static final String OFF = "off";

  private static final long MAX_FILE_BYTES = 4L << 20;
  private static final int MAX_FILES = 10_000;

  public RulePack {
    files = List.copyOf(files);
  }

  /** Reads the rules of a folder; their examples are no part of the pack. */
  public static RulePack read(Path folder, Faults faults) throws IOException {
    return read(folder, false, "", faults);
  }

  /** Reads the rules of one of several folders; faults name the folder as well. */
  static RulePack readOneOfMany(Path folder, Faults faults) throws IOException {
    return read(folder, false, folder.toString().replace('\\', '/') + "/", faults);
  }

  /** Reads the examples that stand beside the rules of a folder. */
  public static RulePack readExamples(Path folder, Faults faults) throws IOException {
    return read(folder, true, "", faults);
  }

  private static RulePack read(Path folder, boolean examples, String named, Faults faults)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("no folder of rules: " + folder);
    }
    Map<String, Path> paths = paths(folder, examples);
    if (paths.isEmpty() && !examples) {
      throw new IOException("no rule lies in " + folder);
    }
    List<RuleFile> files = new ArrayList<>();
    for (Map.Entry<String, Path> file : paths.entrySet()) {
      String name = named + file.getKey();
      String text = text(name, file.getValue(), faults);
      YamlReader.read(name, text, faults)
          .ifPresent(root -> files.add(new RuleFile(file.getKey(), root)));
    }
    return new RulePack(files);
  }

  /** This pack with another laid over it. */
  public RulePack overlaidBy(RulePack other) {
    Map<String, RuleFile> merged = new TreeMap<>();
    files.forEach(file -> merged.put(file.path(), file));
    other.files.forEach(file -> merged.merge(file.path(), file, RulePack::over));
    return new RulePack(List.copyOf(merged.values()));
  }

  private static RuleFile over(RuleFile below, RuleFile above) {
    if (!above.path().equals(PACK) || !(above.root() instanceof YamlMap upper)) {
      return above;
    }
    // What is wrong with the lower one is still to be told.
    return below.root() instanceof YamlMap lower
        ? new RuleFile(PACK, new YamlMap(joined(lower, upper), upper.place()))
        : below;
  }

  /** Packs of several authors each switch something off, and none can know of the others. */
  private static List<Entry> joined(YamlMap lower, YamlMap upper) {
    Map<String, Entry> joined = new LinkedHashMap<>();
    lower.entries().forEach(entry -> joined.put(entry.key(), entry));
    upper.entries().forEach(entry -> joined.merge(entry.key(), entry, RulePack::joined));
    return List.copyOf(joined.values());
  }

  private static Entry joined(Entry lower, Entry upper) {
    if (!upper.key().equals(OFF)) {
      return upper;
    }
    List<YamlNode> items = new ArrayList<>(items(lower.value()));
    items.addAll(items(upper.value()));
    return new Entry(OFF, upper.keyPlace(), new YamlList(items, upper.value().place()));
  }

  private static List<YamlNode> items(YamlNode value) {
    return value instanceof YamlList list ? list.items() : List.of(value);
  }

  /** The files below a folder of the pack, in the order of their paths. */
  public List<RuleFile> below(String folder) {
    String begin = folder + "/";
    List<RuleFile> below = new ArrayList<>();
    for (RuleFile file : files) {
      if (file.path().startsWith(begin)) {
        below.add(file);
      }
    }
    return below;
  }

  /** By path within the pack and not by the order of the file system. */
  private static Map<String, Path> paths(Path folder, boolean examples) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      Map<String, Path> paths = new TreeMap<>();
      for (Path path : (Iterable<Path>) walk::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (name.endsWith(ENDING)
            && name.endsWith(EXAMPLES_ENDING) == examples
            && Files.isRegularFile(path)) {
          paths.put(name, path);
        }
        if (paths.size() > MAX_FILES) {
          throw new IOException("more than " + MAX_FILES + " rule files in " + folder);
        }
      }
      return Collections.unmodifiableMap(paths);
    }
  }

  private static String text(String name, Path path, Faults faults) throws IOException {
    Place top = new Place(name, 1, 1);
    if (Files.size(path) > MAX_FILE_BYTES) {
      faults.add(top, "the file is larger than " + MAX_FILE_BYTES + " bytes");
      return "{}";
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
          .toString();
    } catch (CharacterCodingException e) {
      faults.add(top, "the file is no valid UTF-8");
      return "{}";
    }
  }
}
