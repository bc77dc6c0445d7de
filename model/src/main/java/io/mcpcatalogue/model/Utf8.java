package io.mcpcatalogue.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Gathers text as the bytes that are digested, without a copy where it is ASCII. For one thread.
 */
final class Utf8 {
  private static final int ASCII = 128;

  private byte[] bytes = new byte[2048];
  private int length;

  /** Adds an ASCII character. */
  void add(char c) {
    reserve(1);
    bytes[length++] = (byte) c;
  }

  void add(String text) {
    int size = text.length();
    reserve(size);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        addEncoded(text);
        return;
      }
      bytes[length + i] = (byte) c;
    }
    length += size;
  }

  private void addEncoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }

  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
