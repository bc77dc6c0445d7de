package io.mcpcatalogue.collect.source.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a tar entry by entry, in memory that does not depend on what the archive claims: a name or
 * an extended header longer than any honest one is not read but reported. (The usual library reads
 * both into memory at whatever length they claim.) For one thread.
 */
final class TarReader {
  private static final int BLOCK = 512;

  /** Names of 4 KB are the most that any system has; extended headers hold a few fields. */
  private static final int MAX_EXTENSION = 64 << 10;

  private final InputStream in;
  private long bodyLeft;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** What an entry is. */
  enum Type {
    FILE,
    DIRECTORY,
    LINK,
    DEVICE,
    OTHER
  }

  /**
   * One entry.
   *
   * @param nameKept whether the name is the entry's own; else it was too long to be read
   */
  record Entry(String name, Type type, long size, boolean nameKept) {}

  /** The archive is none, or is damaged. */
  static final class MalformedTarException extends IOException {
    MalformedTarException(String message) {
      super(message);
    }
  }

  /**
   * The next entry, or empty at the end of the archive. What was left of the last one is skipped.
   */
  Optional<Entry> next() throws IOException {
    Extension extension = new Extension("", -1, true);
    while (true) {
      skip(bodyLeft + padding);
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || isZero(header)) {
        return Optional.empty();
      }
      if (header.length < BLOCK) {
        throw new EOFException("the archive ends within an entry");
      }
      checkSum(header);
      long size = number(header, 124, 12);
      char flag = (char) header[156];
      open(size);
      switch (flag) {
        case 'L' -> extension = extension.named(longName(size));
        case 'K', 'g' -> skipBody();
        case 'x' -> extension = extension.merged(paxHeader(size));
        default -> {
          long real = extension.size >= 0 ? extension.size : size;
          open(real);
          return Optional.of(entry(header, flag, real, extension));
        }
      }
    }
  }

  /** The bytes of the current entry, at most so many; the rest is skipped by {@link #next}. */
  byte[] read(int limit) throws IOException {
    int length = (int) Math.min(limit, bodyLeft);
    byte[] bytes = in.readNBytes(length);
    bodyLeft -= bytes.length;
    if (bytes.length < length) {
      throw new EOFException("the archive ends within an entry");
    }
    return bytes;
  }

  private void open(long size) {
    bodyLeft = size;
    padding = (BLOCK - size % BLOCK) % BLOCK;
  }

  private void skipBody() throws IOException {
    skip(bodyLeft + padding);
    bodyLeft = 0;
    padding = 0;
  }

  private void skip(long count) throws IOException {
    in.skipNBytes(count);
    bodyLeft = 0;
    padding = 0;
  }

  private static Entry entry(byte[] header, char flag, long size, Extension extension) {
    Type type =
        switch (flag) {
          case 0, '0', '7' -> Type.FILE;
          case '1', '2' -> Type.LINK;
          case '3', '4', '6' -> Type.DEVICE;
          case '5' -> Type.DIRECTORY;
          default -> Type.OTHER;
        };
    String name = extension.path.isEmpty() ? headerName(header) : extension.path;
    boolean directory = type == Type.FILE && name.endsWith("/");
    return new Entry(name, directory ? Type.DIRECTORY : type, size, extension.kept);
  }

  private static String headerName(byte[] header) {
    String name = text(header, 0, 100);
    boolean ustar = text(header, 257, 5).equals("ustar") && header[262] == 0;
    String prefix = ustar ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private Extension longName(long size) throws IOException {
    if (size > MAX_EXTENSION) {
      return new Extension("", -1, false);
    }
    byte[] bytes = read((int) size);
    return new Extension(text(bytes, 0, bytes.length), -1, true);
  }

  /** Records of the form {@code LENGTH KEY=VALUE\n}; only path and size matter here. */
  private Extension paxHeader(long size) throws IOException {
    if (size > MAX_EXTENSION) {
      return new Extension("", -1, false);
    }
    byte[] bytes = read((int) size);
    String path = "";
    long realSize = -1;
    int at = 0;
    while (at < bytes.length && bytes[at] != 0) {
      int blank = at;
      while (blank < bytes.length && bytes[blank] != ' ') {
        blank++;
      }
      int length = (int) decimal(bytes, at, blank);
      if (length <= blank - at + 1 || at + length > bytes.length) {
        throw new MalformedTarException("an extended header is damaged");
      }
      String record = new String(bytes, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
      if (record.startsWith("path=")) {
        path = record.substring("path=".length());
      } else if (record.startsWith("size=")) {
        byte[] digits = record.substring("size=".length()).getBytes(StandardCharsets.US_ASCII);
        realSize = decimal(digits, 0, digits.length);
      }
      at += length;
    }
    return new Extension(path, realSize, true);
  }

  private static long decimal(byte[] bytes, int from, int to) throws MalformedTarException {
    if (from == to || to - from > 15) {
      throw new MalformedTarException("an extended header is damaged");
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        throw new MalformedTarException("an extended header is damaged");
      }
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  private static void checkSum(byte[] header) throws MalformedTarException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != number(header, 148, 8)) {
      throw new MalformedTarException("no tar, or a damaged one: a header's checksum is wrong");
    }
  }

  /** An octal number, or a binary one when its first bit is set. */
  private static long number(byte[] header, int from, int length) throws MalformedTarException {
    long value = 0;
    if ((header[from] & 0x80) != 0) {
      for (int i = from + length - 8; i < from + length; i++) {
        value = value << 8 | header[i] & 0xff;
      }
    } else {
      for (int i = from; i < from + length; i++) {
        if (header[i] >= '0' && header[i] <= '7') {
          value = value * 8 + header[i] - '0';
        } else if (header[i] != ' ' && header[i] != 0) {
          throw new MalformedTarException("no tar, or a damaged one: a number is none");
        }
      }
    }
    if (value < 0 || value > Long.MAX_VALUE - 2 * BLOCK) {
      throw new MalformedTarException("an entry claims an impossible size");
    }
    return value;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static boolean isZero(byte[] header) {
    return Arrays.equals(header, new byte[BLOCK]);
  }

  /** What came before an entry to complete its header. */
  private record Extension(String path, long size, boolean kept) {
    Extension named(Extension name) {
      return new Extension(name.path, size, kept && name.kept);
    }

    Extension merged(Extension pax) {
      return new Extension(
          pax.path.isEmpty() ? path : pax.path, pax.size >= 0 ? pax.size : size, kept && pax.kept);
    }
  }
}
