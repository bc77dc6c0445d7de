package io.mcpcatalogue.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.ServerManifest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnIdsTest {
  @Test
  void aNewVersionIsTheSameServerAndOtherArgumentsAreNot() {
    assertEquals(command("npx -y @me/notes"), command("npx -y @me/notes@1.2.0"));
    assertEquals(command("docker run -i me/notes:1.0"), command("docker run -i me/notes:1.1"));
    assertEquals(command("uvx notes==1.0"), command("uvx notes==1.1"));
    assertNotEquals(command("npx -y notes /a"), command("npx -y notes /b"));
  }

  @Test
  void aPathIsTheSameHoweverItIsWritten() {
    String absolute = Path.of("pom.xml").toAbsolutePath().toString();
    assertEquals(absolute, place("file:pom", "./pom.xml"));
    assertEquals("run " + absolute, command("run pom.xml"));
    assertEquals("npm:notes", place("npm:notes", "npm:notes"));
  }

  private static String command(String words) {
    return place("stdio:notes", words);
  }

  private static String place(String id, String target) {
    return OwnIds.placeOf(
        new ServerManifest(
            id,
            "notes",
            "",
            target,
            CollectionMethod.LISTED,
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }
}
