package io.mcpcatalogue.cli;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the commands that people wait for once, on the examples. The launcher has Java note what
 * these load, so that it lies ready at the starts that follow.
 */
public final class FirstRuns {
  /**
   * A server that takes its time, so that what it will need is rehearsed; that asks something of
   * the client; and that stays when its input ends, so that it has to be told to leave.
   */
  private static final String SLOW_SERVER =
      """
      sleep 1
      echo '{"jsonrpc":"2.0","id":"a","method":"roots/list"}'
      while IFS= read -r request; do
        id=${request#*'"id":'}
        case $request in
          *'"id":'[0-9]*) printf '{"jsonrpc":"2.0","id":%s,"result":%s}\n' "${id%%[!0-9]*}" "$0" ;;
        esac
      done
      exec sleep 9
      """;

  /** What it answers to whatever it is asked. */
  private static final String ANSWER =
      """
      {"protocolVersion": "2025-11-25", "capabilities": {"tools": {}, "prompts": {}, "resources": {}},
       "serverInfo": {"name": "slow", "version": "1"}, "instructions": "List first, then read.",
       "tools": [{"name": "list_notes", "description": "Lists notes.", "inputSchema": {"type": "object"}}],
       "prompts": [{"name": "tidy", "description": "Tidies up."}], "resources": [{"uri": "note://1"}],
       "resourceTemplates": [{"uriTemplate": "note://{id}"}]}
      """
          .replace("\n", "");

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
        List.of("scan", "--no-db", "--", "sh", "-c", SLOW_SERVER, ANSWER),
        // Every rule with the texts that it is for.
        List.of("rules", "test"),
        List.of("search", "--db", catalogue, "note"),
        List.of("show", "--db", catalogue, "file:notes-server"),
        List.of("show", "--db", catalogue, "file:notes-server", "create_note"),
        List.of("explain", "--db", catalogue, "file:notes-server", "create_note"));
  }
}
