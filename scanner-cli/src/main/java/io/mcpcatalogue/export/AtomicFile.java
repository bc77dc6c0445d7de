package io.mcpcatalogue.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Writes files as a whole or not at all; folders on their way are made. */
public final class AtomicFile {
  /** What every SQLite file begins with. */
  private static final byte[] DATABASE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private AtomicFile() {}

  /**
   * Writes the content of a file.
   *
   * @param <E> what else than writing may fail
   */
  @FunctionalInterface
  public interface Content<E extends Exception> {
    void writeTo(Appendable out) throws IOException, E;
  }

  /**
   * Writes a file that the user named: links are followed, and what is no file, such as a pipe or
   * {@code /dev/null}, is written to as it is.
   */
  public static <E extends Exception> void write(Path file, Content<E> content)
      throws IOException, E {
    if (!Files.exists(file)) {
      replace(file, content);
      return;
    }
    Path real = file.toRealPath();
    if (isDatabase(real)) {
      throw new IOException("it is a database; name another file, or remove it first");
    }
    if (Files.isRegularFile(real) || Files.isDirectory(real)) {
      replace(real, content);
      return;
    }
    try (BufferedWriter out =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE)) {
      content.writeTo(out);
    }
  }

  /** Writes a file whose name the program chose: a link in its place is replaced, not followed. */
  public static <E extends Exception> void replace(Path file, Content<E> content)
      throws IOException, E {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is a directory");
    }
    makeFolderOf(file);
    Path unfinished = file.resolveSibling(unfinishedName());
    try {
      try (BufferedWriter out =
          Files.newBufferedWriter(
              unfinished,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** A catalogue holds what nobody can scan again: its past. */
  private static boolean isDatabase(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(DATABASE.length), DATABASE);
    }
  }

  /** Makes the folder that a file is to stand in, if it is not there. */
  public static void makeFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // A link to a folder is one.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /** Why a file cannot be written, by its own name and not by that of the unfinished one. */
  public static String describe(Object file, IOException cause) {
    return file + ": cannot be written: " + reason(cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (cause instanceof FileAlreadyExistsException inTheWay) {
      return inTheWay.getFile() + " is no folder";
    }
    return cause instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : cause.getMessage();
  }

  private static String unfinishedName() {
    return ".mcp-catalogue-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
        + ".tmp";
  }
}
