package io.mcpcatalogue.collect.extract.ruby;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads literals, and constants and methods that are nothing but literals, off the tokens of one
 * file. For one thread.
 */
final class RubyLiterals {
  private static final int MAX_DEPTH = 40;

  /** How often each token may be read: constants that name others twice would double each time. */
  private static final int MAX_READS_A_TOKEN = 20;

  private final Tokens tokens;

  /** Where the values of constants, and of methods without parameters, begin. */
  private final Map<String, Integer> named = new HashMap<>();

  private final Set<String> open = new HashSet<>();
  private final long maxReads;
  private long reads;
  private int depth;

  RubyLiterals(Tokens tokens) {
    this.tokens = tokens;
    this.maxReads = (long) MAX_READS_A_TOKEN * tokens.count();
    for (int i = 0; i + 2 < tokens.count(); i++) {
      if (tokens.startsLine(i) && isConstant(i) && tokens.is(i + 1, '=')) {
        named.putIfAbsent(tokens.text(i), i + 2);
      } else if (tokens.startsLine(i) && tokens.is(i, "def") && tokens.startsLine(i + 2)) {
        named.putIfAbsent(tokens.text(i + 1), i + 2);
      }
    }
  }

  /** Whether the file is too intricate to be read to its end. */
  boolean isExhausted() {
    return reads > maxReads;
  }

  /**
   * A value and where it ends.
   *
   * @param json empty when it is not known
   * @param exact whether all of it is known
   * @param next the token behind it
   */
  record Read(Optional<JsonValue> json, boolean exact, int next) {}

  /** The arguments of a call: those without names in their order, and those with names. */
  record Arguments(
      List<JsonValue> positional, Map<String, JsonValue> named, boolean exact, int next) {

    Optional<String> text(String name) {
      return Optional.ofNullable(named.get(name)).flatMap(JsonValue::text);
    }
  }

  private boolean isConstant(int token) {
    return tokens.is(token, Kind.WORD) && Character.isUpperCase(tokens.text(token).charAt(0));
  }

  /** The arguments behind the name of a method, with or without parentheses. */
  Arguments arguments(int token) {
    boolean enclosed = tokens.is(token, '(');
    int end = enclosed ? tokens.closing(token) : tokens.count();
    int next = enclosed ? token + 1 : token;
    List<JsonValue> positional = new ArrayList<>();
    Map<String, JsonValue> named = new LinkedHashMap<>();
    boolean exact = true;
    while (next < end && (enclosed || !tokens.startsLine(next) || tokens.is(next - 1, ','))) {
      Optional<String> key = key(next);
      Read value = read(key.isPresent() ? behindKey(next) : next);
      exact &= value.exact();
      if (key.isPresent()) {
        value.json().ifPresent(json -> named.put(key.get(), json));
      } else {
        value.json().ifPresent(positional::add);
      }
      next = afterValue(value.next(), end);
      if (!tokens.is(next - 1, ',')) {
        break;
      }
    }
    return new Arguments(positional, named, exact, enclosed ? end + 1 : next);
  }

  /** Passes what is not understood, up to the next comma. */
  private int afterValue(int from, int end) {
    int next = from;
    while (next < end && !tokens.is(next, ',')) {
      if (tokens.startsLine(next) && tokens.enclosing(next) == Tokens.NONE) {
        return next;
      }
      next = tokens.next(next);
    }
    return next < end ? next + 1 : next;
  }

  /** {@code name:}, {@code "name":}, {@code "name" =>} and {@code :name =>}. */
  private Optional<String> key(int token) {
    if (tokens.is(token, Kind.WORD) && tokens.is(token + 1, ':')) {
      return Optional.of(tokens.text(token));
    }
    boolean isText = tokens.is(token, Kind.STRING);
    if (isText && (tokens.is(token + 1, ':') || tokens.is(token + 1, "=>"))) {
      return Optional.of(tokens.string(token));
    }
    return tokens.is(token, ':') && tokens.is(token + 2, "=>")
        ? Optional.of(tokens.text(token + 1))
        : Optional.empty();
  }

  private int behindKey(int token) {
    return tokens.is(token, ':') ? token + 3 : token + 2;
  }

  /** The value at the token. */
  Read read(int token) {
    reads++;
    if (depth >= MAX_DEPTH || isExhausted() || token >= tokens.count()) {
      return unknown(token + 1);
    }
    depth++;
    try {
      return withMethods(value(token));
    } finally {
      depth--;
    }
  }

