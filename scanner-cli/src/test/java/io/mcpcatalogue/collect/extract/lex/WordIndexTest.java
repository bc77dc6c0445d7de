package io.mcpcatalogue.collect.extract.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordIndexTest {

  @Test
  void aWordIsFoundInAllItsPlacesInTheirOrder() {
    Tokens tokens = Lexer.lex(Language.SCRIPT, "a.tool(b); tool = {'tool': c}; // tool");

    assertEquals(List.of("tool", "tool", "'tool'"), places(tokens, "tool"));
    assertEquals(List.of(), places(tokens, "too"));
  }

  @Test
  void manyWordsAreAllFound() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append("word").append(i % 2_500).append(' ');
    }
    Tokens tokens = Lexer.lex(Language.GO, text.toString());

    for (int i = 0; i < 2_500; i++) {
      assertEquals(List.of("word" + i, "word" + i), places(tokens, "word" + i));
    }
  }

  @Test
  void aVocabularyTellsWhetherAPartHasAnyOfItsWords() {
    Tokens tokens = Lexer.lex(Language.GO, "func a() { one() } func b() { NewTool() }");
    Vocabulary words = Vocabulary.of(Set.of("NewTool", "AddTool"));
    int second = tokens.words().next(tokens.words().first("func"));

    assertFalse(words.standsBetween(tokens, 0, second));
    assertTrue(words.standsBetween(tokens, second, tokens.count()));
    assertTrue(
        Vocabulary.matching(word -> word.endsWith("Tool"))
            .standsBetween(tokens, 0, tokens.count()));
  }

  private static List<String> places(Tokens tokens, String word) {
    List<String> places = new ArrayList<>();
    for (int i = tokens.words().first(word); i != Tokens.NONE; i = tokens.words().next(i)) {
      places.add(tokens.text(i));
    }
    return places;
  }
}
