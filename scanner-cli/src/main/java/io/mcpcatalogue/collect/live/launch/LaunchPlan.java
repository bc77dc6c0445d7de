package io.mcpcatalogue.collect.live.launch;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.LiveOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides how a command is started: with which variables, where, and behind which walls. */
public final class LaunchPlan {
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  /** Package launchers touch no network either when this program must not. */
  private static final Map<String, String> OFFLINE =
      Map.of("NPM_CONFIG_OFFLINE", "true", "UV_OFFLINE", "1");

  private LaunchPlan() {}

  /**
   * Plans a command.
   *
   * @throws CollectException when there is no such command, or the walls that were asked for cannot
   *     be had: then nothing may be started
   */
  public static Launch of(List<String> words, CollectOptions options, Surroundings surroundings)
      throws CollectException {
    LiveOptions live = options.live();
    Map<String, String> environment =
        surroundings.environment(CleanEnvironment.of(System.getenv()));
    if (options.offline()) {
      environment.putAll(OFFLINE);
    }
    environment.putAll(live.environment());
    Path directory = surroundings.directory();
    return switch (live.isolation().kind()) {
      case NONE -> {
        List<String> started = located(words, environment, directory);
        yield new Launch(words, inOwnSession(started), environment, directory, List.of());
      }
      case NAMESPACES -> {
        // What was fetched before starts without a network.
        environment.putIfAbsent("NPM_CONFIG_PREFER_OFFLINE", "true");
        List<String> started = NamespaceWalls.around(located(words, environment, directory));
        yield new Launch(words, inOwnSession(started), environment, directory, List.of());
      }
      case CONTAINER -> {
        ContainerWalls.Container container =
            ContainerWalls.around(
                words, live.isolation().image(), live.environment().keySet(), directory);
        List<String> started = located(container.words(), environment, directory);
        yield new Launch(
            words,
            inOwnSession(started),
            environment,
            directory,
            inOwnSession(located(container.removal(), environment, directory)));
      }
    };
  }

  private static List<String> located(
      List<String> words, Map<String, String> environment, Path directory) throws CollectException {
    Path program = CommandLookup.find(words.get(0), environment, directory);
    if (File.separatorChar == '/') {
      return words;
    }
    List<String> located = new ArrayList<>(words);
    located.set(0, program.toString());
    return located;
  }

  /** Without a terminal of its own session a server can neither write on it nor read from it. */
  private static List<String> inOwnSession(List<String> words) {
    List<String> wrapped = new ArrayList<>();
    for (Path setsid : SETSID) {
      if (wrapped.isEmpty() && Files.isExecutable(setsid)) {
        wrapped.add(setsid.toString());
      }
    }
    wrapped.addAll(words);
    return wrapped;
  }
}
