package io.mcpcatalogue.collect.live.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.LiveOptions;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.live.HostileScans;
import io.mcpcatalogue.collect.live.launch.Launch;
import io.mcpcatalogue.collect.live.launch.LaunchPlan;
import io.mcpcatalogue.collect.live.launch.Surroundings;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of {@link HostileServer} as a real process; all run side by side. */
class HostileStdioServersTest {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final CollectOptions OPTIONS =
      CollectOptions.DEFAULT
          .withTimeout(TIME)
          .withLimits(new CollectLimits(1 << 20, 500, 20))
          .withLive(LiveOptions.DEFAULT.withEnvironment(Map.of("SHOP_KEY", "hunter2-hunter2")));

  private static final List<String> WAYS =
      List.of(
          "ok",
          "silent",
          "exits-at-once",
          "needs-key",
          "needs-key-and-hangs",
          "tells-secrets",
          "noise",
          "endless-noise",
          "storm",
          "request-flood",
          "endless-line",
          "closes-output",
          "stderr-flood",
          "long-stderr-line",
          "ignores-term",
          "ignores-end-of-input",
          "orphan",
          "respawner",
          "stops-itself",
          "old-version",
          "unknown-version",
          "prompts-hang",
          "prompts-wrong",
          "no-tools",
          "refuses-handshake",
          "stateless",
          "huge-answer",
          "deep-answer",
          "wrong-id",
          "slow-drip",
          "asks",
          "cursor-loop",
          "endless-cursors",
          "cursor-number",
          "empty-cursor",
          "many-tools",
          "wrong-tools",
          "twins",
          "result-is-text",
          "no-list",
          "error-answer",
          "error-names-key",
          "invalid-utf8",
          "no-newline",
          "exits-midway",
          "string-id",
          "float-id",
          "batch",
          "twice",
          "crlf",
          "changes",
          "shows-environment");

  @AutoClose private static final HostileScans SCANS = new HostileScans(8);
  private static final Map<String, List<String>> LEFT_RUNNING = new ConcurrentHashMap<>();

  @BeforeAll
  static void scanAll() {
    WAYS.forEach(way -> SCANS.start(way, () -> scan(way)));
  }

