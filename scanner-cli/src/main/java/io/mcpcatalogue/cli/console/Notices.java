package io.mcpcatalogue.cli.console;

import java.util.function.Consumer;

/**
 * Tells what a person has to know or do: at once, also where nobody watches the progress. Safe for
 * many threads.
 */
public record Notices(Console console) implements Consumer<String> {
  @Override
  public void accept(String notice) {
    console.err().println(notice);
    console.err().flush();
  }
}
