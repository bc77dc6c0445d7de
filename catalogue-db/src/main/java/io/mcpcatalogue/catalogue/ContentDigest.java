package io.mcpcatalogue.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A digest over a sequence of texts, with their borders: half of a SHA-256, plenty to tell whether
 * something changed. For one thread.
 */
final class ContentDigest {
  static final int LENGTH = 16;

  /** Never fed: copying it is sooner done than asking the platform for another. */
  private static final MessageDigest FRESH = sha256();

  private static final int GATHERED = 1 << 10;

  private final MessageDigest sha256 = copy();

  /** What is to be digested next: many short texts are digested in one piece. */
  private final byte[] gathered = new byte[GATHERED];

  private int count;

  ContentDigest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  ContentDigest add(byte[] bytes) {
    if (bytes.length > GATHERED - Integer.BYTES - count) {
      passOn();
    }
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      gathered[count++] = (byte) (bytes.length >>> shift);
    }
    if (bytes.length > GATHERED - count) {
      passOn();
      sha256.update(bytes);
    } else {
      System.arraycopy(bytes, 0, gathered, count, bytes.length);
      count += bytes.length;
    }
    return this;
  }

  byte[] finish() {
    passOn();
    return Arrays.copyOf(sha256.digest(), LENGTH);
  }

  private void passOn() {
    sha256.update(gathered, 0, count);
    count = 0;
  }

  private static MessageDigest copy() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      return sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
