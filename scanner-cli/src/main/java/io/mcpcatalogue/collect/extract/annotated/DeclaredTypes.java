package io.mcpcatalogue.collect.extract.annotated;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import io.mcpcatalogue.collect.extract.lex.WordIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of the types that a file declares, found without parsing it. Immutable.
 *
 * @param names those that begin with an upper case letter
 */
record DeclaredTypes(List<String> names) {
  private static final List<String> KEYWORDS =
      List.of("class", "enum", "record", "struct", "interface");

  static DeclaredTypes of(Tokens tokens) {
    WordIndex words = tokens.words();
    List<String> names = new ArrayList<>();
    for (String keyword : KEYWORDS) {
      for (int i = words.first(keyword); i != Tokens.NONE; i = words.next(i)) {
        if (tokens.is(i + 1, Kind.WORD) && Character.isUpperCase(tokens.text(i + 1).charAt(0))) {
          names.add(tokens.text(i + 1));
        }
      }
    }
    return new DeclaredTypes(List.copyOf(names));
  }
}
