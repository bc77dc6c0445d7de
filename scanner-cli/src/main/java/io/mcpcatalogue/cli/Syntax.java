package io.mcpcatalogue.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What may follow the name of a command: parameters and options, each with its help and with what
 * takes it. Read as plain code, without annotations, because a start is too short for reflection.
 * For one thread.
 */
final class Syntax {
  /** As many as one likes. */
  static final int ANY = Integer.MAX_VALUE;

  private final List<String> description;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Option> options = new LinkedHashMap<>();
  private List<String> synopsis = List.of();
  private List<String> footer = List.of();
  private String section = "";

  private Syntax(List<String> description) {
    this.description = description;
  }

  /**
   * The syntax of a command.
   *
   * @param description paragraphs of its help, of which the first says it all in short
   */
  static Syntax of(String... description) {
    return new Syntax(List.of(description));
  }

  /**
   * Words that are no options.
   *
   * @param label what stands for one in the help
   */
  record Parameter(String label, int least, int most, String description, Consumer<String> taker) {}

  /** How many values follow an option. */
  enum Value {
    NONE,
    ONE,
    MAY_BE_MISSING
  }

  /**
   * An option.
   *
   * @param names all its spellings
   * @param label what stands for its value in the help
   * @param section the heading under which the help shows it
   */
  record Option(
      List<String> names,
      String label,
      Value value,
      boolean required,
      boolean repeatable,
      String section,
      String description,
      Consumer<String> taker) {}

  /** Something that several commands understand. */
  interface Part {
    void addTo(Syntax syntax);
  }

  Syntax parameter(String label, String help, Consumer<String> taker) {
    return parameters(label, 1, 1, help, taker);
  }

  Syntax optionalParameter(String label, String help, Consumer<String> taker) {
    return parameters(label, 0, 1, help, taker);
  }

  /** A number of words, at least and at most. */
  Syntax parameters(String label, int least, int most, String help, Consumer<String> taker) {
    parameters.add(new Parameter(label, least, most, help, taker));
    return this;
  }

  Syntax flag(String name, String help, Runnable taker) {
    return add(List.of(name), "", Value.NONE, false, false, help, word -> taker.run());
  }

  Syntax option(String name, String label, String help, Consumer<String> taker) {
    return add(List.of(name), label, Value.ONE, false, false, help, taker);
  }

  Syntax requiredOption(String name, String label, String help, Consumer<String> taker) {
    return add(List.of(name), label, Value.ONE, true, false, help, taker);
  }

  /** An option that may be given many times, by any of its names. */
  Syntax repeatable(List<String> names, String label, String help, Consumer<String> taker) {
    return add(names, label, Value.ONE, false, true, help, taker);
  }

  Syntax repeatable(String name, String label, String help, Consumer<String> taker) {
    return repeatable(List.of(name), label, help, taker);
  }

  /** An option whose value may be missing; then the taker gets an empty word. */
  Syntax optionalValue(String name, String label, String help, Consumer<String> taker) {
    return add(List.of(name), label, Value.MAY_BE_MISSING, false, false, help, taker);
  }

  private Syntax add(
      List<String> names,
      String label,
      Value value,
      boolean required,
      boolean repeatable,
      String help,
      Consumer<String> taker) {
    Option option = new Option(names, label, value, required, repeatable, section, help, taker);
    names.forEach(name -> options.put(name, option));
    return this;
  }

  Syntax with(Part part) {
    part.addTo(this);
    return this;
  }

  /** Shows a part under a heading of its own. */
  Syntax section(String heading, Part part) {
    section = heading;
    part.addTo(this);
    section = "";
    return this;
  }

  /** The ways to write the command, where they cannot be told from its parts. */
  Syntax synopsis(String... lines) {
    synopsis = List.of(lines);
    return this;
  }

  Syntax footer(String... lines) {
    footer = List.of(lines);
    return this;
  }

  List<String> description() {
    return description;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** The options by each of their names. */
  Map<String, Option> options() {
    return options;
  }

  List<String> synopsis() {
    return synopsis;
  }

  List<String> footer() {
    return footer;
  }
}
