package io.mcpcatalogue.collect.live.launch;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The home and the working directory of what is run: the user's own for a command that he typed,
 * empty ones for what a package or a configuration names. For one run.
 */
public final class Surroundings implements AutoCloseable {
  /** Where package launchers keep what they fetched, in the home unless a variable says else. */
  private static final Map<String, String> CACHES =
      Map.of(
          "NPM_CONFIG_CACHE", ".npm",
          "NPM_CONFIG_USERCONFIG", ".npmrc",
          "UV_CACHE_DIR", ".cache/uv",
          "UV_TOOL_DIR", ".local/share/uv/tools",
          "UV_PYTHON_INSTALL_DIR", ".local/share/uv/python",
          "PIPX_HOME", ".local/share/pipx",
          "PYENV_ROOT", ".pyenv",
          "DENO_DIR", ".cache/deno",
          "BUN_INSTALL", ".bun",
          "DOCKER_CONFIG", ".docker");

  private final Optional<Path> root;
  private final Path directory;

  private Surroundings(Optional<Path> root, Path directory) {
    this.root = root;
    this.directory = directory;
  }

  public static Surroundings usersOwn() {
    return new Surroundings(Optional.empty(), Path.of("").toAbsolutePath());
  }

  /** An empty home; relative names in a command still mean what they mean to the user. */
  public static Surroundings emptyHome() throws CollectException {
    return new Surroundings(Optional.of(newRoot()), Path.of("").toAbsolutePath());
  }

  public static Surroundings empty() throws CollectException {
    Path root = newRoot();
    return new Surroundings(Optional.of(root), root.resolve("work"));
  }

  private static Path newRoot() throws CollectException {
    try {
      Path root = Files.createTempDirectory("mcp-catalogue-run-");
      Files.createDirectory(root.resolve("home"));
      Files.createDirectory(root.resolve("work"));
      return root;
    } catch (IOException e) {
      throw new CollectException(
          Gap.Kind.START_FAILED, "no empty home can be made: " + e.getMessage(), e);
    }
  }

  Path directory() {
    return directory;
  }

  /** The variables as they are here: launchers still find their caches, all else a bare home. */
  Map<String, String> environment(Map<String, String> clean) {
    Map<String, String> here = new TreeMap<>(clean);
    if (root.isEmpty()) {
      return here;
    }
    String home = clean.getOrDefault("HOME", clean.getOrDefault("USERPROFILE", ""));
    if (!home.isEmpty()) {
      CACHES.forEach(
          (name, place) -> {
            Path path = Path.of(home, place);
            if (Files.exists(path) && !isSet(here, name)) {
              here.put(name, path.toString());
            }
          });
    }
    here.keySet().removeIf(name -> name.startsWith("XDG_"));
    String bare = root.get().resolve("home").toString();
    here.put("HOME", bare);
    here.replace("USERPROFILE", bare);
    here.replace("APPDATA", bare);
    return here;
  }

  /** Some of these variables are read in either case. */
  private static boolean isSet(Map<String, String> environment, String name) {
    return environment.keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  /**
   * Removes the empty home with what was left in it; what resists stays in the temporary folder.
   */
  @Override
  public void close() {
    if (root.isEmpty()) {
      return;
    }
    try {
      Files.walkFileTree(root.get(), new Remover());
    } catch (IOException e) {
      // Its owner took away the right to remove it; the system empties the folder some day.
      return;
    }
  }

  /** Removes files, then their folders, and follows no link. */
  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
