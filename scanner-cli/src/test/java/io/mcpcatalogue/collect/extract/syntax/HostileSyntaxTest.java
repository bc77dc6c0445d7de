package io.mcpcatalogue.collect.extract.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Lexer;
import io.mcpcatalogue.collect.extract.lex.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Sources that are made to exhaust a parser: what nests or goes on without an end. */
class HostileSyntaxTest {
  private static final Set<Language> PARSED =
      EnumSet.complementOf(EnumSet.of(Language.SCRIPT, Language.RUBY));
  private static final int TIMES = 5_000;
  private static final int SMALL_STACK = 1 << 19;

  private static List<Statement> parse(Language language, String source) {
    Tokens tokens = Lexer.lex(language, source);
    return switch (language) {
      case GO -> GoParser.parse(tokens);
      case PYTHON -> PythonParser.parse(tokens);
      default -> BraceParser.parse(Dialect.valueOf(language.name()), tokens);
    };
  }

  /** Bodies are parsed when they are walked over. */
  private static int inFull(Language language, String source) {
    return Statements.expressions(parse(language, source)).size();
  }

  @Test
  void nothingNestsSoDeepThatTheStackIsUsedUp() throws InterruptedException {
    List<String> heads = List.of("", "x = ", "func f(a ", "val x: ");
    List<String> units =
        List.of(
            "(",
            "[",
            "{",
            "@",
            "\\ ",
            ":: ",
            "!",
            "T[",
            "map[",
            "chan ",
            "func() ",
            "f(a, ",
            "class A { ",
            "|x| ",
            "a ? ",
            "(a = ",
            "lambda x: ",
            "if a { ",
            "if a: pass\nel");
    List<String> failed = new ArrayList<>();
    for (Language language : PARSED) {
      for (String head : heads) {
        for (String unit : units) {
          FutureTask<Integer> task =
              new FutureTask<>(() -> inFull(language, head + unit.repeat(TIMES)));
          Thread thread = new Thread(null, task, "parse", SMALL_STACK);
          thread.start();
          try {
            task.get();
          } catch (ExecutionException e) {
            failed.add(language + " " + head + unit + ": " + e.getCause());
          }
        }
      }
    }
    assertEquals(List.of(), failed);
  }

  @Test
  void aConditionWhoseBlockIsMissingTakesNoLonger() {
    String conditions = "fn f() { " + "if a ".repeat(100_000);
    assertTimeout(Duration.ofSeconds(10), () -> inFull(Language.RUST, conditions));
  }

  @Test
  void aChainOfConditionsIsReadToItsEnd() {
    String chain = "if a: x()\n" + "elif b: y()\n".repeat(TIMES) + "else: z()\n";
    assertEquals(2 * TIMES + 3, inFull(Language.PYTHON, chain));
  }
}
