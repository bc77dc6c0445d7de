package io.mcpcatalogue.cli.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may follow the name of a command, with its help. Made by plain code, without annotations,
 * because a start is too short for reflection. For one thread.
 */
public final class Syntax {
  private final List<String> description;
  private final List<Parameter<?>> parameters = new ArrayList<>();
  private final Map<String, Option<?>> options = new LinkedHashMap<>();
  private final Map<String, List<Option<?>>> sections = new LinkedHashMap<>();
  private List<String> synopsis = List.of();
  private List<String> footer = List.of();
  private String section = "";

  private Syntax(List<String> description) {
    this.description = description;
    sections.put(section, new ArrayList<>());
  }

  /**
   * The syntax of a command.
   *
   * @param description paragraphs of its help, of which the first says it all in short
   */
  public static Syntax of(String... description) {
    return new Syntax(List.of(description));
  }

  /** Something that a command understands: a parameter, an option, several of them. */
  public interface Part {
    void addTo(Syntax syntax);
  }

  /** Adds parts in the order in which the help shows them. */
  public Syntax with(Part... parts) {
    for (Part part : parts) {
      part.addTo(this);
    }
    return this;
  }

  /** Shows a part under a heading of its own. */
  public Syntax section(String heading, Part part) {
    section = heading;
    sections.put(heading, new ArrayList<>());
    part.addTo(this);
    section = "";
    return this;
  }

  void add(Parameter<?> parameter) {
    parameters.add(parameter);
  }

  void add(Option<?> option) {
    for (String name : option.names()) {
      options.put(name, option);
    }
    sections.get(section).add(option);
  }

  /** The ways to write the command, where they cannot be told from its parts. */
  public Syntax synopsis(String... lines) {
    synopsis = List.of(lines);
    return this;
  }

  public Syntax footer(String... lines) {
    footer = List.of(lines);
    return this;
  }

  List<String> description() {
    return description;
  }

  public List<Parameter<?>> parameters() {
    return parameters;
  }

  /** The options by each of their names. */
  public Map<String, Option<?>> options() {
    return options;
  }

  /** The options by the headings under which the help shows them; the first has none. */
  Map<String, List<Option<?>>> sections() {
    return sections;
  }

  List<String> synopsis() {
    return synopsis;
  }

  List<String> footer() {
    return footer;
  }
}
