package io.mcpcatalogue.collect.extract.syntax;

import java.util.List;
import java.util.Optional;

/** An expression or a type of a source, whatever its language. Immutable. */
public sealed interface Expression {

  /** The line it begins on, from 1. */
  int line();

  /** A string without anything to insert, decoded. */
  record Text(String value, int line) implements Expression {}

  /** A number, as it is spelled. */
  record NumberLiteral(String spelling, int line) implements Expression {}

  /** A variable, function, type or constant such as {@code true}. */
  record Name(String name, int line) implements Expression {}

  /** {@code of.name}, {@code of::name}, {@code of->name}. */
  record Member(Expression of, String name, int line) implements Expression {}

  /** {@code of[at]}, and generic types: {@code List<String>} is {@code List} at {@code String}. */
  record Index(Expression of, List<Expression> at, int line) implements Expression {
    public Index {
      at = List.copyOf(at);
    }
  }

  /** {@code callee(arguments)}; a trailing lambda is the last argument. */
  record Call(Expression callee, List<Argument> arguments, int line) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** An argument; the name is empty for a positional one. */
  record Argument(String name, Expression value) {}

  /** {@code type{key: value}}: a literal of a structure; the type is empty where it is elided. */
  record Construction(Optional<Expression> type, List<Entry> entries, int line)
      implements Expression {
    public Construction {
      entries = List.copyOf(entries);
    }
  }

  /** One member of a literal; the key is empty for an element that has only its place. */
  record Entry(Optional<Expression> key, Expression value) {}

  /** A list, tuple, set or array. */
  record Sequence(List<Expression> items, int line) implements Expression {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A dictionary or map. */
  record Mapping(List<Entry> entries, int line) implements Expression {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** The elements of a comprehension: {@code [item for names in over]}. */
  record Comprehension(Expression item, List<String> names, Expression over, int line)
      implements Expression {
    public Comprehension {
      names = List.copyOf(names);
    }
  }

  /** A string with expressions in it, and strings that stand beside each other. */
  record Joined(List<Expression> parts, int line) implements Expression {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /** {@code left operator right}; a unary operator has {@link Unread} on its left. */
  record Operation(String operator, Expression left, Expression right, int line)
      implements Expression {}

  /** {@code condition ? then : otherwise}. */
  record Choice(Expression condition, Expression then, Expression otherwise, int line)
      implements Expression {}

  /** A function without a name. */
  record Lambda(List<Parameter> parameters, Body code, int line) implements Expression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    public List<Statement> body() {
      return code.statements();
    }
  }

  /** {@code *of}, {@code **of}, {@code ...of}, {@code of...}. */
  record Spread(Expression of, int line) implements Expression {}

  /** What the parser did not understand. */
  record Unread(int line) implements Expression {}

  /** The last name of a path: {@code c} of {@code a.b.c}, {@code List} of {@code List<String>}. */
  default String lastName() {
    if (this instanceof Name name) {
      return name.name();
    }
    if (this instanceof Member member) {
      return member.name();
    }
    // One step only: the parsers never index an index of an index without end.
    return this instanceof Index index && !(index.of() instanceof Index)
        ? index.of().lastName()
        : "";
  }
}
