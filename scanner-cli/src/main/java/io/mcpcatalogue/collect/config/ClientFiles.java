package io.mcpcatalogue.collect.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The configuration files of the known clients, sorted by client. docs/configurations.md lists them
 * for people.
 */
final class ClientFiles {
  private static final List<String> EDITORS = List.of("Code", "Code - Insiders", "VSCodium");

  private final Machine machine;
  private final List<ClientFile> files = new ArrayList<>();

  private ClientFiles(Machine machine) {
    this.machine = machine;
  }

  /** A file in which a client keeps servers. */
  record ClientFile(String client, Path path) {}

  /** All places where files may lie. A name of a path that is {@code *} stands for any. */
  static List<ClientFile> candidates(Machine machine) {
    ClientFiles files = new ClientFiles(machine);
    files.amazonQ();
    files.amp();
    files.claude();
    files.cline();
    files.codex();
    files.continueClient();
    files.copilot();
    files.cursor();
    files.gemini();
    files.goose();
    files.jetBrains();
    files.others();
    files.visualStudioCode();
    files.windsurf();
    files.zed();
    return List.copyOf(files.files);
  }

  /** The files that are there. */
  static List<ClientFile> existing(Machine machine) {
    return candidates(machine).stream()
        .flatMap(
            candidate -> matches(candidate.path()).map(p -> new ClientFile(candidate.client(), p)))
        .distinct()
        .toList();
  }

  private void amazonQ() {
    inHome("amazon-q", ".aws/amazonq/mcp.json");
    inHome("amazon-q", ".aws/amazonq/default.json");
    inProject("amazon-q", ".amazonq/mcp.json");
  }

  private void amp() {
    inHome("amp", ".config/amp/settings.json");
    inProject("amp", ".amp/settings.json");
  }

  private void claude() {
    inHome("claude-code", ".claude.json");
    inHome("claude-code", ".claude/settings.json");
    inHome("claude-code", ".claude/settings.local.json");
    inProject("claude-code", ".mcp.json");
    inProject("claude-code", ".claude/settings.json");
    inProject("claude-code", ".claude/settings.local.json");
    switch (machine.system()) {
      case LINUX -> add("claude-code", Path.of("/etc/claude-code/managed-mcp.json"));
      case MAC ->
          add("claude-code", Path.of("/Library/Application Support/ClaudeCode/managed-mcp.json"));
      case WINDOWS ->
          add(
              "claude-code",
              machine
                  .variable("ProgramFiles", Path.of("C:/Program Files"))
                  .resolve("ClaudeCode/managed-mcp.json"));
    }
    inSettings("claude-desktop", "Claude/claude_desktop_config.json");
  }

  private void cline() {
    for (String editor : EDITORS) {
      inSettings(
          "cline",
          editor + "/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json");
      inSettings(
          "roo",
          editor + "/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json");
    }
    inHome("cline", ".cline/data/settings/cline_mcp_settings.json");
    inProject("roo", ".roo/mcp.json");
  }

  private void codex() {
    add(
        "codex",
        machine.variable("CODEX_HOME", machine.home().resolve(".codex")).resolve("config.toml"));
    inProject("codex", ".codex/config.toml");
  }

  private void continueClient() {
    inHome("continue", ".continue/config.yaml");
    inHome("continue", ".continue/config.json");
    inHome("continue", ".continue/mcpServers/*");
    inProject("continue", ".continue/mcpServers/*");
  }

  private void copilot() {
    inHome("copilot", ".copilot/mcp-config.json");
    inHome("copilot", ".config/github-copilot/intellij/mcp.json");
    if (machine.system() == Machine.OperatingSystem.WINDOWS) {
      Path local = machine.variable("LOCALAPPDATA", machine.home().resolve("AppData/Local"));
      add("copilot", local.resolve("github-copilot/intellij/mcp.json"));
    }
  }

  private void cursor() {
    inHome("cursor", ".cursor/mcp.json");
    inProject("cursor", ".cursor/mcp.json");
  }

  private void gemini() {
    inHome("gemini", ".gemini/settings.json");
    inHome("gemini", ".gemini/extensions/*/gemini-extension.json");
    inProject("gemini", ".gemini/settings.json");
  }

  private void goose() {
    if (machine.system() == Machine.OperatingSystem.WINDOWS) {
      inSettings("goose", "Block/goose/config/config.yaml");
    }
    inHome("goose", ".config/goose/config.yaml");
  }

  private void jetBrains() {
    inSettings("jetbrains", "JetBrains/*/options/llm.mcpServers.xml");
    inHome("jetbrains", ".ai/mcp/mcp.json");
    inHome("jetbrains", ".junie/mcp/*");
    inProject("jetbrains", ".ai/mcp/mcp.json");
    inProject("jetbrains", ".junie/mcp/*");
    inProject("jetbrains", ".idea/workspace.xml");
  }

  private void others() {
    inHome("kiro", ".kiro/settings/mcp.json");
    inProject("kiro", ".kiro/settings/mcp.json");
    inHome("lm-studio", ".lmstudio/mcp.json");
    inHome("opencode", ".config/opencode/opencode.json");
    inHome("opencode", ".config/opencode/opencode.jsonc");
    inProject("opencode", "opencode.json");
    inProject("opencode", "opencode.jsonc");
    inHome("qwen", ".qwen/settings.json");
    inProject("qwen", ".qwen/settings.json");
  }

  private void visualStudioCode() {
    for (String editor : EDITORS) {
      inSettings("vscode", editor + "/User/mcp.json");
      inSettings("vscode", editor + "/User/settings.json");
      inSettings("vscode", editor + "/User/profiles/*/mcp.json");
    }
    inProject("vscode", ".vscode/mcp.json");
    inProject("vscode", ".vscode/settings.json");
    inProject("vscode", ".devcontainer/devcontainer.json");
  }

  private void windsurf() {
    inHome("windsurf", ".codeium/windsurf/mcp_config.json");
    inHome("windsurf", ".codeium/windsurf-next/mcp_config.json");
    inHome("windsurf", ".codeium/mcp_config.json");
  }

  private void zed() {
    if (machine.system() == Machine.OperatingSystem.WINDOWS) {
      inSettings("zed", "Zed/settings.json");
    }
    inHome("zed", ".config/zed/settings.json");
    inProject("zed", ".zed/settings.json");
  }

  private void inHome(String client, String path) {
    add(client, machine.home().resolve(path));
  }

  private void inProject(String client, String path) {
    add(client, machine.project().resolve(path));
  }

  private void inSettings(String client, String path) {
    add(client, Path.of(machine.settings() + "/" + path));
  }

  private void add(String client, Path path) {
    files.add(new ClientFile(client, path));
  }

  private static Stream<Path> matches(Path pattern) {
    List<Path> found = List.of(pattern.getRoot() == null ? Path.of("") : pattern.getRoot());
    for (Path name : pattern) {
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        if (name.toString().equals("*")) {
          next.addAll(children(folder));
        } else {
          next.add(folder.resolve(name));
        }
      }
      found = next;
    }
    return found.stream().filter(Files::isRegularFile);
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(children::add);
      } catch (IOException e) {
        // A folder that may not be listed holds no configuration this user's clients could read.
        return List.of();
      }
    }
    return children.stream().sorted().toList();
  }
}
