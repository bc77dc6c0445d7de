package io.mcpcatalogue.collect.source.archive;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.model.Gap;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads an archive into memory, whatever its name says it is: tar, tar.gz, or zip (wheels, MCPB and
 * DXT bundles are zips). Immutable.
 */
public final class ArchiveReader {
  private final ArchiveLimits limits;

  public ArchiveReader(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * The files of the archive that are worth reading. Everything that was refused, too large or
   * damaged is a gap of the tree.
   *
   * @param name what the archive is called in gaps
   * @throws CollectException when it is no archive, or nothing of it can be read
   */
  public MemoryTree read(Path file, String name) throws CollectException {
    ArchiveContents contents = new ArchiveContents(name, limits);
    try {
      readInto(file, contents);
    } catch (NoSuchFileException e) {
      throw new CollectException(Gap.Kind.NOT_FOUND, name + ": no such file", e);
    } catch (IOException e) {
      if (contents.entries() == 0) {
        throw new CollectException(
            Gap.Kind.MALFORMED, name + ": no readable archive: " + reason(e), e);
      }
      contents.damaged(reason(e));
    }
    return contents.tree();
  }

  private void readInto(Path file, ArchiveContents contents) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    if (start.length == 0) {
      throw new ZipException("it is empty");
    }
    if (start.length >= 4 && start[0] == 'P' && start[1] == 'K') {
      new ZipSource(limits).readInto(file, contents);
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      boolean gzip = start.length > 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
      InputStream plain =
          gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
      readTar(new BoundedStream(plain, limits.maxUnpackedBytes()), contents);
    }
  }

  private void readTar(BoundedStream in, ArchiveContents contents) throws IOException {
    TarReader tar = new TarReader(in);
    try {
      for (Optional<TarReader.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
        if (!contents.countEntry()) {
          return;
        }
        readEntry(tar, entry.get(), contents);
      }
    } catch (BoundedStream.EndReachedException e) {
      contents.endGap(
          "unpacks to more than " + limits.maxUnpackedBytes() + " bytes; the rest was not read");
    }
  }

  private void readEntry(TarReader tar, TarReader.Entry entry, ArchiveContents contents)
      throws IOException {
    if (!entry.nameKept()) {
      contents.refuse(entry.name(), "a name that is too long");
      return;
    }
    if (entry.type() == TarReader.Type.DIRECTORY) {
      return;
    }
    EntryPath path = EntryPath.of(entry.name());
    if (path.path().isEmpty()) {
      contents.refuse(entry.name(), path.fault());
    } else if (entry.type() != TarReader.Type.FILE) {
      contents.refuse(
          entry.name(), entry.type() == TarReader.Type.LINK ? "a link" : "no regular file");
    } else if (contents.wants(path.path().get(), entry.size())) {
      contents.keep(path.path().get(), tar.read((int) entry.size()));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    boolean ours = e instanceof TarReader.MalformedTarException || e instanceof ZipException;
    return ours && e.getMessage() != null ? e.getMessage() : "it is damaged";
  }
}
