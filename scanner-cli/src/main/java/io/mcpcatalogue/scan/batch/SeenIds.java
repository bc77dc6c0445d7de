package io.mcpcatalogue.scan.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Remembers which ids an index has named, in eight bytes each: a million servers take 16 MB. The
 * digest is one that nobody can steer, so that no server can pass itself off as the double of
 * another. For one thread.
 */
final class SeenIds {
  private final MessageDigest sha256;
  private long[] slots = new long[1 << 12];
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
    for (long hash : other.slots) {
      if (hash != 0) {
        addHash(hash);
      }
    }
  }

  private boolean addHash(long hash) {
    if (!insert(slots, hash)) {
      return false;
    }
    count++;
    if (count > slots.length / 4 * 3) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> insert(larger, hash));
    slots = larger;
  }

  private static boolean insert(long[] slots, long hash) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = hash;
    return true;
  }
}
