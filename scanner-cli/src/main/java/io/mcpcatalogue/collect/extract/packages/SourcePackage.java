package io.mcpcatalogue.collect.extract.packages;

import java.util.List;
import java.util.Set;

/**
 * One package of a repository: the unit that is published and served. Immutable.
 *
 * @param folder where it lies, empty for the root
 * @param name what its manifest calls it, else its folder, else the tree
 * @param version empty when unknown
 * @param description empty when there is none
 * @param ecosystem what kind of manifest it has
 * @param dependencies the names of the packages it uses, of this repository or not
 * @param entries the files it starts from and exports, as its manifest names them
 */
public record SourcePackage(
    String folder,
    String name,
    String version,
    String description,
    Ecosystem ecosystem,
    Set<String> dependencies,
    List<String> entries) {

  /** The kind of manifest that makes a folder a package. */
  public enum Ecosystem {
    NPM,
    PYTHON,
    GO,
    MAVEN,
    GRADLE,
    CARGO,
    DOTNET,
    COMPOSER,
    RUBYGEMS,
    SWIFT,
    /** No manifest at all: a folder of files. */
    NONE
  }

  public SourcePackage {
    dependencies = Set.copyOf(dependencies);
    entries = List.copyOf(entries);
  }

  /** Quick: a tree has one package of a kind in a folder, and it is looked up for every file. */
  @Override
  public int hashCode() {
    return 31 * folder.hashCode() + ecosystem.ordinal();
  }

  /** The folder as it is told to people. */
  public String where() {
    return folder.isEmpty() ? "." : folder;
  }

  /** Whether the path lies in the package's folder, or in one below. */
  public boolean contains(String path) {
    return folder.isEmpty()
        || path.length() > folder.length()
            && path.charAt(folder.length()) == '/'
            && path.startsWith(folder);
  }
}
