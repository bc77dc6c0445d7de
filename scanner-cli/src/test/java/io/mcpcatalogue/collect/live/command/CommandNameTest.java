package io.mcpcatalogue.collect.live.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandNameTest {

  @ParameterizedTest
  @CsvSource({
    "npx -y @scope/server@1.2.3 /tmp, @scope/server",
    "npx server@latest, server",
    "npx --package=@scope/server tool, @scope/server",
    "npm exec -- server, server",
    "pnpm dlx server@2, server",
    "uvx mcp-server-git==1.0, mcp-server-git",
    "uvx --from git-tools mcp-git, git-tools",
    "docker run -i --rm -e KEY -v /a:/b ghcr.io/acme/server:1 stdio, ghcr.io/acme/server:1",
    "python -m acme.server, acme.server",
    "node /opt/weather/dist/index.js, weather",
    "java -jar build/libs/shop.jar, shop",
    "/usr/local/bin/my-server --stdio, my-server",
    "my-server.exe, my-server",
    "sh -c true, sh",
    "npx, npx"
  })
  void theCommandNamesTheServer(String command, String name) {
    assertEquals(name, CommandName.of(List.of(command.split(" ", -1))));
  }
}
