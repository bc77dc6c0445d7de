package io.mcpcatalogue.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mcpcatalogue.cli.WordReader.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words behind a command's name mean, and what is told where they mean nothing. */
class WordReaderTest {
  /** Each word that was taken, with who took it. */
  private final List<String> taken = new ArrayList<>();

  private final Syntax syntax =
      Syntax.of("Does nothing.")
          .parameter("FIRST", "The first word.", word -> taken.add("first " + word))
          .parameters("MORE", 0, 2, "More words.", word -> taken.add("more " + word))
          .flag("--quiet", "Says nothing.", () -> taken.add("quiet"))
          .option("--limit", "N", "How many.", word -> taken.add("limit " + Values.number(word)))
          .repeatable(List.of("--rule", "--law"), "R", "A rule.", word -> taken.add("rule " + word))
          .repeatable(
              "--env", "K=V", "Variables.", word -> Values.put(word, new TreeMap<>(), Path::of))
          .optionalValue("--image", "IMAGE", "An image.", word -> taken.add("image " + word));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | first a",
        "a b c | first a, more b, more c",
        "--limit 3 a | limit 3, first a",
        "a --limit=3 --quiet | first a, limit 3, quiet",
        "a --limit -3 | first a, limit -3",
        "a --rule x --law y | first a, rule x, rule y",
        "a --rule= | first a, rule ",
        "- b | first -, more b",
        "-- --quiet --help | first --quiet, more --help",
        "a --image | first a, image ",
        "a --image --quiet | first a, image , quiet",
        "a --image=x | first a, image x",
        "a --image x | first a, image x",
        "a --env K=V=W | first a",
      })
  void wordsAreHandedToWhatTakesThem(String line, String expected) {
    assertEquals(Wish.WORK, read(line));
    assertEquals(expected.strip(), String.join(", ", taken).strip());
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
    Syntax export =
        Syntax.of("Writes.").requiredOption("--out", "DIR", "Where.", word -> taken.add(word));

    assertEquals(
        "missing required option: '--out=DIR'",
        assertThrows(SyntaxException.class, () -> WordReader.read(export, List.of())).getMessage());
    assertEquals(Wish.WORK, WordReader.read(export, List.of("--out", "x")));
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "30,PT30S", "2m,PT2M", "1h,PT1H"})
  void durationsAreWrittenAsPeopleDo(String word, String duration) {
    assertEquals(duration, Values.duration(word).toString());
  }

  private Wish read(String line) {
    return WordReader.read(syntax, List.of(line.split(" ")));
  }
}
