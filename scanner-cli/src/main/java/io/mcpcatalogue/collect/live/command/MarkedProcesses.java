package io.mcpcatalogue.collect.live.command;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds processes by a variable that only the descendants of one start have, however they detached
 * themselves. Works where {@code /proc} shows the environment of processes (Linux); elsewhere it
 * finds none. Immutable.
 */
final class MarkedProcesses {
  static final String VARIABLE = "MCP_CATALOGUE_CHILD";

  private static final File PROCESSES = new File("/proc");
  private static final int MAX_ENVIRONMENT = 4 << 20;
  private static final int MAX_STAT = 4096;

  private final String marker;

  MarkedProcesses(String value) {
    this.marker = VARIABLE + "=" + value;
  }

  /** Those that live. */
  List<ProcessHandle> find() {
    List<ProcessHandle> found = new ArrayList<>();
    String[] names = PROCESSES.list();
    if (names == null) {
      // The processes cannot be listed: then only the known descendants are ended.
      return found;
    }
    for (String name : names) {
      if (Character.isDigit(name.charAt(0)) && isMarked(name)) {
        // Looked at again: should the number have passed to another process, it kills nothing.
        ProcessHandle.of(Long.parseLong(name))
            .filter(handle -> isMarked(name))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean isMarked(String pid) {
    try (InputStream in = new FileInputStream(new File(PROCESSES, pid + "/environ"))) {
      return new String(in.readNBytes(MAX_ENVIRONMENT), StandardCharsets.ISO_8859_1)
          .contains(marker);
    } catch (IOException e) {
      // It belongs to somebody else or is gone.
      return false;
    }
  }

  /** Whether the process is dead and only its entry in the table of the system is left. */
  static boolean isDead(long pid) {
    try (InputStream in = new FileInputStream(new File(PROCESSES, pid + "/stat"))) {
      String line = new String(in.readNBytes(MAX_STAT), StandardCharsets.ISO_8859_1);
      // The state follows the name, which is in brackets and may itself hold anything.
      int name = line.lastIndexOf(')');
      return name >= 0 && line.startsWith(" Z", name + 1);
    } catch (IOException e) {
      return false;
    }
  }
}
