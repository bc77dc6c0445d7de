package io.mcpcatalogue.collect.extract.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a function, or a field of a type. Immutable.
 *
 * @param type its type, empty when none is written
 * @param defaultValue its default or initial value, empty when there is none
 * @param marks its annotations, attributes or decorators
 * @param documentation the comment on it, or the tag behind it
 * @param rest whether it takes any number of arguments
 */
public record Parameter(
    String name,
    Optional<Expression> type,
    Optional<Expression> defaultValue,
    List<Expression> marks,
    String documentation,
    boolean rest,
    int line) {

  public Parameter {
    marks = List.copyOf(marks);
  }

  public static Parameter named(String name, int line) {
    return new Parameter(name, Optional.empty(), Optional.empty(), List.of(), "", false, line);
  }
}
