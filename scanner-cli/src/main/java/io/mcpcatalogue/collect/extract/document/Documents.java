package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the documents of a package that name its tools. Stateless. */
public final class Documents {
  private static final int MAX_DOCUMENTS = 2_000;
  private static final long MAX_BYTES = 8L << 20;
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?i)(?:server|server-card|mcp(?:[-_.]\\w+)*)\\.json");

  private Documents() {}

  /** What the documents of the package say, in the order of their paths. */
  public static List<DocumentedTools> of(PackageSources sources) {
    List<DocumentedTools> found = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (found.size() < MAX_DOCUMENTS && file.size() <= MAX_BYTES) {
        read(sources, file).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<DocumentedTools> read(PackageSources sources, SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.equals("manifest.json")) {
      return sources.text(file.path()).flatMap(text -> JsonTools.manifest(file, text));
    }
    if (OpenApiTools.concerns(name)) {
      return OpenApiTools.read(sources, file);
    }
    if (isSnapshot(file)) {
      return sources.text(file.path()).flatMap(text -> JsonTools.snapshot(file, text));
    }
    if (isDescription(file) && isBeside(sources, file)) {
      return sources.text(file.path()).flatMap(text -> JsonTools.description(file, text));
    }
    return name.equals("readme.md") && isBeside(sources, file)
        ? sources.text(file.path()).map(text -> ReadmeTools.read(file, text))
        : Optional.empty();
  }

  /** Whether the file lies in the package's own folder. */
  private static boolean isBeside(PackageSources sources, SourceFile file) {
    return file.folder().equals(sources.self().folder());
  }

  /** Whether a file of this name may describe a server to catalogues. */
  private static boolean isDescription(SourceFile file) {
    return DESCRIPTION.matcher(file.name()).matches();
  }

  /** Whether a file of this name may hold what a server listed once. */
  private static boolean isSnapshot(SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean isOfTools = name.contains("tool") || isAmongTools(file);
    return name.endsWith(".snap")
        || name.endsWith(".json") && isOfTools && !name.contains("schema");
  }

  /** {@code config/tools/make_note.json}: one file a tool. */
  private static boolean isAmongTools(SourceFile file) {
    String folder = file.folder();
    return folder.substring(folder.lastIndexOf('/') + 1).equals("tools");
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
        || isDescription(file)
        || isSnapshot(file)
        || isSpecification(file);
  }
}
