package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a package has to do with the protocol at all; other frameworks have tools as well. */
final class ProtocolEvidence {
  private static final Pattern DEPENDENCY =
      Pattern.compile("@modelcontextprotocol/.*|(.*[/@-])?(fast)?mcp([-/].*)?|xmcp");
  private static final Pattern KIT =
      Pattern.compile(
          "@modelcontextprotocol/.*|.*(fastmcp|mcp-handler|xmcp|mcp-framework|mcp-use|mcp-(sdk|adapters?|utils|client)).*");
  private static final List<String> WORDS =
      List.of(
          "modelcontextprotocol", "McpServer", "tools/list", "ListToolsRequestSchema", "fastmcp");
  private static final TextPattern CREATES =
      TextPattern.startingWith(
          "new\\s+(McpServer|FastMCP|MCPServer|Server)\\s*[(<]|ServerTransport\\b|createMcpHandler"
              + "|setRequestHandler\\s*\\(|\\bMcpAgent\\b|createServer\\s*\\(",
          "new",
          "ServerTransport",
          "createMcpHandler",
          "setRequestHandler",
          "McpAgent",
          "createServer");

  private ProtocolEvidence() {}

  static boolean in(PackageSources sources, List<SourceFile> files) {
    if (sources.self().dependencies().stream().anyMatch(name -> DEPENDENCY.matcher(name).matches())
        || DEPENDENCY.matcher(sources.self().name()).matches()) {
      return true;
    }
    return files.stream()
        .anyMatch(
            file ->
                sources
                    .text(file.path())
                    .filter(text -> WORDS.stream().anyMatch(text::contains))
                    .isPresent());
  }

  /** The dependencies that are servers by their names, and no kits to write one with. */
  static List<String> otherServers(SourcePackage self) {
    return self.dependencies().stream()
        .filter(name -> DEPENDENCY.matcher(name).matches() && !KIT.matcher(name).matches())
        .sorted()
        .toList();
  }

  /** Whether the package is a server, rather than a library that servers use. */
  static boolean isServer(PackageSources sources, List<ScriptModule> modules) {
    SourcePackage self = sources.self();
    String manifest =
        sources
            .text((self.folder().isEmpty() ? "" : self.folder() + "/") + "package.json")
            .orElse("");
    if (manifest.contains("\"bin\"")) {
      return true;
    }
    boolean used =
        sources.packages().all().stream()
            .anyMatch(other -> other.dependencies().contains(self.name()));
    return !used && creates(modules.stream().filter(module -> isOwn(module, sources)).toList());
  }

  private static boolean isOwn(ScriptModule module, PackageSources sources) {
    SourcePackage self = sources.self();
    return sources.packages().owner(module.path(), Set.of(self.ecosystem())).equals(self);
  }

  /** Whether a server is made in one of the modules. */
  static boolean creates(List<ScriptModule> modules) {
    return modules.stream().anyMatch(module -> CREATES.isIn(module.tokens().source()));
  }
}
