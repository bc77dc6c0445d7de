package io.mcpcatalogue.collect.source.archive;

import io.mcpcatalogue.collect.extract.tree.IgnoredFolders;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers what is kept of an archive, and what is not. For one thread. */
final class ArchiveContents {
  /** A hostile archive must not turn into a million gaps. */
  private static final int MAX_GAPS = 50;

  private static final int MAX_QUOTE = 120;

  private final String name;
  private final ArchiveLimits limits;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private final List<Gap> gaps = new ArrayList<>();
  private int gapsLeftOut;
  private int entries;
  private long kept;
  private long unpacked;

  ArchiveContents(String name, ArchiveLimits limits) {
    this.name = name;
    this.limits = limits;
  }

  /** Counts an entry; false once there are too many to go on. */
  boolean countEntry() {
    if (++entries <= limits.maxEntries()) {
      return true;
    }
    endGap("more than " + limits.maxEntries() + " entries; the rest was not read");
    return false;
  }

  int entries() {
    return entries;
  }

  /** Whether the file at a checked path is worth its bytes. */
  boolean wants(String path, long size) {
    if (IgnoredFolders.hides(path) || EntryPath.isBinary(path)) {
      return false;
    }
    if (size > limits.maxEntryBytes()) {
      gap(path, Gap.Kind.LIMIT, "larger than " + limits.maxEntryBytes() + " bytes; not read");
      return false;
    }
    unpacked += size;
    if (unpacked > limits.maxUnpackedBytes() || kept + size > limits.maxKeptBytes()) {
      gap(
          path,
          Gap.Kind.LIMIT,
          "the archive's texts exceed " + limits.maxKeptBytes() + " bytes; not read");
      return false;
    }
    return true;
  }

  /** Keeps a file. Of two with one path the later is kept, as an unpacking program would. */
  void keep(String path, byte[] bytes) {
    byte[] before = files.put(path, bytes);
    kept += bytes.length - (before == null ? 0 : before.length);
    if (before != null) {
      if (!repeated.add(path)) {
        return;
      }
      gap(path, Gap.Kind.DUPLICATE, "stands in the archive twice; the later one was read");
      return;
    }
    String other = spellings.put(path.toLowerCase(Locale.ROOT), path);
    if (other != null) {
      gap(path, Gap.Kind.DUPLICATE, "differs from " + other + " only in upper and lower case");
    }
  }

  void refuse(String written, String why) {
    gap(written, Gap.Kind.UNSUPPORTED, "refused: " + why);
  }

  void gap(String path, Gap.Kind kind, String reason) {
    if (gaps.size() < MAX_GAPS) {
      gaps.add(new Gap(name + ": " + SafeText.line(path, MAX_QUOTE), kind, reason));
    } else {
      gapsLeftOut++;
    }
  }

  /** A gap of the archive as a whole: never one too many. */
  void endGap(String reason) {
    gaps.add(new Gap(name, Gap.Kind.LIMIT, reason));
  }

  void damaged(String reason) {
    gaps.add(new Gap(name, Gap.Kind.MALFORMED, reason + "; what came before was read"));
  }

  /** The tree; a single folder around everything, as most archives have, is taken off. */
  MemoryTree tree() {
    List<Gap> all = new ArrayList<>(gaps);
    if (gapsLeftOut > 0) {
      all.add(new Gap(name, Gap.Kind.LIMIT, gapsLeftOut + " more files were refused or not read"));
    }
    String root = commonRoot();
    Map<String, byte[]> shortened = new TreeMap<>();
    files.forEach((path, bytes) -> shortened.put(path.substring(root.length()), bytes));
    return new MemoryTree(name, shortened, all);
  }

  private String commonRoot() {
    String root = null;
    for (String path : files.keySet()) {
      int slash = path.indexOf('/');
      String first = slash < 0 ? "" : path.substring(0, slash + 1);
      if (root == null) {
        root = first;
      } else if (!root.equals(first)) {
        return "";
      }
    }
    return root == null ? "" : root;
  }
}
