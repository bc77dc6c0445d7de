package io.mcpcatalogue.cli;

import java.nio.file.Path;
import java.util.function.Function;

/** Words that are no options. For one thread. */
final class Parameter<T> extends Argument<T> {
  /** As many as one likes. */
  static final int ANY = Integer.MAX_VALUE;

  private final int least;
  private final int most;

  private Parameter(String label, int least, int most, String help, Function<String, T> reading) {
    super(label, help, reading);
    this.least = least;
    this.most = most;
  }

  static Parameter<String> text(String label, String help) {
    return texts(label, 1, 1, help);
  }

  static Parameter<String> optionalText(String label, String help) {
    return texts(label, 0, 1, help);
  }

  /** A number of words, at least and at most. */
  static Parameter<String> texts(String label, int least, int most, String help) {
    return new Parameter<>(label, least, most, help, Values.TEXT);
  }

  static Parameter<Path> path(String label, String help) {
    return paths(label, 1, 1, help);
  }

  /** A number of files or folders, at least and at most. */
  static Parameter<Path> paths(String label, int least, int most, String help) {
    return new Parameter<>(label, least, most, help, Values.PATH);
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  @Override
  public void addTo(Syntax syntax) {
    syntax.add(this);
  }
}
