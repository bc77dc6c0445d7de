package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps downloaded packages by their checksums, in a directory of the user alone. What lies there
 * is checked each time it is read. Immutable.
 */
public final class PackageCache {
  private static final String VARIABLE = "MCP_CATALOGUE_CACHE";

  private final Optional<Path> directory;

  private PackageCache(Optional<Path> directory) {
    this.directory = directory;
  }

  public static PackageCache in(Path directory) {
    return new PackageCache(Optional.of(directory));
  }

  /** Keeps nothing. */
  public static PackageCache none() {
    return new PackageCache(Optional.empty());
  }

  /** The user's cache: {@code MCP_CATALOGUE_CACHE} names it, or says {@code off}. */
  public static PackageCache of(Map<String, String> environment, Path home) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (named.equals("off")) {
      return none();
    }
    if (!named.isBlank()) {
      return in(Path.of(named));
    }
    return in(base(environment, home).resolve("mcp-catalogue"));
  }

  private static Path base(Map<String, String> environment, Path home) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win") && environment.containsKey("LOCALAPPDATA")) {
      return Path.of(environment.get("LOCALAPPDATA"));
    }
    if (system.contains("mac")) {
      return home.resolve("Library/Caches");
    }
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    return named.isBlank() ? home.resolve(".cache") : Path.of(named);
  }

  /** Fetches a file to a place. */
  interface Download {
    void to(Path file) throws CollectException;
  }

  /** Uses a file. */
  interface Use<T> {
    T with(Path file) throws CollectException;
  }

  /**
   * Gives the file of this checksum to the user, downloaded unless it lies here already. Without a
   * checksum the file is used once and not kept.
   */
  <T> T use(Optional<Integrity> integrity, String what, Download download, Use<T> use)
      throws CollectException {
    Optional<Path> kept = integrity.flatMap(hash -> place(hash));
    if (kept.isPresent() && isGood(kept.get(), integrity.get())) {
      return use.with(kept.get());
    }
    Path temporary = temporary(kept);
    try {
      download.to(temporary);
      if (integrity.isPresent()) {
        integrity.get().check(temporary, what);
      }
      if (kept.isPresent()) {
        Files.move(temporary, kept.get(), StandardCopyOption.REPLACE_EXISTING);
        return use.with(kept.get());
      }
      return use.with(temporary);
    } catch (IOException e) {
      throw new CollectException(
          Gap.Kind.UNREACHABLE, what + ": cannot be kept in " + directory.orElse(temporary), e);
    } finally {
      delete(temporary);
    }
  }

  private Optional<Path> place(Integrity integrity) {
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    Path packages = directory.get().resolve("packages");
    try {
      Files.createDirectories(packages);
      if (packages.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(packages, PosixFilePermissions.fromString("rwx------"));
      }
      return Optional.of(packages.resolve(integrity.fileName()));
    } catch (IOException e) {
      // A cache that cannot be written, in a read-only container say, only costs time.
      return Optional.empty();
    }
  }

  private static boolean isGood(Path file, Integrity integrity) {
    try {
      return Files.isRegularFile(file) && integrity.matches(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path temporary(Optional<Path> kept) throws CollectException {
    try {
      return kept.isPresent()
          ? Files.createTempFile(kept.get().getParent(), "download-", ".part")
          : Files.createTempFile("mcp-catalogue-", ".part");
    } catch (IOException e) {
      throw new CollectException(Gap.Kind.UNREACHABLE, "no temporary file can be written", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It lies in a directory for such files; leaving it harms nobody.
      file.toFile().deleteOnExit();
    }
  }
}
