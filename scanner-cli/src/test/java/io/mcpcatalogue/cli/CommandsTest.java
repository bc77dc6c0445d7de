package io.mcpcatalogue.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mcpcatalogue.cli.CommandLineTester.Outcome;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.CommandGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private static final Pattern IN_PROSE_OR_CODE =
      Pattern.compile("(?m)(?:^|`)(?:\\./)?mcp-catalogue ([a-z]+)");

  private final CommandGroup<?> program =
      Commands.all(Console.ofProcess(OutputStream.nullOutputStream()), List.of());

  @Test
  void everyCommandIsInTheList() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.mcpcatalogue.cli")
                .stream()
                .filter(type -> type.isAssignableTo(Command.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed = new TreeSet<>(Set.of(CommandGroup.class.getName()));
    allCommands().values().forEach(command -> listed.add(command.getClass().getName()));

    assertEquals(written, listed);
  }

  @Test
  void everyCommandThatTheReadmeNamesIsThere() throws IOException {
    Matcher named = IN_PROSE_OR_CODE.matcher(Files.readString(Path.of("..", "README.md")));

    while (named.find()) {
      assertTrue(program.names().contains(named.group(1)), named.group(1));
    }
  }

  @Test
  void everyCommandHasHelpThatNamesAllItUnderstandsAndFitsThePage() {
    allCommands()
        .forEach(
            (path, command) -> {
              Outcome outcome =
                  new CommandLineTester(Map.of()).run((path + " --help").strip().split(" "));

              assertEquals(0, outcome.exitCode(), path);
              assertEquals("", outcome.err(), path);
              assertTrue(outcome.out().startsWith(("Usage: mcp-catalogue " + path).strip()), path);
              Set<String> understood = new TreeSet<>(command.syntax().options().keySet());
              command.syntax().parameters().forEach(each -> understood.add(each.label()));
              understood.forEach(name -> assertTrue(outcome.out().contains(name), path + name));
              outcome
                  .out()
                  .lines()
                  .forEach(line -> assertFalse(line.length() > 110, path + ": " + line));
            });
  }

  @Test
  void theHelpOfAGroupListsItsCommandsWithWhatEachDoes() {
    String help = new CommandLineTester(Map.of()).run("rules", "--help").out();

    assertTrue(help.startsWith("Usage: mcp-catalogue rules [OPTIONS] COMMAND\n"), help);
    assertTrue(help.contains("\n  list                    Lists"), help);
  }

  private Map<String, Command> allCommands() {
    Map<String, Command> commands = new TreeMap<>();
    addAll("", program, commands);
    return commands;
  }

  private static void addAll(String path, Command command, Map<String, Command> into) {
    into.put(path, command);
    if (command instanceof CommandGroup<?> group) {
      group.names().forEach(name -> addAll((path + " " + name).strip(), group.member(name), into));
    }
  }
}
