package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.packages.Packages;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an extractor sees of one package: the package's own files, and every other file of the tree
 * that they may lead to. Safe for several threads.
 */
public final class PackageSources {
  private final SourcePackage self;
  private final List<SourceFile> files;
  private final Packages packages;
  private final SourceCache cache;

  public PackageSources(
      SourcePackage self, List<SourceFile> files, Packages packages, SourceCache cache) {
    this.self = self;
    this.files = List.copyOf(files);
    this.packages = packages;
    this.cache = cache;
  }

  public SourcePackage self() {
    return self;
  }

  /**
   * The package's own files in the language of the extractor, sorted by path; tests, fixtures and
   * the like are left out.
   */
  public List<SourceFile> files() {
    return files;
  }

  /** All packages of the tree, for following a dependency. */
  public Packages packages() {
    return packages;
  }

  /** Whether the tree has a file of this path, in this package or another. */
  public boolean exists(String path) {
    return cache.exists(path);
  }

  /** The files directly in a folder and below it, of any kind, sorted by path. */
  public Collection<SourceFile> below(String folder) {
    return cache.below(folder);
  }

  /** The files of this name anywhere in the tree, sorted by path. */
  public List<String> pathsNamed(String name) {
    return cache.pathsNamed(name);
  }

  /** The text of a file of the tree; empty when it has none, or cannot be read. */
  public Optional<String> text(String path) {
    return cache.text(path);
  }

  /**
   * What a language makes of a file of the tree, safe for several threads: it is made once for all
   * packages that lead to the file. Empty when the file is no text of a known language.
   */
  public <T> Optional<T> shared(String path, Class<T> kind, Function<Tokens, T> make) {
    return cache.shared(path, kind, make);
  }

  /** The tokens of a file of the tree; empty when it is no text of a known language. */
  public Optional<Tokens> tokens(String path) {
    return cache.tokens(path);
  }
}
