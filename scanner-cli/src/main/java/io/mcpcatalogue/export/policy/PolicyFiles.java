package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.export.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folder of an export: one file a server, under a name that is safe on every system. The name
 * follows from the server's id alone, and two ids never share one. Immutable.
 */
public final class PolicyFiles {
  private static final int LONGEST_READABLE = 100;

  /** Ids of this form stand for themselves; each character is spelled in one way only. */
  private static final Pattern READABLE = Pattern.compile("[a-z0-9@_][a-z0-9._@:/-]{0,99}");

  /** Names that Windows takes for devices, whatever follows their first dot. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9])([.+=].*)?");

  private final Path folder;

  /** A folder that is made with the first file, if it is not there. */
  public PolicyFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the file of one server as a whole or not at all, and returns its path. */
  public Path write(String serverId, String extension, String text) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(fileName(serverId, extension));
    AtomicFile.replace(file, out -> out.append(text));
    return file;
  }

  /**
   * A safe file name: {@code npm:@scope/name} becomes {@code npm=@scope+name}. An id with other
   * characters, or with a name that some system keeps for itself, is made safe and told apart by a
   * short hash.
   */
  static String fileName(String serverId, String extension) {
    String plain = serverId.replace(':', '=').replace('/', '+');
    boolean itself =
        READABLE.matcher(serverId).matches()
            && !DEVICE.matcher(plain).matches()
            && !plain.endsWith(".");
    return (itself ? plain : madeSafe(plain) + "~" + hash(serverId)) + "." + extension;
  }

  private static String madeSafe(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < lower.length() && safe.length() < LONGEST_READABLE; i++) {
      char c = lower.charAt(i);
      boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || "._@=+-".indexOf(c) >= 0);
      boolean runOfDashes = !kept && !safe.isEmpty() && safe.charAt(safe.length() - 1) == '-';
      if (!runOfDashes) {
        safe.append(kept ? c : '-');
      }
    }
    boolean startsBadly = safe.isEmpty() || ".-=+".indexOf(safe.charAt(0)) >= 0;
    return startsBadly || DEVICE.matcher(safe).matches() ? "server_" + safe : safe.toString();
  }

  /** Over the characters as they are: bytes of a charset would make all invalid ones equal. */
  private static String hash(String serverId) {
    ByteBuffer characters = ByteBuffer.allocate(2 * serverId.length());
    serverId.chars().forEach(c -> characters.putChar((char) c));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(characters.array());
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
