package io.mcpcatalogue.collect.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a configured command really starts, behind shells, {@code sudo} and package runners.
 * Immutable.
 *
 * @param kind what starts it
 * @param reference the package or image with its version as written, empty for a plain program
 * @param pinned whether that names one version that cannot change
 * @param sudo whether it is started with the rights of another user
 * @param inlineShell the shell text, if the command is one
 */
record LaunchCommand(
    Kind kind, String reference, boolean pinned, boolean sudo, Optional<String> inlineShell) {

  /** What starts a server. */
  enum Kind {
    NPM,
    PYPI,
    IMAGE,
    PROGRAM
  }

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "zsh", "dash", "ksh", "fish", "pwsh", "powershell", "cmd");
  private static final Pattern SHELL_TEXT_OPTION =
      Pattern.compile("-[a-z]*c|-command|-encodedcommand|-enc|-e|/c|/k");
  private static final Pattern EXACT_VERSION =
      Pattern.compile("v?[0-9]{1,9}(\\.[0-9]{1,9}){1,3}([-+.][0-9A-Za-z.+-]{1,80})?");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

  /** Options of package runners that take a value of their own. */
  private static final Set<String> NPM_VALUE_OPTIONS =
      Set.of(
          "--registry", "--prefix", "--userconfig", "--cache", "-w", "--workspace", "--loglevel");

  private static final Set<String> PYTHON_VALUE_OPTIONS =
      Set.of(
          "--python",
          "-p",
          "--with",
          "--with-editable",
          "--index-url",
          "--extra-index-url",
          "--index",
          "--default-index",
          "--directory",
          "--project",
          "--env-file",
          "--cache-dir",
          "--pip-args",
          "--spec",
          "--with-requirements");

  private static final Set<String> CONTAINER_VALUE_OPTIONS =
      Set.of(
          "-e",
          "--env",
          "--env-file",
          "-v",
          "--volume",
          "--mount",
          "--name",
          "--network",
          "--net",
          "-p",
          "--publish",
          "-u",
          "--user",
          "-w",
          "--workdir",
          "--entrypoint",
          "--platform",
          "--memory",
          "-m",
          "--cpus",
          "--cap-add",
          "--cap-drop",
          "--security-opt",
          "--label",
          "-l",
          "--add-host",
          "--pull",
          "-h",
          "--hostname",
          "--tmpfs",
          "--device",
          "--gpus",
          "--ulimit",
          "--restart",
          "--log-driver",
          "--dns",
          "--ipc",
          "--pid",
          "--cidfile",
          "--userns",
          "--pids-limit",
          "--shm-size",
          "--cgroupns",
          "--stop-timeout");

  static LaunchCommand of(List<String> words) {
    return unwrapped(words, false, 0);
  }

  private static LaunchCommand unwrapped(List<String> words, boolean sudo, int depth) {
    if (words.isEmpty() || depth > 5) {
      return program(sudo, Optional.empty());
    }
    String program = programName(words.get(0));
    List<String> rest = words.subList(1, words.size());
    if (program.equals("sudo") || program.equals("doas") || program.equals("runas")) {
      return unwrapped(withoutOptions(rest), true, depth + 1);
    }
    if (program.equals("env") || program.equals("nice") || program.equals("nohup")) {
      return unwrapped(withoutAssignments(withoutOptions(rest)), sudo, depth + 1);
    }
    if (program.equals("wsl")) {
      return unwrapped(withoutOptions(rest), sudo, depth + 1);
    }
    if (SHELLS.contains(program)) {
      return shell(rest, sudo, depth);
    }
    return runner(program, rest, sudo);
  }

  private static LaunchCommand shell(List<String> rest, boolean sudo, int depth) {
    for (int i = 0; i < rest.size(); i++) {
      String option = rest.get(i).toLowerCase(Locale.ROOT);
      if (SHELL_TEXT_OPTION.matcher(option).matches()) {
        List<String> text = rest.subList(i + 1, rest.size());
        // On Windows "cmd /c npx …" is how any script is started; only more than that is a text.
        List<String> inner = text.size() == 1 ? CommandLines.split(text.get(0)) : text;
        LaunchCommand started = startedBy(inner, sudo, depth);
        boolean plain = option.equals("/c") && inner.stream().noneMatch(LaunchCommand::isOperator);
        return plain
            ? started
            : new LaunchCommand(
                started.kind,
                started.reference,
                started.pinned,
                started.sudo || inner.contains("sudo"),
                Optional.of(String.join(" ", text)));
      }
    }
    return program(sudo, Optional.empty());
  }

  /** Of the commands of a shell text that which starts a package, else the first. */
  private static LaunchCommand startedBy(List<String> words, boolean sudo, int depth) {
    LaunchCommand first = unwrapped(words, sudo, depth + 1);
    int from = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || isOperator(words.get(i))) {
        LaunchCommand part = unwrapped(words.subList(from, i), sudo, depth + 1);
        if (part.kind != Kind.PROGRAM) {
          return part;
        }
        from = i + 1;
      }
    }
    return first;
  }

  private static boolean isOperator(String word) {
    return word.equals("&&")
        || word.equals("||")
        || word.equals("|")
        || word.contains(";")
        || word.equals("&")
        || word.startsWith(">");
  }

  private static LaunchCommand runner(String program, List<String> rest, boolean sudo) {
    String second = rest.isEmpty() ? "" : rest.get(0);
    boolean executes = second.equals("exec") || second.equals("dlx") || second.equals("x");
    return switch (program) {
      case "npx", "bunx", "pnpx" -> npm(rest, sudo);
      case "npm", "pnpm", "yarn", "bun" ->
          executes ? npm(rest.subList(1, rest.size()), sudo) : program(sudo, Optional.empty());
      case "uvx" -> python(rest, sudo);
      case "uv" ->
          second.equals("tool") && rest.size() > 1 && rest.get(1).equals("run")
              ? python(rest.subList(2, rest.size()), sudo)
              : program(sudo, Optional.empty());
      case "pipx" ->
          second.equals("run")
              ? python(rest.subList(1, rest.size()), sudo)
              : program(sudo, Optional.empty());
      case "docker", "podman", "nerdctl" ->
          second.equals("run")
              ? image(rest.subList(1, rest.size()), sudo)
              : program(sudo, Optional.empty());
      default -> program(sudo, Optional.empty());
    };
  }

  private static LaunchCommand npm(List<String> words, boolean sudo) {
    Optional<String> named = optionValue(words, Set.of("-p", "--package"));
    String reference = named.orElseGet(() -> firstOperand(words, NPM_VALUE_OPTIONS));
    if (reference.isEmpty() || reference.startsWith(".") || reference.startsWith("/")) {
      return program(sudo, Optional.empty());
    }
    int at = reference.indexOf('@', 1);
    boolean pinned = at > 0 && EXACT_VERSION.matcher(reference.substring(at + 1)).matches();
    return new LaunchCommand(Kind.NPM, reference, pinned, sudo, Optional.empty());
  }

  private static LaunchCommand python(List<String> words, boolean sudo) {
    Optional<String> from = optionValue(words, Set.of("--from", "--spec"));
    String reference = from.orElseGet(() -> firstOperand(words, PYTHON_VALUE_OPTIONS));
    if (reference.isEmpty() || reference.startsWith(".") || reference.startsWith("/")) {
      return program(sudo, Optional.empty());
    }
    int at = reference.contains("==") ? reference.indexOf("==") + 1 : reference.indexOf('@');
    boolean pinned = at > 0 && EXACT_VERSION.matcher(reference.substring(at + 1)).matches();
    boolean commit = reference.matches("git\\+.*@[0-9a-f]{40}.*");
    return new LaunchCommand(Kind.PYPI, reference, pinned || commit, sudo, Optional.empty());
  }

  private static LaunchCommand image(List<String> words, boolean sudo) {
    String reference = firstOperand(words, CONTAINER_VALUE_OPTIONS);
    // A tag can be moved, but nobody moves the tag of an exact version without being noticed.
    String tag = reference.substring(reference.lastIndexOf('/') + 1).replaceFirst("^[^:]*:?", "");
    boolean pinned = reference.contains("@sha256:") || EXACT_VERSION.matcher(tag).matches();
    return reference.isEmpty()
        ? program(sudo, Optional.empty())
        : new LaunchCommand(Kind.IMAGE, reference, pinned, sudo, Optional.empty());
  }

  private static LaunchCommand program(boolean sudo, Optional<String> text) {
    return new LaunchCommand(Kind.PROGRAM, "", true, sudo, text);
  }

  private static Optional<String> optionValue(List<String> words, Set<String> names) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (names.contains(word) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
      int equals = word.indexOf('=');
      if (equals > 0 && names.contains(word.substring(0, equals))) {
        return Optional.of(word.substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  private static String firstOperand(List<String> words, Set<String> valueOptions) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-")) {
        return word;
      }
      if (valueOptions.contains(word)) {
        i++;
      }
    }
    return "";
  }

  private static List<String> withoutOptions(List<String> words) {
    int from = 0;
    while (from < words.size() && words.get(from).startsWith("-")) {
      boolean takesValue = Set.of("-u", "-g", "-n", "-d").contains(words.get(from));
      from += takesValue ? 2 : 1;
    }
    return words.subList(Math.min(from, words.size()), words.size());
  }

  private static List<String> withoutAssignments(List<String> words) {
    int from = 0;
    while (from < words.size() && ASSIGNMENT.matcher(words.get(from)).matches()) {
      from++;
    }
    return words.subList(from, words.size());
  }

  /** The program without folder and ending: {@code C:\\nodejs\\npx.cmd} is {@code npx}. */
  static String programName(String word) {
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.(exe|cmd|bat|ps1)$", "");
  }
}
