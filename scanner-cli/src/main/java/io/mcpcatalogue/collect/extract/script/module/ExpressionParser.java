package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the expression at a token. It is tolerant: what it does not understand is opaque, and the
 * items of every list are found by their commas, so that one of them never spoils the next. Bodies
 * of functions are not entered. Bounded in depth. For one thread.
 */
public final class ExpressionParser {
  private static final int MAX_DEPTH = 300;
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Set<String> PREFIX_WORDS =
      Set.of("await", "typeof", "void", "delete", "yield");

  private final ScriptModule module;
  private final Tokens tokens;
  private int position;
  private int depth;

  public ExpressionParser(ScriptModule module) {
    this.module = module;
    this.tokens = module.tokens();
  }

  public Node parse(int start) {
    position = start;
    return assignment();
  }

  /** The token behind what was parsed last. */
  int end() {
    return position;
  }

  /** The expressions between a bracket and its end, one for each comma. */
  List<Node> items(int open) {
    List<Node> items = new ArrayList<>();
    int end = tokens.closing(open);
    for (int start : itemStarts(open)) {
      if (start < end && !tokens.is(start, ',')) {
        items.add(item(start));
      }
    }
    return items;
  }

  private Node item(int start) {
    position = start;
    if (tokens.is(start, "...")) {
      position++;
      return new Node.Spread(start, assignment());
    }
    return assignment();
  }

  private List<Integer> itemStarts(int open) {
    return module.itemStarts(open);
  }

  private Node assignment() {
    if (++depth > MAX_DEPTH) {
      depth--;
      return new Node.Opaque(position);
    }
    try {
      Node left = conditional();
      if (tokens.is(position, '=') || tokens.is(position, "||=") || tokens.is(position, "??=")) {
        position++;
        return assignment();
      }
      return left;
    } finally {
      depth--;
    }
  }

  private Node conditional() {
    int start = position;
    Node test = binary(0);
    if (!tokens.is(position, '?')) {
      return test;
    }
    position++;
    Node yes = assignment();
    if (!tokens.is(position, ':')) {
      return new Node.Opaque(start);
    }
    position++;
    return new Node.Conditional(start, test, yes, assignment());
  }

  /** Operations that bind at least so tightly. */
  private Node binary(int loosest) {
    int start = position;
    Node first = unary();
    int level = Precedence.at(tokens, position);
    while (level >= loosest) {
      String operator = tokens.text(position);
      List<Node> operands = new ArrayList<>();
      operands.add(first);
      while (tokens.is(position, operator)) {
        position++;
        operands.add(binary(level + 1));
      }
      first = new Node.Operation(start, operator, List.copyOf(operands));
      level = Precedence.at(tokens, position);
    }
    return first;
  }

  private Node unary() {
    int start = position;
    if (tokens.is(start, Kind.PUNCTUATION)) {
      String operator = tokens.text(start);
      if (operator.equals("<")) {
        int after = TypeSkipper.angles(tokens, start);
        if (after > start && !tokens.is(after, "=>")) {
          position = after;
          return nested(start, "");
        }
        return new Node.Opaque(start);
      }
      if ("!+-~".contains(operator) || operator.equals("++") || operator.equals("--")) {
        position++;
        return nested(start, operator);
      }
    }
    if (tokens.is(start, Kind.WORD)
        && PREFIX_WORDS.contains(tokens.text(start))
        && !tokens.is(start + 1, "=>")) {
      position++;
      return nested(start, tokens.text(start));
    }
    return postfix();
  }

  private Node nested(int start, String operator) {
    if (++depth > MAX_DEPTH) {
      depth--;
      return new Node.Opaque(start);
    }
    Node operand = unary();
    depth--;
    return operator.isEmpty() || operator.equals("await")
        ? operand
        : new Node.Prefix(start, operator, operand);
  }

  private Node postfix() {
    int start = position;
    Node node = primary();
    // A chain is as deep as it is long: one beyond all reason is cut off.
    for (int length = 0; length < MAX_DEPTH; length++) {
      Node next = suffix(start, node);
      if (next == null) {
        return node;
      }
      node = next;
    }
    return new Node.Opaque(start);
  }

