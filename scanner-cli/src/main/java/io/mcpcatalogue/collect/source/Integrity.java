package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The checksum that a registry publishes for a file. Immutable by convention: nobody writes the
 * bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a record.
record Integrity(String algorithm, byte[] digest) {
  private static final List<String> STRONGEST_FIRST = List.of("sha512", "sha384", "sha256", "sha1");

  /**
   * Reads npm's form, {@code sha512-BASE64}, of which there may be several; the strongest counts.
   */
  static Optional<Integrity> ofSubresource(String text) {
    String[] hashes = text.strip().split("\\s+");
    for (String algorithm : STRONGEST_FIRST) {
      for (String hash : hashes) {
        if (hash.startsWith(algorithm + "-")) {
          String encoded = hash.substring(algorithm.length() + 1).replaceFirst("\\?.*$", "");
          try {
            return Optional.of(new Integrity(algorithm, Base64.getDecoder().decode(encoded)));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Integrity> ofHex(String algorithm, String hex) {
    try {
      return hex.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Integrity(algorithm, HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A name for the file in a cache: nothing else can have it. */
  String fileName() {
    return algorithm + "-" + HexFormat.of().formatHex(digest);
  }

  /** SHA-1 can be forged by whoever writes the package. */
  boolean isWeak() {
    return algorithm.equals("sha1");
  }

  boolean matches(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest counting = MessageDigest.getInstance(algorithm.replace("sha", "SHA-"));
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        counting.update(buffer, 0, count);
      }
      return Arrays.equals(counting.digest(), digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** Fails when the file is another one than was published. */
  void check(Path file, String what) throws CollectException {
    try {
      if (!matches(file)) {
        throw new CollectException(
            Gap.Kind.CONTRADICTION,
            what + ": the file does not have the " + algorithm + " checksum that is published");
      }
    } catch (IOException e) {
      throw new CollectException(Gap.Kind.UNREACHABLE, what + ": cannot be read", e);
    }
  }
}
