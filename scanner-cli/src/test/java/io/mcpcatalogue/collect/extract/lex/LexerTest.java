package io.mcpcatalogue.collect.extract.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexerTest {

  @Test
  void cutsWordsNumbersStringsAndOperators() {
    assertEquals(
        "const a1 = [ 0x1F , 1.5e-3 , 'x\\'y' ] ; b ?. c ?? d => ...",
        spaced("const a1=[0x1F,1.5e-3,'x\\'y'];b?.c??d=>..."));
  }

  @Test
  void readsTemplatesWithNestedExpressions() {
    assertEquals("` a  ${ f ( { x : ` in ` } ) }  b ` ; end", spaced("`a ${f({x:`in`})} b`; end"));
  }

  @Test
  void tellsRegularExpressionsFromDivisions() {
    assertEquals("x = /[/\"]+/g . test ( y )", spaced("x = /[/\"]+/g.test(y)"));
    assertEquals("a / b / c", spaced("a / b / c"));
    assertEquals("( a ) / 2 ; 'it'", spaced("(a) / 2; 'it'"));
    assertEquals("if ( a ) /'/ . test ( b )", spaced("if (a) /'/.test(b)"));
  }

  @Test
  void resolvesEscapes() {
    assertEquals("a\nb\"é😀c", string(Language.SCRIPT, "\"a\\nb\\\"\\u00e9\\u{1F600}c\""));
    assertEquals("one two", string(Language.SCRIPT, "'one \\\ntwo'"));
    assertEquals("\\d", string(Language.PYTHON, "r'\\d'"));
    assertEquals("a'''b", string(Language.PYTHON, "\"\"\"a'''b\"\"\""));
    assertEquals("say \"x\"", string(Language.CSHARP, "@\"say \"\"x\"\"\""));
    assertEquals("a\"b", string(Language.RUST, "r#\"a\"b\"#"));
    assertEquals("a\n b", string(Language.RUBY, "<<~TEXT\n  a\n   b\n  TEXT"));
    assertEquals("\\n", string(Language.GO, "`\\n`"));
  }

  @Test
  void keepsLifetimesApartFromCharacters() {
    assertEquals(
        "fn f < ' a > ( x : & ' a str ) { let c = 'x' ; }",
        spaced(Language.RUST, "fn f<'a>(x: &'a str) { let c = 'x'; }"));
  }

  @Test
  void knowsLinesColumnsAndComments() {
    Tokens tokens = Lexer.lex(Language.GO, "a\r\n// why\n  /* two */ b\rc");
    assertEquals(List.of("// why", "/* two */"), tokens.commentsBefore(1));
    assertEquals(List.of(1, 3, 4), IntStream.range(0, 3).map(tokens::line).boxed().toList());
    assertEquals(12, tokens.column(1));
    assertTrue(tokens.startsLine(1));
  }

  @Test
  void matchesBracketsAndRecoversFromBrokenOnes() {
    Tokens tokens = Lexer.lex(Language.SCRIPT, "f ( [ a ) ] }");
    assertEquals(4, tokens.partner(1), "the parenthesis closes past the open bracket");
    assertEquals(Tokens.NONE, tokens.partner(2));
    assertEquals(Tokens.NONE, tokens.partner(5));
    assertEquals(2, tokens.enclosing(3));
  }

  @Test
  void staysLinearOnHostileTexts() {
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (String unit :
              List.of("(", "{a:", "`${", "/[", "a?b:", "<T>", "'", "\"\\", "/*", "<<A\n", "}])")) {
            for (Language language : Language.values()) {
              Lexer.lex(language, unit.repeat(50_000));
            }
          }
          Lexer.lex(Language.SCRIPT, "[".repeat(200_000) + ")".repeat(200_000));
          Lexer.lex(Language.SCRIPT, "var a=\"x\",b={c:1};".repeat(300_000));
        });
  }

  @Test
  void throwsForNoText() {
    Random random = new Random(7);
    String alphabet = "ab1 \n\r\t\"'`\\/{}()[]<>#$@=*~-.?:;\u00e9\ud83d\u2028";
    for (int round = 0; round < 3_000; round++) {
      String text =
          random
              .ints(random.nextInt(60), 0, alphabet.length())
              .mapToObj(i -> alphabet.substring(i, i + 1))
              .collect(Collectors.joining());
      for (Language language : Language.values()) {
        Tokens tokens = Lexer.lex(language, text);
        for (int i = 0; i < tokens.count(); i++) {
          tokens.string(i);
          assertTrue(tokens.end(i) > tokens.start(i) && tokens.end(i) <= text.length());
        }
      }
    }
  }

  private static String string(Language language, String text) {
    Tokens tokens = Lexer.lex(language, text);
    assertEquals(1, tokens.count(), "one token: " + text);
    return tokens.string(0);
  }

  private static String spaced(String text) {
    return spaced(Language.SCRIPT, text);
  }

  private static String spaced(Language language, String text) {
    Tokens tokens = Lexer.lex(language, text);
    return IntStream.range(0, tokens.count())
        .mapToObj(tokens::text)
        .collect(Collectors.joining(" "));
  }
}
