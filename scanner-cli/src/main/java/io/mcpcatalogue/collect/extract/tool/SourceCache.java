package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Lexer;
import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Reads and lexes every file of a tree at most once, within limits of size. Safe for several
 * threads; what it could not read is a gap.
 */
public final class SourceCache {
  private final SourceTree tree;
  private final int maxFile;
  private final long maxTotal;
  private final NavigableMap<String, SourceFile> files = new TreeMap<>();
  private final Map<String, List<String>> pathsByName = new HashMap<>();
  private final Map<String, Optional<String>> texts = new ConcurrentHashMap<>();
  private final Map<String, Optional<Tokens>> tokens = new ConcurrentHashMap<>();

  /** Given up when memory runs short; it can be made again. */
  private final Map<String, SoftReference<?>> shared = new ConcurrentHashMap<>();

  private final Map<String, Gap> gaps = new ConcurrentSkipListMap<>();

  /** Files of a language that turn out to be no text. */
  private final Set<String> unreadable = new ConcurrentSkipListSet<>();

  private final AtomicLong total = new AtomicLong();

  /**
   * @param maxFile bytes of one file
   * @param maxTotal bytes of all files that are read
   */
  public SourceCache(SourceTree tree, int maxFile, long maxTotal) {
    this.tree = tree;
    this.maxFile = maxFile;
    this.maxTotal = maxTotal;
    for (SourceFile file : tree.files()) {
      files.put(file.path(), file);
      pathsByName.computeIfAbsent(file.name(), key -> new ArrayList<>()).add(file.path());
    }
  }

  boolean exists(String path) {
    return files.containsKey(path);
  }

  List<String> pathsNamed(String name) {
    return pathsByName.getOrDefault(name, List.of());
  }

  Collection<SourceFile> below(String folder) {
    // '0' is the character after '/'.
    NavigableMap<String, SourceFile> below =
        folder.isEmpty() ? files : files.subMap(folder + "/", true, folder + "0", false);
    return Collections.unmodifiableCollection(below.values());
  }

  public Optional<String> text(String path) {
    return texts.computeIfAbsent(path, this::read);
  }

  public Optional<Tokens> tokens(String path) {
    return tokens.computeIfAbsent(
        path,
        key ->
            Language.of(key).flatMap(language -> text(key).map(text -> Lexer.lex(language, text))));
  }

  <T> Optional<T> shared(String path, Class<T> kind, Function<Tokens, T> make) {
    SoftReference<?> reference = shared.get(path);
    Object known = reference == null ? null : reference.get();
    if (known == null) {
      Optional<T> made = tokens(path).map(make);
      made.ifPresent(each -> shared.put(path, new SoftReference<>(each)));
      return made;
    }
    return Optional.of(kind.cast(known));
  }

  /** What could not be read so far, sorted by path. */
  public List<Gap> gaps() {
    List<Gap> all = new ArrayList<>(gaps.values());
    if (!unreadable.isEmpty()) {
      all.add(
          Gap.firstOf(
              unreadable.size(),
              unreadable.iterator().next(),
              Gap.Kind.MALFORMED,
              "the file is named like a source and is no text"));
    }
    return List.copyOf(all);
  }

  private Optional<String> read(String path) {
    SourceFile file = files.get(path);
    if (file == null) {
      return Optional.empty();
    }
    if (file.size() > maxFile || total.addAndGet(file.size()) > maxTotal) {
      String limit = file.size() > maxFile ? "the file" : "the tree";
      gaps.put(path, new Gap(path, Gap.Kind.LIMIT, limit + " is too large to be read whole"));
      return Optional.empty();
    }
    try {
      Optional<String> text = SourceText.decode(tree.read(file, maxFile));
      if (text.isEmpty() && Language.of(path).isPresent()) {
        unreadable.add(path);
      }
      return text;
    } catch (IOException e) {
      gaps.put(path, new Gap(path, Gap.Kind.UNREACHABLE, "the file cannot be read"));
      return Optional.empty();
    }
  }
}
