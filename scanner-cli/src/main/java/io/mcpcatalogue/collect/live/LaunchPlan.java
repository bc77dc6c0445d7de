package io.mcpcatalogue.collect.live;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.LiveOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides how a command is started: with which variables, where, and behind which walls. */
final class LaunchPlan {
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private LaunchPlan() {}

  /**
   * Plans a command of the user's own: it runs where he stands and finds his tools and caches, as
   * if he had started it himself, but sees none of his other variables.
   */
  static Launch of(List<String> words, LiveOptions options) throws CollectException {
    Path directory = Path.of("").toAbsolutePath();
    Map<String, String> environment = CleanEnvironment.of(System.getenv());
    environment.putAll(options.environment());
    Path program = CommandLookup.find(words.get(0), environment, directory);
    List<String> started = new ArrayList<>(words);
    if (File.separatorChar != '/') {
      started.set(0, program.toString());
    }
    return new Launch(words, inOwnSession(started), environment, directory, List.of());
  }

  /** Without a terminal of its own session a server can neither write on it nor read from it. */
  private static List<String> inOwnSession(List<String> words) {
    List<String> wrapped = new ArrayList<>();
    SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(setsid -> wrapped.add(setsid.toString()));
    wrapped.addAll(words);
    return wrapped;
  }
}