  /** The node with the suffix at the position; {@code null} when there is none. */
  private Node suffix(int start, Node node) {
    if (position >= tokens.count()) {
      return null;
    }
    if (tokens.is(position, '.') || tokens.is(position, "?.")) {
      return access(start, node);
    }
    if (tokens.is(position, '(')) {
      return invocation(start, node, false);
    }
    if (tokens.is(position, '[')) {
      return tokens.startsLine(position) && !module.isMinified() ? null : index(start, node);
    }
    if (tokens.is(position, '`')) {
      return template(start, Optional.of(node));
    }
    if (tokens.is(position, '!') && !tokens.startsLine(position)) {
      position++;
      return node;
    }
    if (tokens.is(position, "as") || tokens.is(position, "satisfies")) {
      int after = TypeSkipper.type(tokens, position + 1);
      if (after == position + 1 || tokens.startsLine(position) && tokens.is(position + 1, '(')) {
        return null;
      }
      position = after;
      return node;
    }
    if (tokens.is(position, '<')) {
      int after = TypeSkipper.angles(tokens, position);
      // An open brace follows the arguments of a base class.
      boolean ends = tokens.is(after, '(') || tokens.is(after, '`') || tokens.is(after, '{');
      if (after > position && ends) {
        position = after;
        return node;
      }
    }
    return null;
  }

  private Node access(int start, Node node) {
    boolean optional = tokens.is(position, "?.");
    position++;
    if (optional && tokens.is(position, '(')) {
      return invocation(start, node, false);
    }
    if (optional && tokens.is(position, '[')) {
      return index(start, node);
    }
    if (!tokens.is(position, Kind.WORD)) {
      return null;
    }
    return new Node.Member(start, node, tokens.text(position++));
  }

  private Node index(int start, Node node) {
    int open = position;
    List<Node> inside = items(open);
    position = tokens.next(open);
    return inside.isEmpty()
        ? new Node.Opaque(start)
        : new Node.Index(start, node, inside.get(inside.size() - 1));
  }

  private Node invocation(int start, Node callee, boolean construct) {
    int open = position;
    List<Node> arguments = items(open);
    position = tokens.next(open);
    return new Node.Invocation(start, callee, arguments, construct, open);
  }

  private Node primary() {
    int start = position;
    if (start >= tokens.count()) {
      return new Node.Opaque(start);
    }
    Optional<ScriptFunction> function = module.functionAt(start);
    if (function.isPresent()) {
      position = function.get().end();
      return new Node.FunctionNode(start, function.get());
    }
    return switch (tokens.kind(start)) {
      case STRING -> literal(Value.text(tokens.string(start)));
      case NUMBER -> literal(number(tokens.text(start)));
      case OPEN -> group(start);
      case WORD -> word(start);
      case REGEX -> {
        position++;
        yield CharacterPattern.of(tokens.text(start))
            .<Node>map(pattern -> new Node.Literal(start, pattern))
            .orElseGet(() -> new Node.Opaque(start));
      }
      default -> new Node.Opaque(start);
    };
  }

  private Node literal(Value value) {
    return new Node.Literal(position++, value);
  }

  private Node group(int start) {
    if (tokens.is(start, '`')) {
      return template(start, Optional.empty());
    }
    if (tokens.is(start, '[')) {
      List<Node> items = items(start);
      position = tokens.next(start);
      return new Node.ArrayNode(start, items);
    }
    if (tokens.is(start, '{')) {
      List<Node.Property> properties = new ArrayList<>();
      int end = tokens.closing(start);
      for (int item : itemStarts(start)) {
        if (item < end) {
          property(item).ifPresent(properties::add);
        }
      }
      position = tokens.next(start);
      return new Node.ObjectNode(start, properties);
    }
    if (tokens.is(start, '(')) {
      List<Node> items = items(start);
      position = tokens.next(start);
      return items.isEmpty() ? new Node.Opaque(start) : items.get(items.size() - 1);
    }
    return new Node.Opaque(start);
  }

  private Node word(int start) {
    String word = tokens.text(start);
    switch (word) {
      case "true", "false" -> {
        return literal(new Value.Bool(word.equals("true")));
      }
      case "null", "undefined" -> {
        return literal(Value.Nothing.VALUE);
      }
      case "new" -> {
        return construction(start);
      }
      default -> {
        Optional<ScriptClass> definition = module.classAt(start);
        if (definition.isPresent()) {
          position = tokens.next(definition.get().body());
          return new Node.ClassNode(start, definition.get());
        }
        position++;
        return new Node.Name(start, word);
      }
    }
  }

