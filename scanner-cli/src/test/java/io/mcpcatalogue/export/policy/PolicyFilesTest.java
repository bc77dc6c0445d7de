package io.mcpcatalogue.export.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcpcatalogue.export.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {
  @TempDir Path temporary;

  @Test
  void anOrdinaryIdStaysReadable() {
    assertEquals("docker.yaml", PolicyFiles.fileName("docker", "yaml"));
    assertEquals("npm=@scope+name.json", PolicyFiles.fileName("npm:@scope/name", "json"));
    assertEquals("github=a+b+pkg_1.0.json", PolicyFiles.fileName("github:a/b/pkg_1.0", "json"));
  }

  @Test
  void anyOtherIdBecomesSafeAndKeepsApartByItsHash() {
    assertTrue(PolicyFiles.fileName("Foo", "json").matches("foo~[0-9a-f]{12}\\.json"));
    assertTrue(PolicyFiles.fileName("", "json").matches("server_~[0-9a-f]{12}\\.json"));
    assertTrue(
        PolicyFiles.fileName("../../etc/passwd", "json")
            .matches("server_\\.\\.\\+\\.\\.\\+etc\\+passwd~[0-9a-f]{12}\\.json"));
    assertTrue(PolicyFiles.fileName("con", "json").startsWith("server_con~"));
    assertTrue(PolicyFiles.fileName("nul.x", "json").startsWith("server_nul.x~"));
  }

  @Test
  void noTwoIdsShareAFileEvenWhereCaseDoesNotCount() {
    List<String> ids = new ArrayList<>(Policies.HOSTILE_NAMES);
    ids.addAll(
        List.of(
            "a/b",
            "a+b",
            "a:b",
            "a=b",
            "A",
            "a",
            "docker",
            "Docker",
            "DOCKER",
            "con",
            "CON",
            "CON ",
            "x".repeat(301),
            "x".repeat(302),
            PolicyFiles.fileName("Foo", "x").replace(".x", ""),
            "Foo",
            "?",
            "\udfff",
            "ß",
            "ss",
            "K",
            "k",
            "i",
            "İ",
            "ı"));
    Set<String> names = new HashSet<>();
    for (String id : ids) {
      String name = PolicyFiles.fileName(id, "json");
      assertTrue(names.add(name.toLowerCase(Locale.ROOT)), id + " -> " + name);
      assertTrue(name.matches("[a-z0-9@_][a-z0-9._@=+~-]*"), name);
      assertTrue(name.length() < 140, name);
    }
  }

  @Test
  void filesNeverLeaveTheFolder() throws IOException {
    Path folder = temporary.resolve("new/out");
    for (String id : Policies.HOSTILE_NAMES) {
      Path file = new PolicyFiles(folder).write(id, "json", "{}");
      assertEquals(folder, file.getParent());
      assertEquals("{}", Files.readString(file));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(Policies.HOSTILE_NAMES.size(), files.count());
    }
  }

  @Test
  void aLinkInThePlaceOfTheFileIsReplacedAndItsTargetUntouched() throws IOException {
    Path victim = Files.writeString(temporary.resolve("victim"), "precious");
    Path folder = Files.createDirectory(temporary.resolve("out"));
    Files.createSymbolicLink(folder.resolve("docker.json"), victim);

    Path file = new PolicyFiles(folder).write("docker", "json", "{}");

    assertFalse(Files.isSymbolicLink(file));
    assertEquals("{}", Files.readString(file));
    assertEquals("precious", Files.readString(victim));
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(temporary.resolve("policy.json"), "old");

    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.append("half");
                  throw new IOException("disk full");
                }));

    assertEquals("old", Files.readString(file));
    try (Stream<Path> files = Files.list(temporary)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aLinkThatTheUserNamedIsFollowed() throws IOException {
    Path target = Files.writeString(temporary.resolve("target"), "old");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), target);

    AtomicFile.write(link, out -> out.append("new"));

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
  }

  @Test
  void aDeviceThatTheUserNamedStaysADevice() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));

    AtomicFile.write(device, out -> out.append("gone"));

    assertFalse(Files.isRegularFile(device));
  }
}
