package io.mcpcatalogue.collect.extract.packages;

import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The packages of a tree. Every folder with a manifest is one, for the languages of that kind of
 * manifest, and a file belongs to the nearest one above it. Immutable.
 */
public final class Packages {
  private static final int MAX_MANIFEST = 4 << 20;

  private final List<SourcePackage> packages;
  private final Map<String, List<SourcePackage>> byFolder;
  private final Map<String, SourcePackage> byName;
  private final Map<String, SourcePackage> byProject;
  private final SourcePackage rest;
  private final List<Gap> gaps;

  private Packages(List<SourcePackage> packages, SourcePackage rest, List<Gap> gaps) {
    this.packages = packages;
    this.byFolder = packages.stream().collect(Collectors.groupingBy(SourcePackage::folder));
    this.byName = nearest(packages, SourcePackage::name);
    this.byProject =
        nearest(
            packages.stream().filter(Packages::isProject).toList(),
            each -> each.folder().substring(each.folder().lastIndexOf('/') + 1));
    this.rest = rest;
    this.gaps = gaps;
  }

  public static Packages of(SourceTree tree) {
    Map<String, SourcePackage> found = new TreeMap<>();
    List<Gap> gaps = new ArrayList<>();
    String treeName = shortName(tree.name());
    for (SourceFile file : tree.files()) {
      if (PackageReader.isManifest(file.name())) {
        try {
          SourceText.decode(tree.read(file, MAX_MANIFEST))
              .flatMap(text -> PackageReader.read(file, text, treeName))
              .ifPresent(found(found));
        } catch (IOException e) {
          gaps.add(
              new Gap(file.path(), Gap.Kind.UNREACHABLE, "the manifest of the package is lost"));
        }
      }
    }
    SourcePackage rest =
        new SourcePackage("", treeName, "", "", Ecosystem.NONE, Set.of(), List.of());
    GoPrograms.of(tree, List.copyOf(found.values())).forEach(found(found));
    return new Packages(List.copyOf(found.values()), rest, List.copyOf(gaps));
  }

  /** One folder may hold several manifests of one kind: the one that says most is kept. */
  private static Consumer<SourcePackage> found(Map<String, SourcePackage> found) {
    return next ->
        found.merge(
            next.folder() + "\0" + next.ecosystem(),
            next,
            (first, second) ->
                first.version().length() + first.dependencies().size()
                        >= second.version().length() + second.dependencies().size()
                    ? first
                    : second);
  }

  private static String shortName(String name) {
    String path = name.replace('\\', '/');
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String last = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    return last.isEmpty() || last.equals(".") ? "root" : last;
  }

  /** All packages, sorted by folder. */
  public List<SourcePackage> all() {
    return packages;
  }

  public List<Gap> gaps() {
    return gaps;
  }

  /**
   * The package of this name, else the project in a folder of this name: the nearest to the root
   * when there are several.
   */
  public Optional<SourcePackage> named(String name) {
    return Optional.ofNullable(byName.getOrDefault(name, byProject.get(name)));
  }

  private static Map<String, SourcePackage> nearest(
      List<SourcePackage> packages, Function<SourcePackage, String> key) {
    return packages.stream()
        .collect(
            Collectors.toMap(
                key,
                each -> each,
                BinaryOperator.minBy(Comparator.comparingInt(each -> each.folder().length()))));
  }

  /** Projects of these kinds refer to each other by their folders, whatever they publish as. */
  private static boolean isProject(SourcePackage candidate) {
    return Set.of(Ecosystem.DOTNET, Ecosystem.GRADLE).contains(candidate.ecosystem());
  }

  /** The packages of the tree that this one uses itself. */
  public List<SourcePackage> usedBy(SourcePackage user) {
    return user.dependencies().stream()
        .sorted()
        .flatMap(name -> named(name).stream())
        .filter(used -> !used.equals(user))
        .toList();
  }

  /**
   * The package that a file belongs to: the nearest above it of one of these kinds, else the
   * nearest of any kind, else the tree as a whole.
   */
  public SourcePackage owner(String path, Set<Ecosystem> kinds) {
    SourcePackage nearest = rest;
    boolean found = false;
    String folder = path;
    do {
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
      List<SourcePackage> here = byFolder.getOrDefault(folder, List.of());
      for (int i = here.size() - 1; i >= 0; i--) {
        if (kinds.contains(here.get(i).ecosystem())) {
          return here.get(i);
        }
      }
      if (!found && !here.isEmpty()) {
        nearest = here.get(here.size() - 1);
        found = true;
      }
    } while (!folder.isEmpty());
    return nearest;
  }
}
