package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.extract.document.DocumentedTools;
import io.mcpcatalogue.collect.extract.document.Documents;
import io.mcpcatalogue.collect.extract.document.Publications;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.packages.Packages;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.SourceCache;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Reads the servers of a tree of sources: splits it into packages, lets every language read its
 * files of each, and makes one manifest a server. The result depends on the tree alone.
 */
public final class Extraction {
  /**
   * The most that one file may take, and all together. A file whose every character is a token
   * takes some forty times its size while it is read, so that a small memory sets smaller limits.
   */
  private static final int MAX_FILE_BYTES =
      (int) Math.min(32 << 20, Runtime.getRuntime().maxMemory() / 48);

  private static final long MAX_TREE_BYTES =
      Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 8);

  /** A bundle may hold a program of any kind: then its manifest says what is known of its tools. */
  private static final Extracted UNREAD_PROGRAM =
      new Extracted(
          List.of(),
          List.of(
              new Gap(
                  "manifest.json",
                  Gap.Kind.DYNAMIC,
                  "the bundle holds no sources; these are the tools that its manifest names")),
          true);

  private Extraction() {}

  /** What the tree's servers offer. No server at all is an empty result, not an error. */
  public static Collected extract(SourceTree tree, SourceIdentity identity) {
    return extract(tree, identity, Extractors.ALL);
  }

  static Collected extract(
      SourceTree tree, SourceIdentity identity, List<ToolExtractor> extractors) {
    Packages packages = Packages.of(tree);
    SourceCache cache = new SourceCache(tree, MAX_FILE_BYTES, MAX_TREE_BYTES);
    Map<SourcePackage, List<Extracted>> byPackage = read(tree, packages, cache, extractors);
    UnreadLanguages.servers(tree, packages, cache)
        .forEach(
            (owner, unread) ->
                byPackage.computeIfAbsent(owner, key -> new ArrayList<>()).add(unread));
    List<Gap> gaps = new ArrayList<>(tree.gaps());
    gaps.addAll(packages.gaps());
    gaps.addAll(cache.gaps());
    Map<String, List<SourceFile>> documentFiles = documentsByFolder(tree, packages);
    bundles(documentFiles, packages, cache, byPackage.keySet())
        .forEach(bundle -> byPackage.put(bundle, List.of(UNREAD_PROGRAM)));
    Map<SourcePackage, List<DocumentedTools>> documents = new LinkedHashMap<>();
    for (SourcePackage owner : byPackage.keySet()) {
      List<SourceFile> own = documentFiles.getOrDefault(owner.folder(), List.of());
      documents.put(owner, Documents.of(new PackageSources(owner, own, packages, cache)));
    }
    Publications publications = publications(tree, packages, cache);
    return new Collected(
        new ServerAssembly(packages, identity, documents, publications).servers(byPackage),
        gaps,
        Set.of());
  }

  /** What each language reads of each package, side by side. */
  private static Map<SourcePackage, List<Extracted>> read(
      SourceTree tree, Packages packages, SourceCache cache, List<ToolExtractor> extractors) {
    Map<Language, List<SourceFile>> files = sources(tree);
    List<SourcePackage> owners = new ArrayList<>();
    List<Callable<Extracted>> tasks = new ArrayList<>();
    for (ToolExtractor extractor : extractors) {
      Language language = extractor.language();
      byPackage(files.getOrDefault(language, List.of()), packages, ecosystems(language))
          .forEach(
              (owner, own) -> {
                owners.add(owner);
                PackageSources sources = new PackageSources(owner, own, packages, cache);
                tasks.add(() -> extract(extractor, sources));
              });
    }
    List<Extracted> results = Workers.run(tasks);
    Map<SourcePackage, List<Extracted>> byPackage =
        new TreeMap<>(
            Comparator.comparing(SourcePackage::folder)
                .thenComparing(SourcePackage::ecosystem)
                .thenComparing(SourcePackage::name));
    for (int i = 0; i < owners.size(); i++) {
      byPackage.computeIfAbsent(owners.get(i), owner -> new ArrayList<>()).add(results.get(i));
    }
    return byPackage;
  }

  private static Publications publications(SourceTree tree, Packages packages, SourceCache cache) {
    List<SourceFile> files =
        tree.files().stream()
            .filter(Publications::concerns)
            .filter(file -> Publications.isHiddenRecord(file) || !SourceScope.isTest(file.path()))
            .toList();
    return new Publications(packages, cache, files);
  }

  /** The documents of the tree, by the folder of the package that they lie in. */
  private static Map<String, List<SourceFile>> documentsByFolder(
      SourceTree tree, Packages packages) {
    return tree.files().stream()
        .filter(Documents::concerns)
        .filter(
            file ->
                file.path().endsWith(".snap")
                    || Documents.isSpecification(file)
                    || !SourceScope.isTest(file.path()))
        .collect(Collectors.groupingBy(file -> packages.owner(file.path(), Set.of()).folder()));
  }

  /** What only bundles are: folders with a bundle's manifest, and no source that can be read. */
  private static List<SourcePackage> bundles(
      Map<String, List<SourceFile>> documents,
      Packages packages,
      SourceCache cache,
      Set<SourcePackage> read) {
    Set<String> folders = read.stream().map(SourcePackage::folder).collect(Collectors.toSet());
    List<SourcePackage> bundles = new ArrayList<>();
    documents.forEach(
        (folder, files) -> {
          if (!folders.contains(folder)) {
            SourcePackage owner = packages.owner(files.get(0).path(), Set.of());
            boolean bundle =
                Documents.of(new PackageSources(owner, files, packages, cache)).stream()
                    .anyMatch(document -> document.kind() == DocumentedTools.Kind.MANIFEST);
            if (bundle) {
              bundles.add(owner);
            }
          }
        });
    return bundles;
  }

  /** A fault in reading one package must not cost the others: it is said, and reading goes on. */
  private static Extracted extract(ToolExtractor extractor, PackageSources sources) {
    try {
      return extractor.extract(sources);
    } catch (OutOfMemoryError e) {
      return failed(
          sources, Gap.Kind.LIMIT, "the sources of the package need more memory than there is");
    } catch (RuntimeException | StackOverflowError e) {
      return failed(sources, Gap.Kind.MALFORMED, "the sources of the package cannot be read: " + e);
    }
  }

  private static Extracted failed(PackageSources sources, Gap.Kind kind, String reason) {
    Gap gap = new Gap(sources.self().where(), kind, reason);
    return new Extracted(List.of(), List.of(gap), true);
  }

  /**
   * The files that are read for tools, examples last: the first declaration of a tool counts, and
   * that of a server before those of its examples.
   */
  private static Map<Language, List<SourceFile>> sources(SourceTree tree) {
    Map<Language, List<SourceFile>> sources = new EnumMap<>(Language.class);
    Map<Language, List<SourceFile>> examples = new EnumMap<>(Language.class);
    for (SourceFile file : tree.files()) {
      Optional<Language> language = Language.of(file.path());
      if (language.isPresent()
          && !SourceScope.isTest(file.path())
          && !SourceScope.isCopied(file.path(), language.get())) {
        (SourceScope.isExample(file.path()) ? examples : sources)
            .computeIfAbsent(language.get(), key -> new ArrayList<>())
            .add(file);
      }
    }
    examples.forEach(
        (language, files) ->
            sources.computeIfAbsent(language, key -> new ArrayList<>()).addAll(files));
    return sources;
  }

  private static Map<SourcePackage, List<SourceFile>> byPackage(
      List<SourceFile> sources, Packages packages, Set<Ecosystem> ecosystems) {
    Map<SourcePackage, List<SourceFile>> files = new LinkedHashMap<>();
    for (SourceFile file : sources) {
      SourcePackage owner = packages.owner(file.path(), ecosystems);
      files.computeIfAbsent(owner, key -> new ArrayList<>()).add(file);
    }
    return files;
  }

  private static Set<Ecosystem> ecosystems(Language language) {
    return switch (language) {
      case SCRIPT -> Set.of(Ecosystem.NPM);
      case PYTHON -> Set.of(Ecosystem.PYTHON);
      case GO -> Set.of(Ecosystem.GO);
      case JAVA, KOTLIN -> Set.of(Ecosystem.MAVEN, Ecosystem.GRADLE);
      case CSHARP -> Set.of(Ecosystem.DOTNET);
      case RUST -> Set.of(Ecosystem.CARGO);
      case PHP -> Set.of(Ecosystem.COMPOSER);
      case RUBY -> Set.of(Ecosystem.RUBYGEMS);
      case SWIFT -> Set.of(Ecosystem.SWIFT);
    };
  }
}
