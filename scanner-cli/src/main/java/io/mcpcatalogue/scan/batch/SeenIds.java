package io.mcpcatalogue.scan.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers which ids an index has named, in eight bytes each: a million servers take 16 MB. The
 * digest is one that nobody can steer, so that no server can pass itself off as the double of
 * another. For one thread.
 */
final class SeenIds {
  private final MessageDigest sha256;

  /**
   * Each as large as those before it together. Nothing is moved when there is need for more: what
   * is thrown away at this age stays in memory until the end.
   */
  private final List<long[]> tables = new ArrayList<>(List.of(new long[1 << 12]));

  /** In the last table. */
  private int count;

  SeenIds() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds an id; false when it was there. */
  boolean add(String id) {
    long hash = ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
    // Zero marks a free slot.
    return addHash(hash == 0 ? 1 : hash);
  }

  /** Adds all that another one has seen. */
  void addAll(SeenIds other) {
    for (long[] table : other.tables) {
      for (long hash : table) {
        if (hash != 0) {
          addHash(hash);
        }
      }
    }
  }

  private boolean addHash(long hash) {
    long[] last = tables.get(tables.size() - 1);
    for (long[] table : tables) {
      int slot = slot(table, hash);
      if (table[slot] == hash) {
        return false;
      }
      if (table == last) {
        table[slot] = hash;
      }
    }
    count++;
    if (count > last.length / 4 * 3) {
      tables.add(new long[tables.size() == 1 ? last.length : last.length * 2]);
      count = 0;
    }
    return true;
  }

  /** Where the hash is, or the free slot where it would be. */
  private static int slot(long[] table, long hash) {
    int mask = table.length - 1;
    int slot = (int) hash & mask;
    while (table[slot] != 0 && table[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
