package io.mcpcatalogue.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Writes files as a whole or not at all. */
public final class AtomicFile {
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

  private static String unfinishedName() {
    return ".mcp-catalogue-"
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
        + ".tmp";
  }
}
