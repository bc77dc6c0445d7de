package io.mcpcatalogue.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {
  private static final Pattern IN_PROSE_OR_CODE =
      Pattern.compile("(?m)(?:^|`)(?:\\./)?mcp-catalogue ([a-z]+)");

  private final CommandLine root =
      Main.commandLine(Console.ofProcess(OutputStream.nullOutputStream()), List.of(), List.of());

  @Test
  void everyCommandIsInTheList() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.mcpcatalogue.cli")
                .stream()
                .filter(type -> type.isAnnotatedWith(Command.class))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed = new TreeSet<>();
    addAll(root, listed);

    assertEquals(written, listed);
  }

  @Test
  void theCommandThatIsNamedIsPreparedAlone() {
    for (String name : root.getSubcommands().keySet()) {
      CommandLine line =
          Main.commandLine(
              Console.ofProcess(OutputStream.nullOutputStream()), List.of(name), List.of());
      assertEquals(Set.of(name), line.getSubcommands().keySet());
    }
  }

  @Test
  void theVersionIsToldWithoutPreparingACommand() {
    CommandLine line =
        Main.commandLine(
            Console.ofProcess(OutputStream.nullOutputStream()), List.of("--version"), List.of());

    assertEquals(Set.of(), line.getSubcommands().keySet());
  }

  @Test
  void everyCommandThatTheReadmeNamesIsThere() throws IOException {
    Matcher named = IN_PROSE_OR_CODE.matcher(Files.readString(Path.of("..", "README.md")));

    while (named.find()) {
      assertTrue(root.getSubcommands().containsKey(named.group(1)), named.group(1));
    }
  }

  private static void addAll(CommandLine command, Set<String> names) {
    names.add(command.getCommandSpec().userObject().getClass().getName());
    command.getSubcommands().values().forEach(each -> addAll(each, names));
  }
}
