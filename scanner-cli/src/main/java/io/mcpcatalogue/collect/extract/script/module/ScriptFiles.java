package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which files of a package are read: sources where there are both sources and their builds. */
public final class ScriptFiles {
  private static final Set<String> BUILD_FOLDERS =
      Set.of("dist", "build", "out", "lib", "esm", "cjs", "bundle", "output", ".output", "_esm");

  private ScriptFiles() {}

  public static List<SourceFile> worthReading(PackageSources sources) {
    List<SourceFile> written = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (!isBuilt(sources, file)) {
        written.add(file);
      }
    }
    boolean whole = written.stream().anyMatch(file -> declares(sources, file));
    return whole ? written : sources.files();
  }

  private static boolean isBuilt(PackageSources sources, SourceFile file) {
    String folder = sources.self().folder();
    String inside = folder.isEmpty() ? file.path() : file.path().substring(folder.length() + 1);
    int slash = inside.indexOf('/');
    boolean script = !inside.endsWith("ts") && !inside.endsWith("tsx");
    return slash > 0 && script && BUILD_FOLDERS.contains(inside.substring(0, slash));
  }

  private static boolean declares(PackageSources sources, SourceFile file) {
    return sources
        .text(file.path())
        .filter(
            text ->
                text.contains("Tool") || text.contains(".tool(") || text.contains("inputSchema"))
        .isPresent();
  }

  /** The modules of the files, and those of other packages that they import over any steps. */
  public static List<ScriptModule> load(Modules modules, List<SourceFile> files) {
    for (SourceFile file : files) {
      modules.at(file.path());
    }
    int done = 0;
    List<ScriptModule> all = modules.loaded();
    while (done < all.size()) {
      for (ScriptModule module : all.subList(done, all.size())) {
        module.imports().forEach(each -> modules.resolve(each.path().get(0), module));
        module.starExports().forEach(source -> modules.resolve(source, module));
        module
            .exports()
            .values()
            .forEach(
                export -> {
                  if (!export.module().isEmpty()) {
                    modules.resolve(export.module(), module);
                  }
                });
      }
      done = all.size();
      all = modules.loaded();
    }
    return all;
  }
}
