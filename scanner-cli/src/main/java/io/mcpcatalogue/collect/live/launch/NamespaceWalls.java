package io.mcpcatalogue.collect.live.launch;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command in user, process, network and mount namespaces of its own (Linux): it sees no
 * other process, reaches no network but its own loopback, and dies as a whole.
 */
final class NamespaceWalls {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/unshare"), Path.of("/bin/unshare"));

  private static final List<String> FLAGS =
      List.of(
          "--user",
          "--map-root-user",
          "--pid",
          "--fork",
          "--kill-child",
          "--mount-proc",
          "--net",
          "--ipc");

  /** The server is no first process of its namespace, so that signals reach it as usual. */
  private static final String SCRIPT = "ip link set lo up 2>/dev/null; \"$@\"; exit $?";

  private NamespaceWalls() {}

  /**
   * The command behind these walls.
   *
   * @throws CollectException when the kernel does not permit them: then nothing may be run
   */
  static List<String> around(List<String> words) throws CollectException {
    Optional<Path> unshare = PLACES.stream().filter(Files::isExecutable).findFirst();
    if (unshare.isEmpty()) {
      throw new CollectException(
          Gap.Kind.NOT_ALLOWED, "--isolate: there are no namespaces here (no unshare command)");
    }
    List<String> walls = new ArrayList<>();
    walls.add(unshare.get().toString());
    walls.addAll(FLAGS);
    refuseUnlessPermitted(walls);
    walls.addAll(List.of("--", "sh", "-c", SCRIPT, "sh"));
    walls.addAll(words);
    return walls;
  }

  private static void refuseUnlessPermitted(List<String> walls) throws CollectException {
    List<String> trial = new ArrayList<>(walls);
    trial.addAll(List.of("--", "true"));
    String said;
    try {
      Process process = new ProcessBuilder(trial).redirectErrorStream(true).start();
      process.getOutputStream().close();
      said = new String(process.getInputStream().readNBytes(2000), StandardCharsets.UTF_8);
      if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return;
      }
      process.destroyForcibly();
    } catch (IOException e) {
      said = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      said = "interrupted";
    }
    throw new CollectException(
        Gap.Kind.NOT_ALLOWED,
        "--isolate: this system does not permit namespaces, so nothing was run: "
            + SafeText.line(said.strip(), 200));
  }
}
