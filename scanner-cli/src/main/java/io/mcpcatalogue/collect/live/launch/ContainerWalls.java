package io.mcpcatalogue.collect.live.launch;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs a command in a container without rights. Only what has to be fetched first gets a network.
 */
final class ContainerWalls {
  /** Images that hold what these commands need. */
  private static final Map<String, String> IMAGES =
      Map.of(
          "npx", "node:22-slim",
          "node", "node:22-slim",
          "npm", "node:22-slim",
          "bunx", "oven/bun:1-slim",
          "uvx", "ghcr.io/astral-sh/uv:python3.12-bookworm-slim",
          "uv", "ghcr.io/astral-sh/uv:python3.12-bookworm-slim",
          "python", "python:3.12-slim",
          "python3", "python:3.12-slim",
          "java", "eclipse-temurin:21-jre");

  private static final List<String> FETCHING = List.of("npx", "npm", "bunx", "uvx", "uv");

  private ContainerWalls() {}

  /** The container of one run. Immutable. */
  record Container(List<String> words, List<String> removal) {}

  /**
   * The command in a container.
   *
   * @param variables the names of the variables that are passed on; their values stay out of the
   *     command line
   */
  static Container around(
      List<String> words, Optional<String> image, Collection<String> variables, Path directory)
      throws CollectException {
    String program = words.get(0);
    String chosen =
        image
            .or(() -> Optional.ofNullable(IMAGES.get(program)))
            .orElseThrow(
                () ->
                    new CollectException(
                        Gap.Kind.NOT_ALLOWED,
                        "--container: no image is known for \""
                            + SafeText.line(program, 100)
                            + "\"; name one with --container=IMAGE"));
    String name = "mcp-catalogue-" + UUID.randomUUID();
    List<String> run = new ArrayList<>(List.of("docker", "run", "--rm", "-i", "--init"));
    run.addAll(List.of("--name", name, "--cap-drop", "ALL"));
    run.addAll(List.of("--security-opt", "no-new-privileges", "--pids-limit", "512"));
    run.addAll(List.of("--memory", "2g", "--read-only", "--tmpfs", "/tmp:exec", "-e", "HOME=/tmp"));
    if (FETCHING.contains(program)) {
      run.addAll(List.of("-w", "/tmp"));
    } else {
      run.addAll(List.of("--network", "none", "-v", directory + ":/work:ro", "-w", "/work"));
    }
    for (String variable : variables) {
      run.addAll(List.of("-e", variable));
    }
    run.add(chosen);
    run.addAll(words);
    return new Container(List.copyOf(run), List.of("docker", "rm", "-f", name));
  }
}
