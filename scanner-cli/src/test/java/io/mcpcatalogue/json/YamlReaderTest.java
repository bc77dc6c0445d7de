package io.mcpcatalogue.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private final YamlReader reader = YamlReader.withDefaultLimits();

  @Test
  void valuesKeepTheirKindOrderAndSpelling() throws MalformedJsonException {
    assertEquals(
        "{\"b\":[1,1.50,true,null,\"yes\",\"1\"],\"a\":{},\"1\":\"x\"}",
        reader.parse("b: [1, 1.50, true, ~, yes, '1']\na: {}\n1: x").toString());
  }

  @Test
  void anAnchorIsReadWhereverItIsNamed() throws MalformedJsonException {
    assertEquals("{\"a\":[1],\"b\":[1]}", reader.parse("a: &x [1]\nb: *x").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [",
        "a: 1\na: 2",
        "a: *nowhere",
        "a: &x [*x]",
        "<<: {a: 1}",
        "[a]: 1",
        "a\n---\nb",
        "\u0007"
      })
  void whatCannotBeReadIsRefusedWithItsPlace(String text) {
    MalformedJsonException refused =
        assertThrows(MalformedJsonException.class, () -> reader.parse(text));
    assertTrue(refused.getMessage().contains("YAML"), refused.getMessage());
  }

  @Test
  void depthAndAliasBombsCostNothing() {
    assertThrows(MalformedJsonException.class, () -> reader.parse("[".repeat(1_000_000)));
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 100; i++) {
      bomb.append("a%d: &a%d [*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> reader.parse(bomb.toString()));
  }
}