  private Node construction(int start) {
    position++;
    Node callee = primary();
    while (tokens.is(position, '.') && tokens.is(position + 1, Kind.WORD)) {
      callee = new Node.Member(start, callee, tokens.text(position + 1));
      position += 2;
    }
    if (tokens.is(position, '<')) {
      position = TypeSkipper.angles(tokens, position);
    }
    return tokens.is(position, '(')
        ? invocation(start, callee, true)
        : new Node.Invocation(start, callee, List.of(), true, Tokens.NONE);
  }

  private Node template(int start, Optional<Node> tag) {
    int open = position;
    int end = tokens.closing(open);
    List<Node> parts = new ArrayList<>();
    for (int i = open + 1; i < end; i = tokens.next(i)) {
      if (tokens.is(i, Kind.TEXT)) {
        parts.add(new Node.Literal(i, Value.text(tokens.string(i))));
      } else if (tokens.is(i, Kind.OPEN)) {
        position = i + 1;
        parts.add(i + 1 < tokens.closing(i) ? assignment() : new Node.Opaque(i));
      }
    }
    position = tokens.next(open);
    return new Node.Template(start, tag, List.copyOf(parts));
  }

  private Optional<Node.Property> property(int start) {
    if (tokens.is(start, "...")) {
      position = start + 1;
      return Optional.of(
          new Node.Property(Node.Property.Kind.SPREAD, new Node.Opaque(start), assignment()));
    }
    int key = start;
    while (tokens.is(key, Kind.WORD) && isModifier(key)) {
      key++;
    }
    if (tokens.is(key, '*')) {
      key++;
    }
    Node name = propertyName(key);
    int keyToken = key;
    int after = tokens.next(key);
    if (tokens.is(after, ':')) {
      position = after + 1;
      return Optional.of(new Node.Property(Node.Property.Kind.VALUE, name, assignment()));
    }
    if (tokens.is(after, '(') || tokens.is(after, '<')) {
      return module
          .methodAt(keyToken)
          .map(
              method ->
                  new Node.Property(
                      method.getter() ? Node.Property.Kind.GETTER : Node.Property.Kind.VALUE,
                      name,
                      new Node.FunctionNode(keyToken, method)));
    }
    if (tokens.is(key, Kind.WORD)) {
      return Optional.of(
          new Node.Property(Node.Property.Kind.VALUE, name, new Node.Name(key, tokens.text(key))));
    }
    return Optional.empty();
  }

  private boolean isModifier(int token) {
    boolean modifier =
        tokens.is(token, "async") || tokens.is(token, "get") || tokens.is(token, "set");
    return modifier
        && (tokens.is(token + 1, Kind.WORD)
            || tokens.is(token + 1, Kind.STRING)
            || tokens.is(token + 1, '[')
            || tokens.is(token + 1, '*'));
  }

  private Node propertyName(int key) {
    if (tokens.is(key, '[')) {
      position = key + 1;
      return assignment();
    }
    if (tokens.is(key, Kind.STRING)) {
      return new Node.Literal(key, Value.text(tokens.string(key)));
    }
    return new Node.Literal(key, Value.text(key < tokens.count() ? tokens.text(key) : ""));
  }

  public static Value number(String spelling) {
    String plain = spelling.replace("_", "");
    try {
      if (plain.startsWith("0x") || plain.startsWith("0X")) {
        return new Value.NumberValue(Long.toString(Long.parseLong(plain.substring(2), 16)));
      }
      if (INTEGER.matcher(plain).matches()) {
        return new Value.NumberValue(plain);
      }
      double number = Double.parseDouble(plain.toLowerCase(Locale.ROOT));
      return Double.isInfinite(number) || Double.isNaN(number)
          ? Value.Unknown.VALUE
          : new Value.NumberValue(
              number == Math.rint(number) && Math.abs(number) < 1e15
                  ? Long.toString((long) number)
                  : Double.toString(number));
    } catch (NumberFormatException e) {
      return Value.Unknown.VALUE;
    }
  }
}
