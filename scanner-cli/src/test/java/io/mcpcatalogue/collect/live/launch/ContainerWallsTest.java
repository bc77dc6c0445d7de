package io.mcpcatalogue.collect.live.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerWallsTest {
  @Test
  void aContainerHasNoRightsAndItsSecretsAreNotInTheCommand() throws Exception {
    ContainerWalls.Container container =
        ContainerWalls.around(
            List.of("python", "server.py"), Optional.empty(), List.of("KEY"), Path.of("/here"));

    String words = String.join(" ", container.words());
    assertTrue(words.startsWith("docker run --rm -i --init --name mcp-catalogue-"), words);
    assertTrue(words.contains("--cap-drop ALL --security-opt no-new-privileges"), words);
    assertTrue(words.contains("--network none -v /here:/work:ro -w /work -e KEY"), words);
    assertTrue(words.endsWith("python:3.12-slim python server.py"), words);
    assertEquals(container.words().get(6), container.removal().get(3));
  }
}
