package io.mcpcatalogue.collect.extract.tree;

import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The files below a directory. Symbolic links are not followed: they may lead outside or in
 * circles. Immutable view.
 */
public final class DirectoryTree implements SourceTree {
  private static final int MAX_FILES = 200_000;

  private final Path root;
  private final List<SourceFile> files;
  private final List<Gap> gaps;

  private DirectoryTree(Path root, List<SourceFile> files, List<Gap> gaps) {
    this.root = root;
    this.files = files;
    this.gaps = gaps;
  }

  /**
   * Lists the files below the root.
   *
   * @throws IOException when the root itself cannot be listed
   */
  public static DirectoryTree of(Path root) throws IOException {
    return of(root, MAX_FILES);
  }

  static DirectoryTree of(Path root, int maxFiles) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Deque<Path> folders = new ArrayDeque<>();
    folders.add(root);
    while (!folders.isEmpty()) {
      Path folder = folders.pop();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          visit(root, entry, folders, files);
        }
      } catch (IOException e) {
        if (folder.equals(root)) {
          throw e;
        }
        gaps.add(new Gap(relative(root, folder), Gap.Kind.UNREACHABLE, reason(e)));
      }
      if (files.size() > maxFiles) {
        gaps.add(
            new Gap(
                root.toString(), Gap.Kind.LIMIT, "more than " + maxFiles + " files; not all read"));
        break;
      }
    }
    Collections.sort(files);
    return new DirectoryTree(root, List.copyOf(files), List.copyOf(gaps));
  }

  private static void visit(Path root, Path entry, Deque<Path> folders, List<SourceFile> files)
      throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory()) {
      if (!IgnoredFolders.ignores(entry.getFileName().toString())) {
        folders.push(entry);
      }
    } else if (attributes.isRegularFile()) {
      files.add(new SourceFile(relative(root, entry), attributes.size()));
    }
  }

  private static String relative(Path root, Path entry) {
    return root.relativize(entry).toString().replace('\\', '/');
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException fault && fault.getReason() != null
        ? "the folder cannot be listed: " + fault.getReason()
        : "the folder cannot be listed";
  }

  @Override
  public String name() {
    return root.toString();
  }

  @Override
  public List<SourceFile> files() {
    return files;
  }

  @Override
  public List<Gap> gaps() {
    return gaps;
  }

  @Override
  public byte[] read(SourceFile file, int limit) throws IOException {
    // A file that became a symbolic link since the listing is not followed either.
    try (InputStream in =
        Files.newInputStream(root.resolve(file.path()), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit);
    }
  }
}
