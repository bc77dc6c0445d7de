package io.mcpcatalogue.classifier.signal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.model.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitsTest {
  @ParameterizedTest
  @ValueSource(strings = {"^[a-z0-9_-]+$", "^\\d{1,500}$", "^SELECT\\b", "^(ls|cat) [a-z]*$", "^$"})
  void aPatternThatKeepsHostileTextsOutIsALimit(String pattern) {
    assertTrue(TextLimits.isNarrow(JsonValue.of(pattern)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".*",
        "^.*$",
        "\\S",
        "a",
        "^[\\s\\S]{1,10000}$",
        "(?:.|\\n)+",
        "x|.*",
        "^(?=.)",
        "("
      })
  void aPatternThatLetsAnythingPassIsNone(String pattern) {
    assertFalse(TextLimits.isNarrow(JsonValue.of(pattern)));
  }

  @Test
  void anExpressionThatIsTooLongToTryIsNone() {
    assertFalse(TextLimits.isNarrow(JsonValue.of("^[a-z]+$" + "x?".repeat(200))));
  }

  @Test
  void aLengthOfAMillionIsNone() {
    assertTrue(TextLimits.isShort(JsonValue.of(4000)));
    assertFalse(TextLimits.isShort(JsonValue.of(1_000_000)));
    assertFalse(TextLimits.isShort(JsonValue.of("10")));
    assertFalse(TextLimits.isShort(null));
  }
}