  static List<String> ways() {
    return WAYS;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void isSurvivedInTimeWithNothingLeftRunning(String way) throws Exception {
    SCANS.outcome(way).assertTook(TIME.plusSeconds(6));
    assertEquals(List.of(), LEFT_RUNNING.get(way));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void passesNoControlCharactersOnInWhatIsSaidAboutIt(String way) throws Exception {
    SCANS.outcome(way).assertPassesNoControlCharactersOn();
  }

  @ParameterizedTest
  @CsvSource({
    "ok, echo",
    "noise, echo",
    "stderr-flood, echo",
    "ignores-term, echo",
    "ignores-end-of-input, echo",
    "orphan, echo",
    "respawner, echo",
    "old-version, echo",
    "asks, echo",
    "empty-cursor, echo",
    "no-newline, echo",
    "string-id, echo",
    "float-id, echo",
    "batch, echo",
    "twice, echo",
    "crlf, echo",
    "changes, t2",
    "stateless, told"
  })
  void isListedWithoutAnyGap(String way, String tool) throws Exception {
    ServerManifest server = SCANS.outcome(way).server();

    assertEquals(List.of(tool), names(server));
    assertEquals(List.of(), server.gaps());
  }

  @ParameterizedTest
  @CsvSource({
    "unknown-version, UNSUPPORTED, answered with the unknown protocol version 2099-01-01\\u{1b}[2J",
    "refuses-handshake, UNREACHABLE, answered initialize with error -32600: who are you?\\u{1b}[31m",
    "prompts-hang, TIMEOUT, no answer to prompts/list",
    "prompts-wrong, MALFORMED, 1 items are no objects",
    "cursor-loop, LIMIT, the pages go round in a circle: page 2 names the cursor \"again\" again",
    "endless-cursors, LIMIT, there are more than 20 pages",
    "cursor-number, MALFORMED, the cursor of the next page is no text",
    "many-tools, LIMIT, only the first 500 tools were read; 200 more were listed",
    "wrong-tools, MALFORMED, tool 1 is a number",
    "twins, DUPLICATE, the tool \"echo\" is listed 2 times",
    "invalid-utf8, MALFORMED, bytes that are no UTF-8 or escapes of half a character were replaced",
    "exits-midway, START_FAILED, page 2: ended"
  })
  void isListedWithAGap(String way, Gap.Kind kind, String words) throws Exception {
    ServerManifest server = SCANS.outcome(way).server();

    assertFalse(server.tools().isEmpty());
    assertTrue(
        server.gaps().stream()
            .anyMatch(gap -> gap.kind() == kind && gap.reason().startsWith(words)),
        () -> server.gaps().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "silent, TIMEOUT, no answer to initialize within the time limit",
    "exits-at-once, START_FAILED, 'ended with exit code 3 before it answered; it said: \"Fatal error: "
        + "\\u{1b}[31mthe moon\\u{1b}[0m is not full\"'",
    "needs-key, CREDENTIALS, 'needs FOO_API_KEY (ended with exit code 1 before it answered): "
        + "\"Error: FOO_API_KEY environment variable is required\"'",
    "needs-key-and-hangs, CREDENTIALS, needs SHOP_ACCESS_TOKEN (no answer to initialize within the time limit)",
    "tells-secrets, START_FAILED, cannot log in with [redacted] at https://[redacted]@host/x",
    "endless-noise, LIMIT, wrote more than 10000 lines that are no messages",
    "storm, LIMIT, sent more than 10000 messages that are no answers",
    "request-flood, LIMIT, ''",
    "endless-line, LIMIT, sent a message larger than 1048576 bytes",
    "huge-answer, LIMIT, sent a message larger than 1048576 bytes",
    "deep-answer, LIMIT, nested too deep",
    "closes-output, START_FAILED, closed its output before it answered",
    "long-stderr-line, START_FAILED, ended with exit code 4",
    "stops-itself, TIMEOUT, no answer to",
    "wrong-id, TIMEOUT, no answer to initialize",
    "slow-drip, TIMEOUT, no answer to initialize",
    "result-is-text, UNREACHABLE, answered tools/list with neither a result nor an error",
    "no-list, MALFORMED, answered tools/list without a \"tools\" array",
    "error-answer, UNREACHABLE, 'answered tools/list with error -32603: fetch failed\\u{1b}[31mred'",
    "error-names-key, CREDENTIALS, needs GITHUB_TOKEN"
  })
  void cannotBeListedAndTheReasonIsTold(String way, Gap.Kind kind, String words) throws Exception {
    SCANS.outcome(way).assertFailed(kind, words);
  }

  @ParameterizedTest
  @CsvSource({
    "noise, live/stdout-noise, '3 lines, the first: npm warn deprecated \\u{1b}]0;owned\\u{07} thing'",
    "asks, live/asks-client, log\\u{1b}[2J",
    "asks, live/asks-client, roots/list",
    "ignores-term, live/killed, 1 process had to be killed",
    "old-version, live/protocol-version, 2024-11-05",
    "stateless, live/protocol-version, 2026-07-28",
    "changes, live/list-changed, '1 tools, then 1'"
  })
  void whatIsOddAboutItIsAFact(String way, String id, String value) throws Exception {
    List<Fact> facts = SCANS.outcome(way).server().facts();

    assertTrue(
        facts.stream()
            .filter(fact -> fact.id().equals(id))
            .map(Fact::value)
            .anyMatch(value::equals),
        facts::toString);
  }

  @ParameterizedTest
  @CsvSource({"no-tools, 0, 1", "prompts-wrong, 1, 1"})
  void whatIsOfferedBesideToolsIsRead(String way, int tools, int offered) throws Exception {
    ServerManifest server = SCANS.outcome(way).server();

    assertEquals(tools, server.tools().size());
    assertEquals(offered, server.offered().size());
    assertEquals("Use me.", server.instructions());
  }

  @ParameterizedTest
  @CsvSource({"shows-environment"})
  void theEnvironmentHoldsOnlyWhatIsAllowedAndWhatTheUserGave(String way) throws Exception {
    List<String> variables = List.of(SCANS.outcome(way).server().tools().get(0).name().split(" "));

    assertTrue(variables.contains("SHOP_KEY"), variables::toString);
    assertTrue(variables.contains("PATH"), variables::toString);
    Launch launch = LaunchPlan.of(List.of("sh"), CollectOptions.DEFAULT, Surroundings.usersOwn());
    List<String> allowed = new ArrayList<>(launch.environment().keySet());
    allowed.addAll(List.of("SHOP_KEY", MarkedProcesses.VARIABLE, "PWD", "SHLVL", "_", "OLDPWD"));
    assertTrue(allowed.containsAll(variables), variables::toString);
  }

  private static Collected scan(String way) throws CollectException {
    String mark = UUID.randomUUID().toString();
    try {
      return new StdioCollector(notice -> {})
          .collect(ScanTarget.command(command(way, mark)), OPTIONS);
    } finally {
      LEFT_RUNNING.put(way, running(mark));
    }
  }

  private static List<String> command(String way, String mark) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx128m",
        "-cp",
        classes(),
        HostileServer.class.getName(),
        way,
        mark);
  }

  private static String classes() {
    return Path.of("target", "test-classes").toAbsolutePath().toString();
  }

  private static List<String> running(String mark) {
    return ProcessHandle.allProcesses()
        .filter(process -> !MarkedProcesses.isDead(process.pid()))
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(mark))
        .toList();
  }

  private static List<String> names(ServerManifest server) {
    return server.tools().stream().map(ToolDefinition::name).toList();
  }
}
