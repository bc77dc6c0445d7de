package io.mcpcatalogue.collect.extract.tree;

import java.util.Set;

/** Folders that hold no sources of the project itself: installed dependencies, caches, history. */
public final class IgnoredFolders {
  private static final Set<String> NAMES =
      Set.of(
          ".git",
          ".gradle",
          ".hg",
          ".idea",
          ".mypy_cache",
          ".next",
          ".nuxt",
          ".pytest_cache",
          ".ruff_cache",
          ".svn",
          ".terraform",
          ".tox",
          ".turbo",
          ".venv",
          ".yarn",
          "__pycache__",
          "bower_components",
          "node_modules",
          "site-packages",
          "venv");

  private IgnoredFolders() {}

  /** Whether a folder of this name is passed over. */
  public static boolean ignores(String folderName) {
    return NAMES.contains(folderName);
  }

  /** Whether the path lies in such a folder. */
  public static boolean hides(String path) {
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      if (NAMES.contains(path.substring(from, slash))) {
        return true;
      }
      from = slash + 1;
    }
    return false;
  }
}
