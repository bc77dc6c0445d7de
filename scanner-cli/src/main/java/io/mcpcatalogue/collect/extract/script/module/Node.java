package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.value.Value;
import java.util.List;
import java.util.Optional;

/** An expression of a script, as far as constant folding needs it. Immutable. */
public sealed interface Node {

  /** Where the expression begins. */
  int token();

  /** A string, number, truth value or null. */
  record Literal(int token, Value value) implements Node {}

  /** A template; the parts are literals and expressions. */
  record Template(int token, Optional<Node> tag, List<Node> parts) implements Node {}

  /** An identifier; {@code this} and {@code super} are names as well. */
  record Name(int token, String name) implements Node {}

  /** {@code object.name} */
  record Member(int token, Node object, String name) implements Node {}

  /** {@code object[index]} */
  record Index(int token, Node object, Node index) implements Node {}

  /** A call, or a construction with {@code new}; {@code open} is its parenthesis. */
  record Invocation(int token, Node callee, List<Node> arguments, boolean construct, int open)
      implements Node {}

  /** {@code [a, ...b]} */
  record ArrayNode(int token, List<Node> items) implements Node {}

  /** {@code {a: 1, b, ...c, get d() {}}} */
  record ObjectNode(int token, List<Property> properties) implements Node {}

  /** {@code ...a} in a list, an object or a call. */
  record Spread(int token, Node value) implements Node {}

  /** A function of any notation. */
  record FunctionNode(int token, ScriptFunction function) implements Node {}

  /** A class expression. */
  record ClassNode(int token, ScriptClass definition) implements Node {}

  /** Operands joined by one operator, left to right. */
  record Operation(int token, String operator, List<Node> operands) implements Node {}

  /** {@code test ? yes : no} */
  record Conditional(int token, Node test, Node yes, Node no) implements Node {}

  /** An operator before one operand. */
  record Prefix(int token, String operator, Node operand) implements Node {}

  /** Something that is not understood. */
  record Opaque(int token) implements Node {}

  /** One member of an object literal. */
  record Property(Kind kind, Node key, Node value) {

    /** How the member is written. */
    public enum Kind {
      VALUE,
      SPREAD,
      GETTER
    }
  }
}
