package io.mcpcatalogue.cli.words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An option of a command. For one thread. */
public final class Option<T> extends Argument<T> {
  private final List<String> names = new ArrayList<>();
  private final Value value;
  private boolean required;
  private boolean repeatable;

  /** How many values follow an option. */
  enum Value {
    NONE,
    ONE,
    MAY_BE_MISSING
  }

  private Option(String name, String label, Value value, String help, Function<String, T> reading) {
    super(label, help, reading);
    this.names.add(name);
    this.value = value;
  }

  public static Option<String> flag(String name, String help) {
    return new Option<>(name, "", Value.NONE, help, Values.TEXT);
  }

  public static Option<String> text(String name, String label, String help) {
    return of(name, label, help, Values.TEXT);
  }

  /** A text that may be missing, and so stands behind an equals sign: without it, it is empty. */
  public static Option<String> optionalText(String name, String label, String help) {
    return new Option<>(name, label, Value.MAY_BE_MISSING, help, Values.TEXT);
  }

  public static Option<Path> path(String name, String label, String help) {
    return of(name, label, help, Values.PATH);
  }

  /** One of a list, in upper or lower case. */
  public static <E extends Enum<E>> Option<E> oneOf(
      E[] all, String name, String label, String help) {
    return of(name, label, help, Values.oneOf(all));
  }

  /**
   * An option with values of any kind.
   *
   * @param label what stands for the value in the help
   * @param reading what a word means; an {@link IllegalArgumentException} says why it is none
   */
  public static <T> Option<T> of(
      String name, String label, String help, Function<String, T> reading) {
    return new Option<>(name, label, Value.ONE, help, reading);
  }

  /** It must be given. */
  public Option<T> required() {
    required = true;
    return this;
  }

  /** It may be given many times. */
  public Option<T> repeatable() {
    repeatable = true;
    return this;
  }

  /** It has another name as well. */
  public Option<T> or(String name) {
    names.add(name);
    return this;
  }

  /** All its names. */
  List<String> names() {
    return names;
  }

  /** How many values follow it. */
  Value follows() {
    return value;
  }

  boolean isRequired() {
    return required;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  @Override
  public void addTo(Syntax syntax) {
    syntax.add(this);
  }
}
