package io.mcpcatalogue.collect.live.command;

import io.mcpcatalogue.model.SafeText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names the server that a command starts by what the user wrote, never by what the server claims: a
 * server must not be able to take the place of another one in the catalogue.
 */
final class CommandName {
  private static final Pattern ENDING =
      Pattern.compile("(?i)\\.(exe|cmd|bat|js|mjs|cjs|ts|py|jar|sh|rb)$");
  private static final Pattern VERSION = Pattern.compile("(?<=.)(@|==).*$");

  private static final Set<String> LAUNCHERS =
      Set.of("npx", "bunx", "pnpx", "uvx", "pipx", "npm", "pnpm", "yarn", "bun", "uv", "deno");

  private static final Set<String> LAUNCHER_WORDS = Set.of("exec", "x", "dlx", "run", "tool", "--");

  private static final Set<String> PACKAGE_OPTIONS = Set.of("-p", "--package", "--from", "--spec");

  private static final Set<String> INTERPRETERS =
      Set.of(
          "node", "python", "python3", "java", "sh", "bash", "zsh", "ruby", "tsx", "ts-node", "php",
          "dotnet", "perl");

  /** What follows is the program itself, and no name. */
  private static final Set<String> CODE_OPTIONS = Set.of("-c", "-e", "--eval", "-p", "--print");

  private static final Set<String> CONTAINERS = Set.of("docker", "podman", "nerdctl");

  /** Options of container launchers that stand alone; every other one takes a value. */
  private static final Set<String> CONTAINER_FLAGS =
      Set.of(
          "-i",
          "-t",
          "-it",
          "-d",
          "--rm",
          "--init",
          "--interactive",
          "--tty",
          "--privileged",
          "--read-only",
          "--detach",
          "-ti");

  private static final Set<String> NO_NAMES =
      Set.of(
          "index",
          "main",
          "server",
          "cli",
          "app",
          "start",
          "run",
          "__main__",
          "dist",
          "build",
          "src",
          "lib",
          "bin",
          "out",
          "target",
          "stdio",
          ".",
          "..",
          "");

  private CommandName() {}

  static String of(List<String> words) {
    String program = stem(words.get(0));
    List<String> arguments = words.subList(1, words.size());
    String name =
        LAUNCHERS.contains(program)
            ? ofPackage(arguments)
            : CONTAINERS.contains(program)
                ? ofImage(arguments)
                : INTERPRETERS.contains(program) ? ofScript(arguments) : "";
    return SafeText.line(name.isEmpty() ? program : name, 200);
  }

  private static String ofPackage(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      int equals = word.indexOf('=');
      if (PACKAGE_OPTIONS.contains(word) && i + 1 < arguments.size()) {
        return withoutVersion(arguments.get(i + 1));
      }
      if (equals > 0 && PACKAGE_OPTIONS.contains(word.substring(0, equals))) {
        return withoutVersion(word.substring(equals + 1));
      }
      if (!word.startsWith("-") && !LAUNCHER_WORDS.contains(word)) {
        return NO_NAMES.contains(stem(word)) ? ofScript(List.of(word)) : withoutVersion(word);
      }
    }
    return "";
  }

  private static String ofImage(List<String> arguments) {
    int i = arguments.indexOf("run") + 1;
    while (i < arguments.size()) {
      String word = arguments.get(i);
      if (!word.startsWith("-")) {
        return word;
      }
      i += CONTAINER_FLAGS.contains(word) || word.contains("=") ? 1 : 2;
    }
    return "";
  }

  private static String ofScript(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (CODE_OPTIONS.contains(word)) {
        return "";
      }
      if (word.equals("-m") && i + 1 < arguments.size()) {
        return arguments.get(i + 1);
      }
      if (!word.startsWith("-")) {
        return ofPath(word);
      }
    }
    return "";
  }

  /** The last part of a path that says something. */
  private static String ofPath(String path) {
    List<String> parts = List.of(path.split("[/\\\\]"));
    for (int i = parts.size() - 1; i >= 0; i--) {
      String part = stem(parts.get(i));
      if (!NO_NAMES.contains(part)) {
        return part;
      }
    }
    return stem(path);
  }

  private static String stem(String path) {
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return ENDING.matcher(file).replaceFirst("");
  }

  private static String withoutVersion(String specification) {
    return VERSION.matcher(specification).replaceFirst("");
  }
}
