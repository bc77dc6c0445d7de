package io.mcpcatalogue.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the commands that people wait for once, on the examples. The launcher has Java note what
 * these load, so that it lies ready at the starts that follow.
 */
public final class FirstRuns {
  private FirstRuns() {}

  /**
   * Runs them.
   *
   * @param arguments the folder of the examples, and a catalogue to fill
   */
  public static void main(String[] arguments) {
    Console console = Console.ofProcess(new FileOutputStream(FileDescriptor.out));
    run(console, arguments[0], arguments[1]);
    console.flush();
    System.exit(ExitCode.DONE.number());
  }

  /** The exit code of each. */
  static List<Integer> run(Console console, String examples, String catalogue) {
    List<Integer> exitCodes = new ArrayList<>();
    for (List<String> words : commands(examples, catalogue)) {
      exitCodes.add(Main.run(console, words.toArray(String[]::new)));
    }
    return exitCodes;
  }

  private static List<List<String>> commands(String examples, String catalogue) {
    String server = examples + "/notes-server.sh";
    return List.of(
        // A listing, sources, an address where nobody answers, a command.
        List.of(
            "scan",
            "--db",
            catalogue,
            examples + "/notes-server.json",
            examples + "/notes-server",
            "http://127.0.0.1:9/mcp",
            "--",
            "sh",
            server),
        // A server that takes its time, so that what it will need is rehearsed.
        List.of("scan", "--no-db", "--", "sh", "-c", "sleep 1; exec '" + server + "'"),
        List.of("search", "--db", catalogue, "note"),
        List.of("show", "--db", catalogue, "file:notes-server"),
        List.of("show", "--db", catalogue, "file:notes-server", "create_note"),
        List.of("explain", "--db", catalogue, "file:notes-server", "create_note"));
  }
}
