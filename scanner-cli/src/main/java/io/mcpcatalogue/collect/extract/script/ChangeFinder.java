package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds every call by the name of what is called, and every statement that changes a value. */
final class ChangeFinder {

  private ChangeFinder() {}

  static void find(
      Tokens tokens, Map<String, List<Integer>> calls, Map<String, List<Change>> changes) {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, Kind.WORD)) {
        if (isCalled(tokens, i)) {
          calls.computeIfAbsent(tokens.text(i), key -> new ArrayList<>(1)).add(i);
        }
        if (!tokens.is(i - 1, '.') && !tokens.is(i - 1, "?.")) {
          boolean self = tokens.is(i, "this") && tokens.is(i + 1, '.');
          int root = self ? i + 2 : i;
          change(tokens, root)
              .ifPresent(
                  change ->
                      changes
                          .computeIfAbsent(
                              (self ? "this." : "") + tokens.text(root), key -> new ArrayList<>(1))
                          .add(change));
        }
      }
    }
  }

  private static boolean isCalled(Tokens tokens, int i) {
    if (tokens.is(i + 1, '(')) {
      return true;
    }
    if (tokens.is(i + 1, '<')) {
      int after = TypeSkipper.angles(tokens, i + 1);
      return after > i + 1 && tokens.is(after, '(');
    }
    return false;
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
