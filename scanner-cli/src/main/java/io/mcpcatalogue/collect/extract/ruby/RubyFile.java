package io.mcpcatalogue.collect.extract.ruby;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of Ruby with its classes. Immutable.
 *
 * @param classes in their order; the last words of their names
 */
record RubyFile(String path, Tokens tokens, List<RubyClass> classes) {

  /**
   * A class that has a base.
   *
   * @param base as it is written, {@code MCP::Tool}, but for a sign of the root before it
   * @param from its first token behind the base
   * @param to the token behind its last one: the next class, or the end of the file
   */
  record RubyClass(String name, String base, int from, int to, int line) {

    /** The last word of the base. */
    String baseName() {
      return base.substring(base.lastIndexOf(':') + 1);
    }
  }

  static RubyFile of(String path, Tokens tokens) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "class") && tokens.startsLine(i) && tokens.is(i + 1, Kind.WORD)) {
        starts.add(i);
      }
    }
    List<RubyClass> classes = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : tokens.count();
      int name = lastOfPath(tokens, starts.get(i) + 1);
      if (tokens.is(name + 1, '<')) {
        int first = tokens.is(name + 2, "::") ? name + 3 : name + 2;
        int base = lastOfPath(tokens, first);
        String written = tokens.source().substring(tokens.start(first), tokens.end(base));
        classes.add(
            new RubyClass(tokens.text(name), written, base + 1, end, tokens.line(starts.get(i))));
      }
    }
    return new RubyFile(path, tokens, List.copyOf(classes));
  }

  private static int lastOfPath(Tokens tokens, int first) {
    int last = first;
    while (tokens.is(last + 1, "::") && tokens.is(last + 2, Kind.WORD)) {
      last += 2;
    }
    return last;
  }
}
