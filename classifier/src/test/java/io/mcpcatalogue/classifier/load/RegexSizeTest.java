package io.mcpcatalogue.classifier.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSizeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((((a{1000}){1000}){1000}){1000})",
        "(.{0,1000}){0,1000}z",
        "(?:[a-z]{100}){100}",
        "a{999999999999}",
        "(a{1000}",
        "\\p{L}{50000}",
        "[]{9}]{50000}",
      })
  void seesWhatRepetitionsMultiplyTo(String expression) {
    assertTrue(RegexSize.estimate(expression) > 900, expression);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a{2,3}b{2}",
        "\\x{10ffff}",
        "[{1000}]",
        "\\{1000}",
        "a{b}",
        "AKIA[0-9A-Z]{16}",
        ")))",
        "\\",
        "[",
        "x{1000"
      })
  void countsNothingElse(String expression) {
    assertTrue(RegexSize.estimate(expression) < 40, expression);
  }

  @Test
  void doesNotGrowBeyondNumbers() {
    assertTrue(RegexSize.estimate("(".repeat(400) + "a" + "{1000})".repeat(140)) > 1 << 20);
  }
}
