package io.mcpcatalogue.classifier.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

  private final Faults faults = new Faults();

  @Test
  void everyFaultOfAFileIsToldAtOnceWithItsPlace() {
    MapReader map =
        read(
            """
            summary: [a, b]
            weight: heavy
            flag: no
            sevrity: high
            """);
    map.text("summary");
    map.numberOr("weight", 1);
    map.flagOr("flag", false);
    map.text("message");
    map.finish();

    assertEquals(
        List.of(
            "rule.yml:1:1: 'message' is missing",
            "rule.yml:1:10: 'summary' must be text, found a list",
            "rule.yml:2:9: 'weight' must be a number, found 'heavy'",
            "rule.yml:3:7: 'flag' must be true or false, found 'no'",
            "rule.yml:4:1: unknown key 'sevrity'; known here: summary, weight, flag, message"),
        told().stream().filter(fault -> !fault.contains("'summary' is empty")).toList());
  }

  @Test
  void aDuplicateKeyIsAFault() {
    read("one: 1\ntwo: 2\none: 3\n");
    assertEquals(List.of("rule.yml:3:1: 'one' stands here twice, first in line 1"), told());
  }

  @Test
  void brokenYamlTellsWhere() {
    assertTrue(YamlReader.read("rule.yml", "a: [1, 2\nb: }", faults).isEmpty());
    assertTrue(told().get(0).startsWith("rule.yml:2:"), told()::toString);
  }

  @Test
  void anchorsAndTagsAreRefused() {
    YamlReader.read("rule.yml", "a: &x [1]\nb: *x\nc: !!java.lang.Runtime []\n", faults);
    assertEquals(2, told().size(), told()::toString);
  }

  @Test
  void depthIsNoDanger() {
    YamlReader.read("deep.yml", "[".repeat(100_000), faults);
    YamlReader.read("deeper.yml", "[".repeat(40) + "]".repeat(40), faults);
    assertEquals(2, told().size(), told()::toString);
  }

  @Test
  void scalarsStayText() {
    MapReader map = read("norway: no\nnumber: 012\n");
    assertEquals("no", map.text("norway"));
    assertEquals("012", map.text("number"));
  }

  private MapReader read(String text) {
    Optional<YamlNode> root = YamlReader.read("rule.yml", text, faults);
    return MapReader.of(root.orElseThrow(), faults);
  }

  private List<String> told() {
    return faults.sorted().stream().map(Fault::toString).toList();
  }
}