  private Read value(int token) {
    if (tokens.is(token, Kind.STRING)) {
      return text(token);
    }
    if (tokens.is(token, '{')) {
      return object(token);
    }
    if (tokens.is(token, '[')) {
      return array(token);
    }
    if (tokens.is(token, ':') && tokens.is(token + 1, Kind.WORD)) {
      return known(JsonValue.of(tokens.text(token + 1)), token + 2);
    }
    if (tokens.is(token, '%') && tokens.is(token + 2, '[')) {
      return words(token + 2);
    }
    if (tokens.is(token, Kind.NUMBER)) {
      return number(token);
    }
    return switch (tokens.text(token)) {
      case "true" -> known(JsonValue.of(true), token + 1);
      case "false" -> known(JsonValue.of(false), token + 1);
      case "nil" -> known(JsonNull.NULL, token + 1);
      default -> tokens.is(token, Kind.WORD) ? named(token) : unknown(token + 1);
    };
  }

  private static Read known(JsonValue json, int next) {
    return new Read(Optional.of(json), true, next);
  }

  private static Read unknown(int next) {
    return new Read(Optional.empty(), false, next);
  }

  private Read number(int token) {
    try {
      long whole = Long.parseLong(tokens.text(token).replace("_", ""));
      return known(JsonValue.of(whole), token + 1);
    } catch (NumberFormatException e) {
      return unknown(token + 1);
    }
  }

  /** Strings that stand behind each other, or are added. */
  private Read text(int token) {
    StringBuilder text = new StringBuilder();
    boolean exact = true;
    int next = token;
    while (tokens.is(next, Kind.STRING)) {
      String part = tokens.string(next);
      boolean isIndented = tokens.text(next).startsWith("<<~");
      exact &= !part.contains("#{");
      text.append(isIndented ? part.stripIndent() : part);
      next++;
      boolean added = tokens.is(next, '+') || tokens.is(next, '\\');
      if (added && tokens.is(next + 1, Kind.STRING)) {
        next++;
      }
    }
    return new Read(Optional.of(JsonValue.of(text.toString())), exact, next);
  }

  private Read object(int open) {
    int end = tokens.closing(open);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    boolean exact = true;
    int next = open + 1;
    while (next < end) {
      Optional<String> key = key(next);
      if (key.isEmpty()) {
        exact = false;
        next = afterValue(next, end);
        continue;
      }
      Read value = read(behindKey(next));
      value.json().ifPresent(json -> members.put(key.get(), json));
      exact &= value.exact();
      next = afterValue(value.next(), end);
    }
    return new Read(Optional.of(new JsonObject(members)), exact, end + 1);
  }

  private Read array(int open) {
    int end = tokens.closing(open);
    List<JsonValue> items = new ArrayList<>();
    boolean exact = true;
    int next = open + 1;
    while (next < end) {
      Read value = read(next);
      value.json().ifPresent(items::add);
      exact &= value.exact();
      next = afterValue(value.next(), end);
    }
    return new Read(Optional.of(new JsonArray(items)), exact, end + 1);
  }

  /** {@code %w[one two]}. */
  private Read words(int open) {
    int end = tokens.closing(open);
    String inside = tokens.source().substring(tokens.end(open), tokens.start(end)).strip();
    List<JsonValue> items = new ArrayList<>();
    for (String word : inside.split("\\s+")) {
      if (!word.isEmpty()) {
        items.add(JsonValue.of(word));
      }
    }
    return known(new JsonArray(items), end + 1);
  }

  /** {@code TEXT}, {@code Notes::TEXT}, {@code text_schema}. */
  private Read named(int token) {
    int next = token + 1;
    while (isConstant(token) && tokens.is(next, "::") && isConstant(next + 1)) {
      next += 2;
    }
    String name = tokens.text(next - 1);
    Integer at = named.get(name);
    if (at == null || tokens.is(next, '(') || !open.add(name)) {
      return unknown(next);
    }
    try {
      Read value = read(at);
      boolean isWhole = isConstant(next - 1) || tokens.is(value.next(), "end");
      return isWhole ? new Read(value.json(), value.exact(), next) : unknown(next);
    } finally {
      open.remove(name);
    }
  }

  /** Methods that hardly change what they are called on; any other makes it unknown. */
  private Read withMethods(Read value) {
    Read result = value;
    while (tokens.is(result.next(), '.') && tokens.is(result.next() + 1, Kind.WORD)) {
      String method = tokens.text(result.next() + 1);
      int next = result.next() + 2;
      if (tokens.is(next, '(')) {
        next = tokens.closing(next) + 1;
      }
      result =
          switch (method) {
            case "freeze", "to_s", "dup", "to_sym" -> new Read(result.json(), result.exact(), next);
            case "strip", "squish", "chomp" ->
                new Read(result.json().map(json -> stripped(json, method)), result.exact(), next);
            case "gsub", "tr", "join" -> new Read(result.json(), false, next);
            default -> unknown(next);
          };
    }
    return result;
  }

  private static JsonValue stripped(JsonValue json, String method) {
    return json.text()
        .map(text -> method.equals("squish") ? text.replaceAll("\\s+", " ") : text)
        .<JsonValue>map(text -> JsonValue.of(text.strip()))
        .orElse(json);
  }
}
