package io.mcpcatalogue.collect.extract.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Lexer;
import io.mcpcatalogue.collect.extract.lex.Vocabulary;
import io.mcpcatalogue.collect.extract.syntax.Statement.Function;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static final Vocabulary TOOL = Vocabulary.of(Set.of("tool"));

  @Test
  void wordsTellWhichFunctionsAreWorthReading() {
    List<Function> functions =
        Statements.functions(
            PythonParser.parse(
                Lexer.lex(
                    Language.PYTHON,
                    """
                    def first():
                        '''Says what it does.'''
                        server.tool(run)

                    def second(): return other()

                    def third():
                        for each in all:
                            each.run()
                    """)));

    assertEquals("Says what it does.", functions.get(0).documentation());
    assertTrue(functions.get(0).code().mayMention(TOOL));
    assertFalse(functions.get(2).code().mayMention(TOOL));
    assertEquals(1, functions.get(1).body().size());
    assertEquals(1, functions.get(2).body().size());
  }

  @Test
  void whatStandsInAFunctionIsReadToItsEndAndNoFurther() {
    List<Statement> statements =
        GoParser.parse(
            Lexer.lex(
                Language.GO, "func a() {\n  x := 1\n  y := 2\n}\nfunc b() { z := 3 }\nvar c = 4"));

    assertEquals(3, statements.size());
    assertEquals(2, ((Function) statements.get(0)).body().size());
    assertEquals(1, ((Function) statements.get(1)).body().size());
  }

  @Test
  void aSearchEntersOnlyFunctionsThatHaveOneOfItsWords() {
    List<Statement> statements =
        BraceParser.parse(
            Dialect.JAVA,
            Lexer.lex(
                Language.JAVA,
                "class A { void first() { other(); } void second() { run(() -> { tool(); }); } }"));
    Search search =
        new Search(
            TOOL,
            part ->
                part instanceof Expression.Call call && call.callee().lastName().equals("tool"));

    List<Function> functions = Statements.functions(statements);
    assertFalse(search.finds(functions.get(0).code()));
    assertTrue(search.finds(functions.get(1).code()));
  }
}
