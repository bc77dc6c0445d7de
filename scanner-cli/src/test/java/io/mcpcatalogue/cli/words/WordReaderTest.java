package io.mcpcatalogue.cli.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mcpcatalogue.cli.words.WordReader.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words behind a command's name mean, and what is told where they mean nothing. */
class WordReaderTest {
  private final Parameter<String> first = Parameter.text("FIRST", "The first word.");
  private final Parameter<String> more = Parameter.texts("MORE", 0, 2, "More words.");
  private final Option<String> quiet = Option.flag("--quiet", "Says nothing.");
  private final Option<Integer> limit = Option.of("--limit", "N", "How many.", Values.NUMBER);
  private final Option<String> rule =
      Option.text("--rule", "R", "A rule.").or("--law").repeatable();
  private final Option<Map.Entry<String, Path>> environment =
      Option.of("--env", "K=V", "Variables.", Values.pair(Values.PATH));
  private final Option<String> image = Option.optionalText("--image", "IMAGE", "An image.");
  private final Syntax syntax =
      Syntax.of("Does nothing.").with(first, more, quiet, limit, rule, environment, image);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | FIRST=[a]",
        "a b c | FIRST=[a] MORE=[b, c]",
        "--limit 3 a | FIRST=[a] --limit=[3]",
        "a --limit=3 --quiet | FIRST=[a] --quiet=[] --limit=[3]",
        "a --limit -3 | FIRST=[a] --limit=[-3]",
        "a --rule x --law y | FIRST=[a] --rule=[x, y]",
        "a --image= | FIRST=[a] --image=[]",
        "- b | FIRST=[-] MORE=[b]",
        "-- --quiet --help | FIRST=[--quiet] MORE=[--help]",
        "a --image | FIRST=[a] --image=[]",
        "a --image --quiet | FIRST=[a] --quiet=[] --image=[]",
        "a --image=x | FIRST=[a] --image=[x]",
        "--image a x | FIRST=[a] MORE=[x] --image=[]",
        "a --env K=V=W | FIRST=[a] --env=[K=V=W]",
      })
  void wordsGoToTheArgumentTheyAreFor(String line, String expected) {
    assertEquals(Wish.WORK, read(line));
    assertEquals(expected, given());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--quiet | missing required parameter: 'FIRST'",
        "a b c d | 'd' is one word too many",
        "a --limt 3 | unknown option '--limt'; did you mean '--limit'?",
        "a --token=abcdef | unknown option '--token'",
        "a -q | unknown option '-q'",
        "a --limit | missing value for option '--limit' (N)",
        "a --limit --quiet | missing value for option '--limit' (N)",
        "a --rule= | missing value for option '--rule' (R)",
        "a --env K= | option '--env' (K=V): an empty name",
        "a --limit x | option '--limit' (N): 'x' is no whole number",
        "a --limit 99999999999 | option '--limit' (N): '99999999999' is beyond all bounds",
        "a --limit 1 --limit 2 | option '--limit' was given twice",
        "a --quiet=no | option '--quiet' takes no value",
        "a --env abcdef | option '--env' (K=V): has no '=' behind a name",
      })
  void whatDoesNotFitIsToldWithoutItsValue(String line, String message) {
    assertEquals(message, assertThrows(SyntaxException.class, () -> read(line)).getMessage());
  }

  @Test
  void helpAndVersionNeedNothingElse() {
    assertEquals(Wish.TELL_HELP, read("--help"));
    assertEquals(Wish.TELL_HELP, read("-h a"));
    assertEquals(Wish.TELL_VERSION, read("--version"));
    assertEquals(Wish.TELL_VERSION, read("-V"));
    assertThrows(SyntaxException.class, () -> read("--nope --help"));
  }

  @Test
  void whatIsRequiredMustBeThere() {
    Syntax export = Syntax.of("Writes.").with(Option.path("--out", "DIR", "Where.").required());

    assertEquals(
        "missing required option: '--out=DIR'",
        assertThrows(SyntaxException.class, () -> WordReader.read(export, List.of())).getMessage());
    assertEquals(Wish.WORK, WordReader.read(export, List.of("--out", "x")));
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "30,PT30S", "2m,PT2M", "1h,PT1H"})
  void durationsAreWrittenAsPeopleDo(String word, String duration) {
    assertEquals(duration, Values.DURATION.apply(word).toString());
  }

  private String given() {
    List<String> given = new ArrayList<>();
    for (Argument<?> argument : List.of(first, more, quiet, limit, rule, environment, image)) {
      if (argument.isGiven()) {
        String name =
            argument instanceof Option<?> option ? option.names().get(0) : argument.label();
        given.add(name + "=" + argument.values());
      }
    }
    return String.join(" ", given);
  }

  private Wish read(String line) {
    return WordReader.read(syntax, List.of(line.split(" ")));
  }
}
