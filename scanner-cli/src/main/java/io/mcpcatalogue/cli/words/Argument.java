package io.mcpcatalogue.cli.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person may write behind the name of a command, with its help, and what was written. For
 * one thread.
 */
abstract class Argument<T> implements Syntax.Part {
  private final String label;
  private final String help;
  private final Function<String, T> reading;
  private final List<T> values = new ArrayList<>();

  /**
   * @param label what stands for a value in the help
   * @param reading what a word means; an {@link IllegalArgumentException} says why it is none
   */
  Argument(String label, String help, Function<String, T> reading) {
    this.label = label;
    this.help = help;
    this.reading = reading;
  }

  final void take(String word) {
    values.add(reading.apply(word));
  }

  public final boolean isGiven() {
    return !values.isEmpty();
  }

  /** All that were given, in their order. */
  public final List<T> values() {
    return values;
  }

  /** The value of what must be given, and was. */
  public final T given() {
    return values.get(0);
  }

  public final Optional<T> value() {
    return isGiven() ? Optional.of(values.get(0)) : Optional.empty();
  }

  public final T value(T otherwise) {
    return isGiven() ? values.get(0) : otherwise;
  }

  public final String label() {
    return label;
  }

  final String help() {
    return help;
  }
}
