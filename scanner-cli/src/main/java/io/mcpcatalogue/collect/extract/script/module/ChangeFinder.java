package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.lex.WordIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the calls of a name, and the statements that change what a name stands for. */
public final class ChangeFinder {
  private static final String SELF = "this.";

  private ChangeFinder() {}

  /** The tokens of this name that are called. */
  static List<Integer> calls(Tokens tokens, String name) {
    List<Integer> calls = new ArrayList<>();
    WordIndex words = tokens.words();
    for (int i = words.first(name); i != Tokens.NONE; i = words.next(i)) {
      if (tokens.is(i, Kind.WORD) && opening(tokens, i) != Tokens.NONE) {
        calls.add(i);
      }
    }
    return calls;
  }

  /** The changes of a variable, or of a member of this as {@code this.name}. */
  static List<Change> changes(Tokens tokens, String name) {
    List<Change> changes = new ArrayList<>();
    boolean self = name.startsWith(SELF);
    WordIndex words = tokens.words();
    for (int i = words.first(self ? name.substring(SELF.length()) : name);
        i != Tokens.NONE;
        i = words.next(i)) {
      if (tokens.is(i, Kind.WORD) && (self ? isMemberOfThis(tokens, i) : !isMember(tokens, i))) {
        change(tokens, i).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private static boolean isMember(Tokens tokens, int i) {
    return tokens.is(i - 1, '.') || tokens.is(i - 1, "?.");
  }

  private static boolean isMemberOfThis(Tokens tokens, int i) {
    return tokens.is(i - 1, '.') && tokens.is(i - 2, "this") && !isMember(tokens, i - 2);
  }

  /**
   * The parenthesis of the call of a name: behind its type arguments, and the sign that it may be
   * missing. {@link Tokens#NONE} where it is not called.
   */
  public static int opening(Tokens tokens, int name) {
    int next = tokens.is(name + 1, "?.") ? name + 2 : name + 1;
    int open = tokens.is(next, '<') ? TypeSkipper.angles(tokens, next) : next;
    return tokens.is(open, '(') ? open : Tokens.NONE;
  }

  private static Optional<Change> change(Tokens tokens, int root) {
    int next = root + 1;
    if (tokens.is(next, '=') || tokens.is(next, "||=") || tokens.is(next, "??=")) {
      return Optional.of(new Change(root, Change.Kind.ASSIGN, "", next + 1, Tokens.NONE));
    }
    if (tokens.is(next, '[')) {
      int after = tokens.next(next);
      return tokens.is(after, '=')
          ? Optional.of(new Change(root, Change.Kind.COMPUTED_MEMBER, "", after + 1, next + 1))
          : Optional.empty();
    }
    if (tokens.is(next, '.') || tokens.is(next, "?.")) {
      return memberChange(tokens, root, next + 1);
    }
    // Bundlers hand out a namespace as __export(namespace, {name: () => name}).
    if (tokens.is(next, ',') && tokens.is(next + 1, '{') && tokens.is(root - 1, '(')) {
      return Optional.of(new Change(root, Change.Kind.GETTERS, "", next + 1, Tokens.NONE));
    }
    return Optional.empty();
  }

  private static Optional<Change> memberChange(Tokens tokens, int root, int member) {
    if (!tokens.is(member, Kind.WORD)) {
      return Optional.empty();
    }
    if (tokens.is(member + 1, '=')) {
      return Optional.of(
          new Change(root, Change.Kind.MEMBER, tokens.text(member), member + 2, Tokens.NONE));
    }
    if (!tokens.is(member + 1, '(')) {
      return Optional.empty();
    }
    return switch (tokens.text(member)) {
      case "push", "add", "unshift" ->
          Optional.of(new Change(root, Change.Kind.APPEND, "", member + 1, Tokens.NONE));
      case "set" -> Optional.of(new Change(root, Change.Kind.PUT, "", member + 1, Tokens.NONE));
      default -> Optional.empty();
    };
  }
}
