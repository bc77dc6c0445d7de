package io.mcpcatalogue.collect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.ToolCollector;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCollectorTest {
  @TempDir private Path home;

  /** Answers every target with one tool, and keeps what it was asked. */
  private static final class Answering implements ToolCollector {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public boolean accepts(ScanTarget target) {
      return true;
    }

    @Override
    public Collected collect(ScanTarget target, CollectOptions options) {
      asked.add(
          target.kind()
              + " "
              + target.text()
              + " "
              + options.live().environment().keySet()
              + options.live().remote().headers());
      return Collected.of(
          new ServerManifest(
              "id",
              "name",
              "1.0.0",
              target.text(),
              target.command().isEmpty() ? CollectionMethod.EXTRACTED : CollectionMethod.LISTED,
              "",
              "",
              List.of(
                  ToolDefinition.of(
                      new JsonObjectBuilder().put("name", "tool").build(), "tools/list")),
              List.of(),
              List.of(new Fact("from/package", "x", "y")),
              List.of()));
    }
  }

  private final Answering packages = new Answering();
  private final List<String> notices = new ArrayList<>();

  @Test
  void readsAPackageWithoutRunningIt() throws Exception {
    ServerManifest server =
        file("{\"mcpServers\":{\"notes\":{\"command\":\"npx\",\"args\":[\"-y\",\"notes@1.0.0\"]}}}")
            .servers()
            .get(0);
    assertEquals("file:config/notes", server.id());
    assertEquals("notes", server.name());
    assertEquals(CollectionMethod.EXTRACTED, server.method());
    assertEquals(List.of("NPM npm:notes@1.0.0 [][]"), packages.asked);
    assertEquals("from/package", server.facts().get(0).id());
  }

  @Test
  void doesNotRunAProgramOrCallAServerWithoutLeave() throws Exception {
    Collected collected =
        file(
            "{\"mcpServers\":{\"a\":{\"command\":\"a-server\"},\"b\":{\"url\":\"https://b.c/mcp\"}}}");
    assertEquals(List.of(), packages.asked);
    for (ServerManifest server : collected.servers()) {
      assertEquals(CollectionMethod.DECLARED, server.method());
      assertEquals(Gap.Kind.NOT_ALLOWED, server.gaps().get(0).kind());
      assertTrue(server.gaps().get(0).reason().contains("without --run"));
    }
  }

  @Test
  void offlineFetchesNothing() throws Exception {
    Collected collected =
        collect(
            write("{\"mcpServers\":{\"a\":{\"command\":\"uvx\",\"args\":[\"a\"]}}}"),
            CollectOptions.DEFAULT.withOffline(true));
    assertEquals(List.of(), packages.asked);
    assertTrue(collected.servers().get(0).gaps().get(0).reason().contains("--offline"));
  }

  @Test
  void runsWithTheVariablesOfTheConfigurationWhenAllowed() throws Exception {
    Collected collected =
        collect(
            write(
                "{\"mcpServers\":{\"a\":{\"command\":\"a-server\",\"args\":[\"${env:PORT}\"],"
                    + "\"env\":{\"KEY\":\"v\",\"ASKED\":\"${input:x}\",\"SHELL\":\"$PORT\"}},"
                    + "\"b\":{\"url\":\"https://b.c/mcp\",\"headers\":{\"X-Key\":\"v\"}}}}"),
            CollectOptions.DEFAULT.withRun(true));
    assertEquals(
        List.of("COMMAND a-server 80 [KEY, SHELL][]", "URL https://b.c/mcp [][X-Key]"),
        packages.asked.stream().sorted().toList());
    assertEquals(
        List.of(Gap.Kind.CREDENTIALS),
        collected.servers().get(0).gaps().stream().map(Gap::kind).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mcpServers\":{\"notes\":{\"command\":\"a\"},\"odd\":\"npx odd\"}}",
        "{\"mcpServers\":{\"notes\":{\"command\":\"a\"},\"odd\":null}}",
        "{\"mcpServers\":[{\"name\":\"notes\",\"command\":\"a\"},{\"name\":\"odd\"}]}",
      })
  void anEntryThatIsNoServerIsTold(String configuration) throws Exception {
    ServerManifest odd = file(configuration).servers().get(1);

    assertEquals("file:config/odd", odd.id());
    assertEquals("names neither a command nor an address", odd.gaps().get(0).reason());
  }

  @Test
  void aListingBesideServersIsTold() throws Exception {
    String servers = "\"mcpServers\":{\"notes\":{\"command\":\"npx\",\"args\":[\"notes\"]}}";

    List<Gap> gaps = file("{" + servers + ",\"tools\":[{\"name\":\"run\"}]}").gaps();

    assertEquals(1, gaps.size());
    assertTrue(gaps.get(0).where().endsWith("#/tools"), gaps.get(0).where());
    assertEquals(List.of(), file("{" + servers + ",\"tools\":[\"web\"]}").gaps());
  }

  @Test
  void leavesOutWhatTheClientHasDisabled() throws Exception {
    Collected collected =
        collect(
            write("{\"mcpServers\":{\"a\":{\"command\":\"a\",\"disabled\":true}}}"),
            CollectOptions.DEFAULT.withRun(true));
    assertEquals(List.of(), packages.asked);
    assertTrue(collected.servers().get(0).gaps().get(0).reason().contains("disabled"));
  }

  @Test
  void saysWhatItIsAboutToRunWithoutSecrets() throws Exception {
    Path file =
        write(
            "{\"mcpServers\":{\"a\":{\"command\":\"a\",\"args\":[\"--token\",\"hunter2\"]},"
                + "\"b\":{\"url\":\"https://u:p@b.c/mcp\"}}}");
    collect(file, CollectOptions.DEFAULT.withRun(true));
    assertEquals(
        List.of("running a: a --token [redacted]", "calling b: https://[redacted]@b.c/mcp"),
        notices);
  }

  @Test
  void readsTheClientsOfAMachineAndGoesOnBehindABrokenFile() throws Exception {
    write(
        ".cursor/mcp.json", "{\"mcpServers\":{\"notes\":{\"command\":\"uvx\",\"args\":[\"n\"]}}}");
    write(".codex/config.toml", "[mcp_servers.notes]\ncommand = \"npx\"\nargs = [\"n\"]\n");
    write(".config/goose/config.yaml", "extensions: [");
    write(
        ".config/JetBrains/Idea2025.1/options/llm.mcpServers.xml",
        "<a><McpServerCommand><option name=\"name\" value=\"x\"/>"
            + "<option name=\"programPath\" value=\"x-server\"/></McpServerCommand></a>");
    Collected collected = collect(new ScanTarget(ScanTarget.Kind.CLIENTS, "config", List.of()));
    assertEquals(
        List.of("config:codex/notes", "config:cursor/notes", "config:jetbrains/x"),
        collected.servers().stream().map(ServerManifest::id).toList());
    assertEquals(1, collected.gaps().size());
    assertEquals(Gap.Kind.MALFORMED, collected.gaps().get(0).kind());
  }

  @Test
  void saysWhenNothingIsConfigured() {
    CollectException failure =
        assertThrows(
            CollectException.class,
            () -> collect(new ScanTarget(ScanTarget.Kind.CLIENTS, "config", List.of())));
    assertEquals(Gap.Kind.NOT_FOUND, failure.kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json | {\"mcpServers\":{}} | true",
        "a.json | {\"mcpServers\": { broken | true",
        "a.json | {\"tools\":[{\"name\":\"x\",\"description\":\"uses mcp\"}]} | false",
        "a.json | {\"servers\":[\"one\"]} | false",
        "a.json | {\"servers\":{\"a\":{\"host\":\"x\"}},\"mcp\":1} | false",
        "a.json | no json | false",
        "a.toml | x = 1 | true",
        "a.yaml | x: 1 | true",
      })
  void knowsAConfigurationByItsContent(String name, String content, boolean accepted)
      throws Exception {
    Path file = write(name, content);
    assertEquals(accepted, collector().accepts(ScanTarget.parse(file.toString())));
  }

  @ParameterizedTest
  @EnumSource(Machine.OperatingSystem.class)
  void knowsThePathsOfEverySystem(Machine.OperatingSystem system) {
    Machine machine =
        new Machine(system, home, home.resolve("project"), Map.of("APPDATA", "/roaming"));
    List<String> paths =
        ClientFiles.candidates(machine).stream()
            .filter(file -> file.client().equals("claude-desktop"))
            .map(file -> file.path().toString().replace('\\', '/'))
            .toList();
    String folder =
        switch (system) {
          case LINUX -> home + "/.config";
          case MAC -> home + "/Library/Application Support";
          case WINDOWS -> "/roaming";
        };
    assertEquals(List.of(folder + "/Claude/claude_desktop_config.json"), paths);
    List<String> clients =
        ClientFiles.candidates(machine).stream().map(ClientFiles.ClientFile::client).toList();
    for (String client :
        List.of(
            "claude-code",
            "cursor",
            "vscode",
            "windsurf",
            "zed",
            "cline",
            "continue",
            "codex",
            "gemini",
            "jetbrains",
            "amp",
            "goose")) {
      assertTrue(clients.contains(client), client);
    }
  }

  private Collected file(String json) throws Exception {
    return collect(write(json), CollectOptions.DEFAULT);
  }

  private Collected collect(Path file, CollectOptions options) throws Exception {
    ScanTarget target = ScanTarget.parse(file.toString());
    assertTrue(collector().accepts(target));
    Collected collected = collector().collect(target, options);
    assertFalse(collected.toString().contains("hunter2"));
    return collected;
  }

  private Collected collect(ScanTarget target) throws CollectException {
    return collector().collect(target, CollectOptions.DEFAULT);
  }

  private ConfigCollector collector() {
    Machine machine =
        new Machine(
            Machine.OperatingSystem.LINUX, home, home.resolve("project"), Map.of("PORT", "80"));
    return new ConfigCollector(machine, packages, notices::add);
  }

  private Path write(String json) throws IOException {
    return write("config.json", json);
  }

  private Path write(String path, String content) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
