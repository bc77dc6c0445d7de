package io.mcpcatalogue.collect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configurations of every client, as people write them. {@code expected.txt} says for each file
 * what it configures: name, what is started, and the facts about it.
 */
class ConfigurationsTest {
  private static final Path ROOT = Path.of("src/test/resources/configurations");
  private static final String SECRET = "a1B2c3D4e5F6g7H8i9J0k1L2";

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.contains("/"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsWhatIsConfigured(String file) {
    assertEquals(expected().get(file), describe(file), file);
  }

  @Test
  void thereAreAHundredOfThem() throws IOException {
    assertTrue(files().count() >= 100);
  }

  @ParameterizedTest
  @MethodSource("files")
  void showsNoSecret(String file) {
    String shown = describe(file);
    assertFalse(shown.contains(SECRET) || shown.contains("hunter2"), shown);
    assertTrue(shown.chars().noneMatch(c -> c < ' ' && c != '\n'), shown);
  }

  private static Map<String, String> expected() {
    try {
      Map<String, String> expected = new LinkedHashMap<>();
      for (String part : Files.readString(ROOT.resolve("expected.txt")).split("\n== ")) {
        int end = part.indexOf('\n');
        expected.put(part.substring(0, end), part.substring(end + 1).stripTrailing());
      }
      return expected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String describe(String file) {
    try {
      List<ServerEntries.Entry> entries =
          ServerEntries.find(ConfigurationFile.read(ROOT.resolve(file))).orElse(List.of());
      return entries.isEmpty()
          ? "no server"
          : entries.stream()
              .map(entry -> describe(EntryReader.read(entry, file)))
              .collect(Collectors.joining("\n"));
    } catch (CollectException e) {
      return e.kind() + " " + e.getMessage().substring(e.getMessage().lastIndexOf(": ") + 2);
    }
  }

  private static String describe(ConfiguredServer server) {
    LaunchCommand launch = LaunchCommand.of(server.command());
    SecretRedactor redactor = SecretRedactor.byShape();
    String started =
        server.command().isEmpty()
            ? redactor.redact(server.url().orElse("nothing"))
            : redactor.redactCommand(server.command());
    String published =
        launch.reference().isEmpty() ? "" : " [" + launch.kind() + " " + launch.reference() + "]";
    String facts =
        LaunchFacts.of(server, launch).stream().map(Fact::id).collect(Collectors.joining(" "));
    String text =
        server.name() + " = " + started + published + (facts.isEmpty() ? "" : " -> " + facts);
    return SafeText.line(text, 1_000);
  }

  /** Writes the expectations anew, for a person to read through. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String file : files().toList()) {
      text.append("== ").append(file).append('\n').append(describe(file)).append('\n');
    }
    Files.writeString(ROOT.resolve("expected.txt"), text.substring(3));
  }
}
