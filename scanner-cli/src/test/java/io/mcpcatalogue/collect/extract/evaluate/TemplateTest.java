package io.mcpcatalogue.collect.extract.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts with holes that values are filled into. */
class TemplateTest {
  private static final ObjectValue NAMED =
      new ObjectValue(Map.of("kind", Value.text("note")), true, Optional.empty());

  private static Value braces(String text, Value... values) {
    return Template.braces(new Text(text, true), List.of(values), NAMED);
  }

  private static Value printed(String text, Value... values) {
    return Template.printed(new Text(text, true), List.of(values));
  }

  @Test
  void bracesTakeValuesInTheirOrderByTheirPlaceAndByTheirName() {
    assertEquals(
        Value.text("a then b then a: note {}"),
        braces("{} then {} then {0}: {kind!r:>5} {{}}", Value.text("a"), Value.text("b")));
  }

  @Test
  void signsOfPercentTakeValuesInTheirOrder() {
    assertEquals(
        Value.text("5 of \"a\", 100%\n"),
        printed("%03d of %q, 100%%%n", new Value.NumberValue("5"), Value.text("a")));
  }

  @Test
  void aTextIsNoLongerExactWhereAValueIsNotKnown() {
    assertEquals(new Text("Makes ", false), braces("Makes {}"));
    assertEquals(new Text("Makes ", false), printed("Makes %s", Value.Unknown.VALUE));
  }

  @Test
  void bracesThatAreNeverClosedTakeNoLonger() {
    String open = "{a".repeat(500_000);
    assertEquals(Value.text(open), assertTimeout(Duration.ofSeconds(10), () -> braces(open)));
  }
}
