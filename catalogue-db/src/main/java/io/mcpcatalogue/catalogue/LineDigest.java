package io.mcpcatalogue.catalogue;

import java.util.Arrays;
import java.util.HexFormat;

/** The digest of a line of an index, or over many lines. Immutable. */
public final class LineDigest {
  /** Over no lines. */
  public static final LineDigest EMPTY = new LineDigest(new byte[ContentDigest.LENGTH]);

  /** Raised when lines are read in another way, so that all of them are read again. */
  private static final byte VERSION = 1;

  private final byte[] bytes;

  LineDigest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of one line. */
  public static LineDigest of(byte[] line) {
    return new LineDigest(new ContentDigest().add(new byte[] {VERSION}).add(line).finish());
  }

  /** The digest over what this one covers and one more line. */
  public LineDigest then(LineDigest line) {
    return new LineDigest(new ContentDigest().add(bytes).add(line.bytes).finish());
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineDigest digest && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
