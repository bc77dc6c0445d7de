package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the documents of a package that name its tools. Stateless. */
public final class Documents {
  private static final int MAX_DOCUMENTS = 500;
  private static final long MAX_BYTES = 8L << 20;

  private Documents() {}

  /** What the documents of the package say, in the order of their paths. */
  public static List<DocumentedTools> of(PackageSources sources) {
    List<DocumentedTools> found = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (found.size() < MAX_DOCUMENTS && file.size() <= MAX_BYTES) {
        read(sources, file, found);
      }
    }
    return found;
  }

  private static void read(PackageSources sources, SourceFile file, List<DocumentedTools> found) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.equals("manifest.json")) {
      sources
          .text(file.path())
          .flatMap(text -> JsonTools.manifest(file, text))
          .ifPresent(found::add);
    } else if (OpenApiTools.concerns(name)) {
      OpenApiTools.read(sources, file).ifPresent(found::add);
    } else if (isSnapshot(name)) {
      sources
          .text(file.path())
          .flatMap(text -> JsonTools.snapshot(file, text))
          .ifPresent(found::add);
    } else if (name.equals("readme.md") && file.folder().equals(sources.self().folder())) {
      sources.text(file.path()).map(text -> ReadmeTools.read(file, text)).ifPresent(found::add);
    }
  }

  /** Whether a file of this name may hold what a server listed once. */
  private static boolean isSnapshot(String name) {
    return name.endsWith(".snap")
        || name.endsWith(".json") && name.contains("tool") && !name.contains("schema");
  }

  /** Whether a file of this name may describe an interface that tools are made of. */
  public static boolean isSpecification(SourceFile file) {
    return OpenApiTools.concerns(file.name().toLowerCase(Locale.ROOT));
  }

  /** Whether a file of this name is looked at. */
  public static boolean concerns(SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.equals("manifest.json")
        || name.equals("readme.md")
        || isSnapshot(name)
        || isSpecification(file);
  }
}
