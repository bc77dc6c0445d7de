package io.mcpcatalogue.collect.live.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.LiveOptions;
import io.mcpcatalogue.collect.LiveOptions.Isolation;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StdioCollectorTest {
  /** A whole server in the shell: says in its only tool's name what the script prints. */
  private static final String SERVER =
      "while read -r line; do case $line in"
          + " *initialize\\\"*) echo '{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"serverInfo\":{\"name\":\"@NAME@\",\"version\":\"7\"}}}';;"
          + " *tools/list*) printf '{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"tools\":[{\"name\":"
          + "\"%s\"}]}}\\n' \"$(echo $(@COMMAND@))\";; esac; done";

  @Test
  void theServerIsNamedByItsCommandAndNotByWhatItClaims() throws Exception {
    ServerManifest server =
        collect(List.of("sh", "-c", script("npm:famous", "echo x")), CollectOptions.DEFAULT);

    assertEquals("stdio:sh", server.id());
    assertEquals("7", server.version());
    assertEquals(CollectionMethod.LISTED, server.method());

    ServerManifest named =
        collect(
            List.of("sh", "-c", script("x", "echo x")),
            CollectOptions.DEFAULT.withName(Optional.of("shop")));
    assertEquals("stdio:shop", named.id());
  }

  @Test
  void secretsInTheCommandAreNotRepeated() throws Exception {
    ServerManifest server =
        collect(
            List.of("sh", "-c", script("x", "echo x"), "--api-key", "hunter2hunter2"),
            CollectOptions.DEFAULT);

    assertFalse(server.target().contains("hunter2"), server.target());
  }

  @Test
  void aCommandOfTheUserRunsWhereHeIs() throws Exception {
    ServerManifest server =
        collect(List.of("sh", "-c", script("x", "echo $PWD $HOME")), CollectOptions.DEFAULT);

    assertEquals(
        Path.of("").toAbsolutePath() + " " + System.getenv("HOME"), server.tools().get(0).name());
  }

  @Test
  void whatAPackageNamesRunsInAnEmptyHomeThatIsGoneAfterwards() throws Exception {
    ServerManifest server =
        collect(
            List.of(
                "sh",
                "-c",
                script("x", "touch left.txt $HOME/.rc; ls -A | wc -l | tr -d \" \"; echo $HOME")),
            CollectOptions.DEFAULT.withRun(true));

    String[] said = server.tools().get(0).name().split("\\s+", -1);
    assertEquals("1", said[0]);
    assertFalse(said[1].equals(System.getenv("HOME")), said[1]);
    assertFalse(Files.exists(Path.of(said[1])), said[1]);
  }

  @Test
  void aCommandThatCannotBeStartedSaysWhy(@TempDir Path folder) throws Exception {
    assertFailure(List.of("no-such-command-here"), Gap.Kind.NOT_FOUND, "there is no command");
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    assertFailure(List.of(plain.toString()), Gap.Kind.START_FAILED, "permission denied");
    assertFailure(
        List.of("./no/such/file"), Gap.Kind.NOT_FOUND, "there is no command \"./no/such/file\"");
    assertFailure(List.of("false"), Gap.Kind.START_FAILED, "ended with exit code 1");
  }

  @Test
  void inItsOwnNamespacesAServerSeesNoOtherProcessAndNoNetwork() throws Exception {
    CollectOptions isolated =
        CollectOptions.DEFAULT.withLive(LiveOptions.DEFAULT.withIsolation(Isolation.NAMESPACES));
    ServerManifest server;
    try {
      server =
          collect(
              List.of(
                  "sh",
                  "-c",
                  script(
                      "x",
                      "ls /proc | grep -c \"^[0-9]\"; grep -c : /proc/net/dev; ls -A $HOME | wc -l")),
              isolated);
    } catch (CollectException e) {
      assumeTrue(e.kind() != Gap.Kind.NOT_ALLOWED, e.getMessage());
      throw e;
    }

    String[] said = server.tools().get(0).name().split("\\s+", -1);
    assertTrue(Integer.parseInt(said[0]) < 10, said[0] + " processes");
    assertEquals("1", said[1], "only the loopback device");
    assertEquals("0", said[2], "nothing in the home");
    assertTrue(
        server.facts().stream()
            .anyMatch(
                fact -> fact.id().equals("live/isolation") && fact.value().equals("namespaces")));
  }

  @Test
  void aContainerIsRefusedWhereNoImageIsKnown() {
    CollectException refusal =
        assertThrows(
            CollectException.class,
            () ->
                collect(
                    List.of("frobnicate"),
                    CollectOptions.DEFAULT.withLive(
                        LiveOptions.DEFAULT.withIsolation(Isolation.container(Optional.empty())))));

    assertEquals(Gap.Kind.NOT_ALLOWED, refusal.kind());
    assertTrue(refusal.getMessage().contains("--container=IMAGE"), refusal.getMessage());
  }

  @Test
  void anInterruptedScanLeavesNothingRunning() throws Exception {
    String mark = UUID.randomUUID().toString();
    Process scan =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Scan.class.getName(),
                "echo started " + mark + " >&2; trap '' TERM INT; sleep 300; : " + mark)
            .redirectErrorStream(true)
            .start();
    while (running(mark) < 2) {
      assertTrue(scan.isAlive(), () -> said(scan));
      Thread.sleep(20);
    }

    scan.destroy();

    assertTrue(scan.onExit().thenApply(ended -> true).get());
    // What was killed may need a moment to be gone from the process table.
    for (int i = 0; i < 100 && running(mark) > 0; i++) {
      Thread.sleep(20);
    }
    assertEquals(0, running(mark));
  }

  /** A scan of its own, to be interrupted. */
  static final class Scan {
    public static void main(String[] arguments) throws CollectException {
      collect(List.of("sh", "-c", arguments[0]), CollectOptions.DEFAULT);
    }
  }

  private static String said(Process process) {
    try (InputStream out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static long running(String mark) {
    return ProcessHandle.allProcesses()
        .filter(process -> !MarkedProcesses.isDead(process.pid()))
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(mark))
        .count();
  }

  private static void assertFailure(List<String> command, Gap.Kind kind, String words) {
    CollectException failure =
        assertThrows(CollectException.class, () -> collect(command, CollectOptions.DEFAULT));
    assertEquals(kind, failure.kind(), failure.getMessage());
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }

  @Test
  void aServerIsShownWhileItEndsAndIsAnotherIfItHadToBeKilled() throws Exception {
    ScanTarget willing = ScanTarget.command(List.of("sh", "-c", script("x", "echo y")));
    ScanTarget stubborn =
        ScanTarget.command(
            List.of("sh", "-c", "trap '' TERM; " + script("x", "echo y") + "; sleep 300"));
    List<ServerManifest> shown = new ArrayList<>();
    StdioCollector collector = new StdioCollector(notice -> {});

    Collected left = collector.collect(willing, CollectOptions.DEFAULT, shown::add);
    Collected killed = collector.collect(stubborn, CollectOptions.DEFAULT, shown::add);

    assertEquals(2, shown.size());
    assertSame(shown.get(0), left.servers().get(0));
    assertEquals(List.of(), killings(shown.get(1)));
    assertEquals(1, killings(killed.servers().get(0)).size());
    assertEquals(shown.get(1).tools(), killed.servers().get(0).tools());
  }

  private static List<Fact> killings(ServerManifest server) {
    return server.facts().stream().filter(fact -> fact.id().equals("live/killed")).toList();
  }

  private static String script(String name, String command) {
    return SERVER.replace("@NAME@", name).replace("@COMMAND@", command);
  }

  private static ServerManifest collect(List<String> command, CollectOptions options)
      throws CollectException {
    return new StdioCollector(notice -> {})
        .collect(ScanTarget.command(command), options)
        .servers()
        .get(0);
  }
}
