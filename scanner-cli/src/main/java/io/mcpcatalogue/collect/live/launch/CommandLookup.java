package io.mcpcatalogue.collect.live.launch;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the file that a command names, so that a missing one is told before anything starts. */
final class CommandLookup {
  private CommandLookup() {}

  /** The file to start. */
  static Path find(String command, Map<String, String> environment, Path directory)
      throws CollectException {
    String shown = SafeText.line(command, 200);
    Path notExecutable = null;
    for (Path candidate : candidates(command, environment, directory)) {
      if (Files.isRegularFile(candidate)) {
        if (Files.isExecutable(candidate)) {
          return candidate;
        }
        notExecutable = candidate;
      }
    }
    if (notExecutable != null) {
      throw new CollectException(
          Gap.Kind.START_FAILED, "permission denied: \"" + shown + "\" may not be executed");
    }
    throw new CollectException(Gap.Kind.NOT_FOUND, "there is no command \"" + shown + "\"");
  }

  private static List<Path> candidates(
      String command, Map<String, String> environment, Path directory) {
    List<Path> candidates = new ArrayList<>();
    try {
      boolean isPath = command.contains("/") || command.contains(File.separator);
      String folders = isPath ? "" : value(environment, "PATH");
      for (String folder : folders.split(File.pathSeparator)) {
        for (String name : names(command, environment)) {
          candidates.add(directory.resolve(folder).resolve(name));
        }
      }
    } catch (InvalidPathException e) {
      // No file can have this name, so there is none.
      return candidates;
    }
    return candidates;
  }

  /** On Windows a command is a file with one of several endings. */
  private static List<String> names(String command, Map<String, String> environment) {
    if (File.separatorChar == '/') {
      return List.of(command);
    }
    List<String> names = new ArrayList<>();
    String endings = value(environment, "PATHEXT");
    for (String ending : (endings.isEmpty() ? ".EXE;.CMD;.BAT" : endings).split(";")) {
      names.add(command + ending.toLowerCase(Locale.ROOT));
    }
    names.add(command);
    return names;
  }

  private static String value(Map<String, String> environment, String name) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().equalsIgnoreCase(name)) {
        return variable.getValue();
      }
    }
    return "";
  }
}
