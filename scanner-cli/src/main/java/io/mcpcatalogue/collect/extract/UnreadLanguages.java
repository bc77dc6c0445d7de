package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.extract.packages.Packages;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.OwnProtocol;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.SourceCache;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.Gap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds servers that are written in languages that are not read: silence would pass for none. */
final class UnreadLanguages {
  private static final Set<String> ENDINGS =
      Set.of(
          "c", "cc", "clj", "cljs", "cpp", "cr", "cxx", "dart", "erl", "ex", "exs", "fs", "gd",
          "groovy", "h", "hpp", "hs", "jl", "lisp", "lua", "m", "ml", "mm", "nim", "pas", "pl",
          "pm", "r", "scala", "vb", "zig");

  private UnreadLanguages() {}

  /** The servers, each with a gap. */
  static Map<SourcePackage, Extracted> servers(
      SourceTree tree, Packages packages, SourceCache cache) {
    Map<SourcePackage, List<SourceFile>> files =
        tree.files().stream()
            .filter(file -> ENDINGS.contains(ending(file)) && !SourceScope.isTest(file.path()))
            .collect(
                Collectors.groupingBy(
                    file -> packages.owner(file.path(), Set.of()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<SourcePackage, Extracted> servers = new LinkedHashMap<>();
    files.forEach(
        (owner, own) -> {
          PackageSources sources = new PackageSources(owner, own, packages, cache);
          if (OwnProtocol.isAnswered(sources)) {
            servers.put(owner, unread(sources));
          }
        });
    return servers;
  }

  private static Extracted unread(PackageSources sources) {
    String where =
        sources.files().stream()
            .filter(file -> OwnProtocol.mentionsList(sources, file))
            .map(SourceFile::path)
            .findFirst()
            .orElseThrow();
    return new Extracted(
        List.of(),
        List.of(
            new Gap(
                where,
                Gap.Kind.UNSUPPORTED,
                "a server answers here, in a language that is not read")),
        true);
  }

  private static String ending(SourceFile file) {
    return file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
