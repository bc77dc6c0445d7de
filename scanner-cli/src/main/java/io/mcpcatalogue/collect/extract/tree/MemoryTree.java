package io.mcpcatalogue.collect.extract.tree;

import io.mcpcatalogue.model.Gap;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree whose files are held in memory, as an unpacked archive is. Immutable. */
public final class MemoryTree implements SourceTree {
  private final String name;
  private final Map<String, byte[]> contents;
  private final List<SourceFile> files;
  private final List<Gap> gaps;

  public MemoryTree(String name, Map<String, byte[]> contents, List<Gap> gaps) {
    this.name = name;
    this.contents = new TreeMap<>(contents);
    this.files =
        this.contents.entrySet().stream()
            .filter(entry -> !IgnoredFolders.hides(entry.getKey()))
            .map(entry -> new SourceFile(entry.getKey(), entry.getValue().length))
            .toList();
    this.gaps = List.copyOf(gaps);
  }

  /** A tree of texts, given as path, text, path, text … */
  public static MemoryTree of(String... pathsAndTexts) {
    Map<String, byte[]> contents = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      contents.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return new MemoryTree("memory", contents, List.of());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<SourceFile> files() {
    return files;
  }

  @Override
  public List<Gap> gaps() {
    return gaps;
  }

  @Override
  public byte[] read(SourceFile file, int limit) throws IOException {
    byte[] bytes = contents.get(file.path());
    if (bytes == null) {
      throw new FileNotFoundException("no file " + file.path() + " in " + name);
    }
    return bytes.length <= limit ? bytes.clone() : Arrays.copyOf(bytes, limit);
  }
}
