package io.mcpcatalogue.cli.words;

import io.mcpcatalogue.cli.words.Option.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the words behind the name of a command by its syntax. For one use. */
final class WordReader {
  /** What every command understands. */
  static final Set<String> HELP = Set.of("-h", "--help");

  static final Set<String> VERSION = Set.of("-V", "--version");

  private final Syntax syntax;
  private final List<String> words;

  private Wish wish = Wish.WORK;
  private int next;
  private int parameter;
  private int taken;

  private WordReader(Syntax syntax, List<String> words) {
    this.syntax = syntax;
    this.words = words;
  }

  /** What the command is wanted to do. */
  enum Wish {
    WORK,
    TELL_HELP,
    TELL_VERSION
  }

  /**
   * Hands each word to the argument that it is for.
   *
   * @throws SyntaxException when a word does not fit, or one is missing
   */
  static Wish read(Syntax syntax, List<String> words) {
    WordReader reader = new WordReader(syntax, words);
    reader.read();
    return reader.wish;
  }

  private void read() {
    boolean options = true;
    while (next < words.size()) {
      String word = words.get(next++);
      if (options && word.equals("--")) {
        options = false;
      } else if (options && word.startsWith("-") && word.length() > 1) {
        readOption(word);
      } else {
        readParameter(word);
      }
    }
    if (wish == Wish.WORK) {
      expectNoneMissing();
    }
  }

  private void readOption(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (HELP.contains(word)) {
      wish = Wish.TELL_HELP;
      return;
    }
    if (VERSION.contains(word)) {
      wish = Wish.TELL_VERSION;
      return;
    }
    Option<?> option = syntax.options().get(name);
    if (option == null) {
      throw new SyntaxException(
          "unknown option '" + name + "'" + Guess.of(name, syntax.options().keySet()));
    }
    if (option.isGiven() && !option.isRepeatable()) {
      throw new SyntaxException("option '" + name + "' was given twice");
    }
    if (option.follows() == Value.NONE && equals >= 0) {
      throw new SyntaxException("option '" + name + "' takes no value");
    }
    String value = equals < 0 ? value(option, name) : word.substring(equals + 1);
    // What a script gives so is mostly a variable that is not set.
    if (option.follows() == Value.ONE && value.isEmpty()) {
      throw missingValue(option, name);
    }
    take(option, name, value);
  }

  private static SyntaxException missingValue(Option<?> option, String name) {
    return new SyntaxException("missing value for option '" + name + "' (" + option.label() + ")");
  }

  /** The word behind an option, as far as it needs one. */
  private String value(Option<?> option, String name) {
    if (option.follows() != Value.ONE) {
      return "";
    }
    if (next == words.size() || isOption(words.get(next))) {
      throw missingValue(option, name);
    }
    return words.get(next++);
  }

  private boolean isOption(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    return word.equals("--")
        || HELP.contains(word)
        || VERSION.contains(word)
        || syntax.options().containsKey(name);
  }

  private static void take(Option<?> option, String name, String value) {
    try {
      option.take(value);
    } catch (IllegalArgumentException e) {
      throw new SyntaxException(
          "option '" + name + "' (" + option.label() + "): " + e.getMessage());
    }
  }

  private void readParameter(String word) {
    List<Parameter<?>> parameters = syntax.parameters();
    while (parameter < parameters.size() && taken == parameters.get(parameter).most()) {
      parameter++;
      taken = 0;
    }
    if (parameter == parameters.size()) {
      throw new SyntaxException("'" + word + "' is one word too many");
    }
    taken++;
    if (word.isEmpty()) {
      throw new SyntaxException(parameters.get(parameter).label() + ": an empty word");
    }
    try {
      parameters.get(parameter).take(word);
    } catch (IllegalArgumentException e) {
      throw new SyntaxException(parameters.get(parameter).label() + ": " + e.getMessage());
    }
  }

  private void expectNoneMissing() {
    for (Map.Entry<String, Option<?>> option : syntax.options().entrySet()) {
      if (option.getValue().isRequired() && !option.getValue().isGiven()) {
        throw new SyntaxException(
            "missing required option: '" + option.getKey() + "=" + option.getValue().label() + "'");
      }
    }
    for (Parameter<?> each : syntax.parameters().subList(parameter, syntax.parameters().size())) {
      if (taken < each.least()) {
        throw new SyntaxException("missing required parameter: '" + each.label() + "'");
      }
      taken = 0;
    }
  }
}
