package io.mcpcatalogue.collect.extract.tree;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
    PassedOver passedOver = new PassedOver(root);
    Deque<Path> folders = new ArrayDeque<>();
    folders.add(root);
    while (!folders.isEmpty()) {
      Path folder = folders.pop();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          visit(root, entry, folders, files, passedOver);
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
    gaps.addAll(passedOver.gaps());
    return new DirectoryTree(root, List.copyOf(files), List.copyOf(gaps));
  }

  private static void visit(
      Path root, Path entry, Deque<Path> folders, List<SourceFile> files, PassedOver passedOver)
      throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory()) {
      if (!IgnoredFolders.ignores(entry.getFileName().toString())) {
        folders.push(entry);
      }
    } else if (attributes.isRegularFile()) {
      files.add(new SourceFile(relative(root, entry), attributes.size()));
    } else {
      passedOver.add(entry, attributes.isSymbolicLink());
    }
  }

  /** Counts what is neither file nor folder, so that it is said once. For one thread. */
  private static final class PassedOver {
    private final Path root;
    private int links;
    private int others;
    private String firstLink = "";
    private String firstOther = "";

    PassedOver(Path root) {
      this.root = root;
    }

    void add(Path entry, boolean isLink) throws IOException {
      String path = relative(root, entry);
      if (!isLink) {
        others++;
        firstOther = first(firstOther, path);
      } else if (mayHoldSources(entry) && leadsOutside(entry)) {
        links++;
        firstLink = first(firstLink, path);
      }
    }

    private static boolean mayHoldSources(Path link) {
      return Language.of(link.toString()).isPresent() || Files.isDirectory(link);
    }

    /** What a link within the tree leads to is read where it lies. */
    private boolean leadsOutside(Path link) throws IOException {
      Path target = link.resolveSibling(Files.readSymbolicLink(link));
      return !target.toAbsolutePath().normalize().startsWith(root.toAbsolutePath().normalize());
    }

    /** The order in which a folder is listed depends on the system. */
    private static String first(String known, String path) {
      return known.isEmpty() || path.compareTo(known) < 0 ? path : known;
    }

    List<Gap> gaps() {
      List<Gap> gaps = new ArrayList<>();
      if (links > 0) {
        gaps.add(gap(firstLink, links, "symbolic link", "out of the tree is not followed"));
      }
      if (others > 0) {
        gaps.add(gap(firstOther, others, "entry", "is neither a file nor a folder"));
      }
      return gaps;
    }

    private static Gap gap(String where, int count, String thing, String what) {
      return Gap.firstOf(count, where, Gap.Kind.UNREACHABLE, "the " + thing + " " + what);
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
    } catch (InvalidPathException e) {
      throw new IOException("the name is no text in the encoding of the system", e);
    }
  }
}
