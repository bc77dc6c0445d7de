package io.mcpcatalogue.cli.words;

import java.nio.file.Path;
import java.util.function.Function;

/** Words that are no options. For one thread. */
public final class Parameter<T> extends Argument<T> {
  /** As many as one likes. */
  public static final int ANY = Integer.MAX_VALUE;

  private final int least;
  private final int most;

  private Parameter(String label, int least, int most, String help, Function<String, T> reading) {
    super(label, help, reading);
    this.least = least;
    this.most = most;
  }

  public static Parameter<String> text(String label, String help) {
    return texts(label, 1, 1, help);
  }

  public static Parameter<String> optionalText(String label, String help) {
    return texts(label, 0, 1, help);
  }

  /** A number of words, at least and at most. */
  public static Parameter<String> texts(String label, int least, int most, String help) {
    return new Parameter<>(label, least, most, help, Values.TEXT);
  }

  public static Parameter<Path> path(String label, String help) {
    return paths(label, 1, 1, help);
  }

  /** A number of files or folders, at least and at most. */
  public static Parameter<Path> paths(String label, int least, int most, String help) {
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
