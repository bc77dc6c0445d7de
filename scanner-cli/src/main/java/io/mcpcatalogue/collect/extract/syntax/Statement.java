package io.mcpcatalogue.collect.extract.syntax;

import java.util.List;
import java.util.Optional;

/** A statement or declaration of a source, whatever its language. Immutable. */
public sealed interface Statement {

  /** The line it begins on, from 1. */
  int line();

  /**
   * {@code targets = value}.
   *
   * @param operator {@code =}, {@code :=}, {@code +=} …
   * @param type the type that is declared with it, else empty
   * @param value {@link Expression.Unread} where only a type is declared
   * @param marks the annotations on a member that is declared with it
   */
  record Assignment(
      List<Expression> targets,
      String operator,
      Optional<Expression> type,
      Expression value,
      List<Expression> marks,
      int line)
      implements Statement {
    public Assignment {
      targets = List.copyOf(targets);
      marks = List.copyOf(marks);
    }

    public Assignment(
        List<Expression> targets,
        String operator,
        Optional<Expression> type,
        Expression value,
        int line) {
      this(targets, operator, type, value, List.of(), line);
    }

    /** The field that it is in the body of a type. */
    Parameter field() {
      boolean hasValue = !(value instanceof Expression.Unread);
      return new Parameter(
          targets.get(0).lastName(),
          type,
          hasValue ? Optional.of(value) : Optional.empty(),
          marks,
          "",
          false,
          line);
    }
  }

  /** An expression on its own. */
  record Evaluation(Expression expression, int line) implements Statement {}

  /** The end of a function with its value. */
  record Return(Optional<Expression> value, int line) implements Statement {}

  /** An if, with its else. */
  record Branch(Expression condition, List<Statement> then, List<Statement> otherwise, int line)
      implements Statement {
    public Branch {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** {@code for names in over}. */
  record Loop(List<String> names, Expression over, List<Statement> body, int line)
      implements Statement {
    public Loop {
      names = List.copyOf(names);
      body = List.copyOf(body);
    }
  }

  /** Statements that are run one after the other: with, try, switch, while. */
  record Block(List<Statement> body, int line) implements Statement {
    public Block {
      body = List.copyOf(body);
    }
  }

  /**
   * A named function or method.
   *
   * @param receiver the type it belongs to where that stands with the function, else empty
   * @param marks its annotations, attributes or decorators, in their order
   * @param documentation the comment or docstring on it
   * @param code what it does
   */
  record Function(
      String name,
      String receiver,
      List<Parameter> parameters,
      Optional<Expression> result,
      List<Expression> marks,
      String documentation,
      boolean asynchronous,
      Body code,
      int line)
      implements Statement {
    public Function {
      parameters = List.copyOf(parameters);
      marks = List.copyOf(marks);
    }

    public List<Statement> body() {
      return code.statements();
    }

    /** The same function under another name. */
    public Function named(String other) {
      return new Function(
          other, receiver, parameters, result, marks, documentation, asynchronous, code, line);
    }
  }

  /**
   * A class, structure, record, enumeration or interface.
   *
   * @param bases what it extends, implements or embeds
   * @param fields its fields in their order
   * @param body its methods and whatever else stands in it
   */
  record Type(
      String name,
      List<Expression> bases,
      List<Expression> marks,
      String documentation,
      List<Parameter> fields,
      List<Statement> body,
      int line)
      implements Statement {
    public Type {
      bases = List.copyOf(bases);
      marks = List.copyOf(marks);
      fields = List.copyOf(fields);
      body = List.copyOf(body);
    }

    /** Whether it only adds to the type of its name: {@code impl Note { … }}. */
    public boolean isImplementation() {
      return marks.stream().anyMatch(mark -> mark.lastName().equals("impl"));
    }
  }

  /**
   * One imported name.
   *
   * @param path the module, as the language writes it
   * @param name what is taken out of it, empty for the module itself, {@code *} for everything
   * @param alias the name it has here
   */
  record Import(String path, String name, String alias, int line) implements Statement {}
}
