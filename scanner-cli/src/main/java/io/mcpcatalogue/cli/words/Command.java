package io.mcpcatalogue.cli.words;

import java.util.concurrent.Callable;

/** What a word of the command line names: it says what may follow, is told it, and then works. */
public interface Command extends Callable<Integer> {

  /** What may follow the command's name. */
  Syntax syntax();
}
