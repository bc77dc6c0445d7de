package io.mcpcatalogue.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private final JsonReader reader = JsonReader.withDefaultLimits();

  @Test
  void keepsTheOrderOfMembersAndTheSpellingOfNumbers() throws MalformedJsonException {
    String text = "{\"b\":1.50,\"a\":[true,false,null,-0.0,1e400],\"c\":{}}";
    assertEquals(text, reader.parse(text).toString());
  }

  @Test
  void escapesWhatCouldSteerATerminal() throws MalformedJsonException {
    assertEquals(
        "\"\\u001b[2J\\u009b\\u007f\\ud800 \\u2028é\"",
        reader.parse("\"\\u001b[2J\\u009b\\u007f\\ud800 \\u2028é\"").toString());
  }

  @Test
  void saysWhereItIsMalformed() {
    MalformedJsonException e =
        assertThrows(MalformedJsonException.class, () -> reader.parse("{\n \"a\": nope}"));
    assertTrue(e.getMessage().startsWith("no valid JSON, line 2"), e.getMessage());
    assertFalse(e.beyondLimits());
  }

  @Test
  void aNumberOfManyDigitsKeepsThem() throws MalformedJsonException {
    String number = "-" + "7".repeat(100_000) + ".5e" + "1".repeat(2_000);

    assertEquals(number, reader.parse(number).toString());
    assertEquals(number, reader.parse(number.getBytes(StandardCharsets.UTF_8)).toString());
  }

  @Test
  void refusesWhatFollowsTheValue() {
    assertThrows(MalformedJsonException.class, () -> reader.parse("{} {}"));
    assertThrows(MalformedJsonException.class, () -> reader.parse(""));
  }

  @Test
  void refusesDepthBeyondTheLimit() {
    MalformedJsonException e =
        assertThrows(MalformedJsonException.class, () -> reader.parse("[".repeat(100_000)));
    assertTrue(e.beyondLimits());
    assertEquals("JSON beyond the limits: nested too deep", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[],", "{},", "{\"a\":1},", "\"\",", "1,", "[[[1]]],"})
  void refusesASmallTextThatBecomesALargeTree(String part) {
    JsonReader frugal = new JsonReader(new JsonLimits(200, 1 << 20, 1 << 20, 1 << 20));
    MalformedJsonException e =
        assertThrows(
            MalformedJsonException.class, () -> frugal.parse("[" + part.repeat(40_000) + "1]"));
    assertTrue(e.beyondLimits());
    assertTrue(e.getMessage().contains("memory"), e.getMessage());
  }
}
