package io.mcpcatalogue.classifier.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.category.CategoryEngine;
import io.mcpcatalogue.classifier.category.Verdict;
import io.mcpcatalogue.classifier.facts.FactsReader;
import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every rule on categories is proved by the examples beside it. */
class CategoryExamplesTest {
  private static final Path RULES = Path.of("../rules");

  private final RuleSet rules = RuleSets.builtIn();
  private final FactsReader facts = new FactsReader(rules.vocabulary(), rules.headings());
  private final CategoryEngine engine = new CategoryEngine(rules.categories());

  @Test
  void everyRuleSpeaksForItsExamplesAndIsSilentOnTheOthers() throws Exception {
    Faults faults = new Faults();
    List<String> failures = new ArrayList<>();
    Set<String> withExamples = new TreeSet<>();
    for (RuleFile file : RulePack.readExamples(RULES, faults).below("categories")) {
      String rule = file.path().substring(0, file.path().length() - ".test.yml".length());
      withExamples.add(rule);
      MapReader examples = MapReader.of(file.root(), faults);
      examples.items("fires").forEach(node -> check(rule, node, true, failures));
      examples.items("silent").forEach(node -> check(rule, node, false, failures));
      assertFalse(examples.items("fires").isEmpty(), file.path());
      assertFalse(examples.items("silent").isEmpty(), file.path());
    }
    faults.throwIfAny();
    assertEquals(List.of(), failures);
    Set<String> all = new TreeSet<>();
    RulePack.read(RULES, faults).below("categories").forEach(file -> all.add(file.stem()));
    assertEquals(all, withExamples);
  }

  private void check(String rule, YamlNode node, boolean fires, List<String> failures) {
    Verdict verdict = decide(node);
    boolean fired = verdict.evidence().stream().anyMatch(each -> each.rule().equals(rule));
    if (fired != fires) {
      failures.add(place(node) + (fires ? " is not heard by " : " is heard by ") + rule);
    }
    if (fires) {
      String folder = rule.split("/")[1].toUpperCase(Locale.ROOT);
      if (!verdict.category().name().equals(folder)) {
        failures.add(place(node) + " is " + verdict.category() + ": " + verdict.evidence());
      }
    }
  }

  private Verdict decide(YamlNode node) {
    ToolDefinition tool = ToolDefinition.of((JsonObject) json(node), "example");
    assertTrue(!tool.name().isEmpty(), place(node));
    return engine.decide(facts.read(tool, tool.raw().text("server").orElse("")));
  }

  private static String place(YamlNode node) {
    return node.place().file() + ":" + node.place().line();
  }

  private static JsonValue json(YamlNode node) {
    if (node instanceof YamlText text) {
      boolean flag = text.value().equals("true") || text.value().equals("false");
      return flag && text.plain()
          ? JsonValue.of(Boolean.parseBoolean(text.value()))
          : JsonValue.of(text.value());
    }
    if (node instanceof YamlList list) {
      return new JsonArray(list.items().stream().map(CategoryExamplesTest::json).toList());
    }
    JsonObjectBuilder object = new JsonObjectBuilder();
    for (Entry entry : ((YamlMap) node).entries()) {
      object.put(entry.key(), json(entry.value()));
    }
    return object.build();
  }
}
