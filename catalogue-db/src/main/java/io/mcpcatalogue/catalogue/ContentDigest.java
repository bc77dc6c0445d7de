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

  private final MessageDigest sha256 = sha256();
  private final byte[] border = new byte[Integer.BYTES];

  ContentDigest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  ContentDigest add(byte[] bytes) {
    for (int i = 0; i < border.length; i++) {
      border[i] = (byte) (bytes.length >>> Byte.SIZE * (border.length - 1 - i));
    }
    sha256.update(border);
    sha256.update(bytes);
    return this;
  }

  byte[] finish() {
    return Arrays.copyOf(sha256.digest(), LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
