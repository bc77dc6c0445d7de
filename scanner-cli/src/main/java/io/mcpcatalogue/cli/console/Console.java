package io.mcpcatalogue.cli.console;

import io.mcpcatalogue.collect.InputFile;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams and the environment a command talks to; tests hand in their own.
 *
 * @param terminal whether people read what is written to {@code out}
 * @param progressTerminal whether people watch what is written to {@code err}
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal,
    boolean progressTerminal) {
  /** How standard input is named where a file could be. */
  public static final String STANDARD_INPUT = "-";

  private static final int USUAL_COLUMNS = 100;

  /** The streams of this process. The launcher says which of them are terminals. */
  public static Console ofProcess(OutputStream out) {
    return new Console(
        System.in,
        stream(out),
        stream(new FileOutputStream(FileDescriptor.err)),
        System.getenv(),
        Boolean.getBoolean("mcp.catalogue.terminal"),
        Boolean.getBoolean("mcp.catalogue.progress"));
  }

  /** Colours only for people who did not refuse them. */
  public boolean colour() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** The launcher says how wide the terminal is, in the way shells do. */
  public int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return terminal && columns.matches("[1-9][0-9]{1,3}")
        ? Integer.parseInt(columns)
        : USUAL_COLUMNS;
  }

  /** The file that a command names, or standard input where it names {@code -}. */
  public InputStream open(String file) throws IOException {
    return file.equals(STANDARD_INPUT) ? in : InputFile.open(Path.of(file));
  }

  public void flush() {
    out.flush();
    err.flush();
  }

  private static PrintStream stream(OutputStream out) {
    return new PrintStream(new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.UTF_8);
  }
}
