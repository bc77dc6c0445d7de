package io.mcpcatalogue.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogateEscapesTest {

  @ParameterizedTest
  @CsvSource({
    "{\"\\ud83d\":1}, {\"\\ufffd\":1}",
    "{\"\\uDCA9x\":1}, {\"\\ufffdx\":1}",
    "\\ud83d\\ud83d\\udca9, \\ufffd\\ud83d\\udca9",
    "\\ud83d\\u0041, \\ufffd\\u0041",
    "\\\\\\ud83d, \\\\\\ufffd",
    "\\ud83d\\n\\udca9, \\ufffd\\n\\ufffd",
  })
  void halvesBecomeTheReplacementCharacter(String json, String expected) {
    assertEquals(
        expected, new String(SurrogateEscapes.mended(bytes(json)), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\",
        "\\u",
        "\\ud8",
        "\\\\ud83d",
        "\\ud83d\\udca9",
        "\\u00e9",
        "ud83d",
        "\\ud83x"
      })
  void whatHasNoHalvesStaysTheSame(String json) {
    byte[] bytes = bytes(json);

    assertSame(bytes, SurrogateEscapes.mended(bytes));
  }

  @Test
  void aLongRowOfHalvesIsMendedInOneGo() {
    byte[] bytes = bytes("\\ud83d".repeat(1_000_000));

    assertEquals(
        "\\ufffd".repeat(1_000_000),
        new String(SurrogateEscapes.mended(bytes), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
