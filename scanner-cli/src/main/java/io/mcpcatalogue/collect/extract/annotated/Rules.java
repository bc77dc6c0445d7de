package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.syntax.Dialect;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.List;
import java.util.Set;

/**
 * What the SDKs of one language call things. Immutable.
 *
 * @param dialect its expressions
 * @param toolMarks the annotations on a function, or a type, that is a tool
 * @param sdk what the import of an SDK looks like
 * @param injected types of parameters that the SDK passes itself
 * @param injectedMarks annotations of such parameters
 * @param makesServer what a program says that is a server
 */
record Rules(
    Language language,
    Dialect dialect,
    Set<String> toolMarks,
    TextPattern sdk,
    Set<String> injected,
    Set<String> injectedMarks,
    TextPattern makesServer) {

  /** Whether other frameworks have annotations of the same names, so that the import must tell. */
  boolean needsImport() {
    return isForJavaMachine();
  }

  /** Whether the frameworks of Java make the servers, and read their configuration. */
  boolean isForJavaMachine() {
    return language == Language.JAVA || language == Language.KOTLIN;
  }

  static final Rules JAVA =
      new Rules(
          Language.JAVA,
          Dialect.JAVA,
          Set.of("Tool", "McpTool"),
          TextPattern.startingIgnoringCase(
              "import\\s+(?:static\\s+)?[\\w.]*(?:mcp|modelcontextprotocol|springframework\\.ai\\.tool)",
              "import"),
          Set.of(
              "McpLog",
              "Progress",
              "RequestId",
              "Cancellation",
              "Sampling",
              "Roots",
              "McpConnection",
              "Elicitation",
              "RawMessage",
              "Meta",
              "ToolContext",
              "McpSyncServerExchange",
              "McpAsyncServerExchange",
              "McpSyncRequestContext",
              "McpAsyncRequestContext",
              "McpTransportContext",
              "McpMeta",
              "CallToolRequest",
              "GetPromptRequest",
              "ReadResourceRequest",
              "RequestUri"),
          Set.of("McpProgressToken", "Inject", "Context"),
          TextPattern.anyOf(
              "McpServer", "mcp-server", "SpringApplication.run", "io.quarkiverse.mcp.server"));

  static final Rules KOTLIN =
      new Rules(
          Language.KOTLIN,
          Dialect.KOTLIN,
          Set.of("Tool", "McpTool"),
          TextPattern.startingIgnoringCase(
              "import\\s+[\\w.]*(?:mcp|modelcontextprotocol|springframework\\.ai\\.tool)",
              "import"),
          JAVA.injected(),
          JAVA.injectedMarks(),
          TextPattern.startingWith(
              "\\bServer\\s*\\(|runApplication|StdioServerTransport|McpServer",
              "Server",
              "runApplication",
              "StdioServerTransport",
              "McpServer"));

  static final Rules CSHARP =
      new Rules(
          Language.CSHARP,
          Dialect.CSHARP,
          Set.of("McpServerTool"),
          TextPattern.startingWith(
              "ModelContextProtocol|McpServerTool|\\bMcp\\.|using\\s+[\\w.]*\\bMcp",
              "ModelContextProtocol",
              "Mcp",
              "using"),
          Set.of(
              "McpServer",
              "IMcpServer",
              "RequestContext",
              "IProgress",
              "CancellationToken",
              "HttpClient",
              "IServiceProvider",
              "ClaimsPrincipal",
              "HttpContext",
              "AIFunctionArguments"),
          Set.of("FromKeyedServices", "FromServices"),
          TextPattern.anyOf("AddMcpServer", "McpServer.Create", "WithTools"));

  static final Rules RUST =
      new Rules(
          Language.RUST,
          Dialect.RUST,
          Set.of("tool", "mcp_tool"),
          TextPattern.startingWith(
              "\\brmcp\\b|rust_mcp_sdk|rust_mcp_schema|\\bmcp|\\bListToolsResult\\b",
              "rmcp",
              "rust_mcp",
              "mcp",
              "ListToolsResult"),
          Set.of(
              "RequestContext",
              "Peer",
              "Extension",
              "Extensions",
              "CancellationToken",
              "Meta",
              "RequestId",
              "ToolCallContext",
              "RoleServer",
              "Self"),
          Set.of(),
          TextPattern.startingWith(
              "\\.serve\\s*\\(|ServerHandler|serve_server|create_server",
              ".serve",
              "ServerHandler",
              "serve_server",
              "create_server"));

  static final Rules PHP =
      new Rules(
          Language.PHP,
          Dialect.PHP,
          Set.of("McpTool"),
          TextPattern.startingIgnoringCase("use\\s+[\\w\\\\]*mcp", "use"),
          Set.of(
              "RequestContext",
              "Context",
              "ClientGateway",
              "Request",
              "Session",
              "SessionInterface"),
          Set.of(),
          TextPattern.startingWith(
              "Server::(?:make|builder)|extends\\s+Server\\b|new\\s+Server\\s*\\(",
              "Server",
              "extends",
              "new"));

  static final Rules SWIFT =
      new Rules(
          Language.SWIFT,
          Dialect.SWIFT,
          Set.of(),
          TextPattern.startingWith("import\\s+MCP\\b", "import"),
          Set.of(),
          Set.of(),
          TextPattern.startingWith("\\bServer\\s*\\(", "Server"));

  static final List<Rules> ALL = List.of(CSHARP, JAVA, KOTLIN, PHP, RUST, SWIFT);
}
