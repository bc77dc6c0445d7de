package io.mcpcatalogue.collect.source.archive;

import io.mcpcatalogue.model.Gap;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads a zip by its central directory, entry by entry, in memory that does not depend on how many
 * entries it claims. (The usual libraries hold the whole directory in memory.) Immutable.
 */
final class ZipSource {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int MAX_COMMENT = 0xffff;
  private static final long BEYOND_32_BITS = 0xffffffffL;
  private static final int UNIX = 3;
  private static final int FILE_TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int SYMBOLIC_LINK = 0120000;

  private final ArchiveLimits limits;

  ZipSource(ArchiveLimits limits) {
    this.limits = limits;
  }

  /** An entry as the central directory describes it. */
  private record Entry(String name, int flags, int method, long size, long offset, int unixMode) {}

  void readInto(Path file, ArchiveContents contents) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long directory = directoryOffset(channel);
      InputStream in =
          new BufferedInputStream(Channels.newInputStream(new Window(channel, directory)), 1 << 16);
      for (byte[] header = in.readNBytes(ENTRY_LENGTH);
          header.length == ENTRY_LENGTH && little(header).getInt(0) == ENTRY_SIGNATURE;
          header = in.readNBytes(ENTRY_LENGTH)) {
        Entry entry = entry(little(header), in);
        if (!contents.countEntry()) {
          return;
        }
        readEntry(channel, entry, contents);
      }
    }
  }

  private static long directoryOffset(FileChannel channel) throws IOException {
    long size = channel.size();
    int length = (int) Math.min(size, END_LENGTH + MAX_COMMENT);
    ByteBuffer tail = read(channel, size - length, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE
          && at + END_LENGTH + (tail.getShort(at + 20) & 0xffff) <= length) {
        long offset = tail.getInt(at + 16) & BEYOND_32_BITS;
        if (offset == BEYOND_32_BITS || offset > size) {
          throw new ZipException("its directory lies beyond 4 GB or beyond its end");
        }
        return offset;
      }
    }
    throw new ZipException("no zip, or one that ends too early");
  }

  private static Entry entry(ByteBuffer header, InputStream in) throws IOException {
    int nameLength = header.getShort(28) & 0xffff;
    byte[] name = in.readNBytes(nameLength);
    if (name.length < nameLength) {
      throw new EOFException("the directory ends within an entry");
    }
    in.skipNBytes((header.getShort(30) & 0xffff) + (header.getShort(32) & 0xffff));
    boolean unix = header.get(5) == UNIX;
    return new Entry(
        new String(name, StandardCharsets.UTF_8),
        header.getShort(8),
        header.getShort(10) & 0xffff,
        header.getInt(24) & BEYOND_32_BITS,
        header.getInt(42) & BEYOND_32_BITS,
        unix ? header.getInt(38) >>> 16 : 0);
  }

  private void readEntry(FileChannel channel, Entry entry, ArchiveContents contents) {
    if (entry.name.endsWith("/")) {
      return;
    }
    EntryPath path = EntryPath.of(entry.name);
    int type = entry.unixMode & FILE_TYPE;
    if (path.path().isEmpty()) {
      contents.refuse(entry.name, path.fault());
    } else if (type != 0 && type != REGULAR) {
      contents.refuse(entry.name, type == SYMBOLIC_LINK ? "a link" : "no regular file");
    } else if ((entry.flags & 1) != 0) {
      contents.refuse(entry.name, "encrypted");
    } else if (entry.method != 0 && entry.method != 8) {
      contents.refuse(entry.name, "packed by method " + entry.method);
    } else if (contents.wants(path.path().get(), entry.size)) {
      unpack(channel, entry, path.path().get(), contents);
    }
  }

  /** What does not unpack as the directory says is not to be trusted in any part. */
  private void unpack(FileChannel channel, Entry entry, String path, ArchiveContents contents) {
    try {
      ByteBuffer local = read(channel, entry.offset, LOCAL_LENGTH);
      if (local.getInt(0) != LOCAL_SIGNATURE) {
        throw new ZipException("no entry at its place");
      }
      long start =
          entry.offset
              + LOCAL_LENGTH
              + (local.getShort(26) & 0xffff)
              + (local.getShort(28) & 0xffff);
      InputStream packed = Channels.newInputStream(new Window(channel, start));
      int most = Math.min(limits.maxEntryBytes(), (int) entry.size) + 1;
      byte[] bytes =
          entry.method == 0 ? packed.readNBytes((int) entry.size) : inflate(packed, most);
      if (bytes.length != entry.size) {
        throw new ZipException("its size is not the one that is claimed");
      }
      contents.keep(path, bytes);
    } catch (IOException e) {
      boolean ours = e instanceof ZipException && e.getMessage() != null;
      contents.gap(path, Gap.Kind.MALFORMED, ours ? e.getMessage() : "cannot be unpacked");
    }
  }

  private static byte[] inflate(InputStream packed, int most) throws IOException {
    Inflater inflater = new Inflater(true);
    try (InputStream in = new InflaterInputStream(packed, inflater, 1 << 13)) {
      return in.readNBytes(most);
    } finally {
      inflater.end();
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("beyond the end");
      }
    }
    return buffer.flip();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A channel read from a place on, without moving the channel's own position. */
  private static final class Window implements ReadableByteChannel {
    private final FileChannel channel;
    private long position;

    Window(FileChannel channel, long position) {
      this.channel = channel;
      this.position = position;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      int count = channel.read(buffer, position);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() {
      // The file is closed by the one who opened it.
    }
  }
}
