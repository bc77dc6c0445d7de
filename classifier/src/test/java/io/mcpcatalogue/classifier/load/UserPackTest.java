package io.mcpcatalogue.classifier.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.rule.SignalRule;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPackTest {
  private static final String RULE =
      """
      summary: Speaks of unicorns
      why: We do not want any.
      message: 'Unicorn: {words}'
      severity: LOW
      confidence: high
      match: {words: [unicorn(s)]}
      """;

  @TempDir Path pack;

  @Test
  void aPackAddsReplacesAndSwitchesOff() throws Exception {
    write("signals/text/unicorn.yml", RULE);
    write("signals/schema/glob.yml", RULE.replace("Speaks", "Sings"));
    write("pack.yml", "off: [schema/url]\n");
    RuleSet rules = RuleSets.load(List.of(pack));

    assertTrue(has(rules, "text/unicorn"));
    assertFalse(has(rules, "schema/url"));
    assertEquals("Sings of unicorns", rule(rules, "schema/glob").summary());
    assertNotEquals(RuleSets.builtIn().digest(), rules.digest());
  }

  @Test
  void whatSeveralPacksSwitchOffAddsUp(@TempDir Path other) throws Exception {
    write("pack.yml", "summary: Ours\noff: [schema/url, schema/nesting]\n");
    Files.writeString(other.resolve("pack.yml"), "off: text/over-long\n");

    RuleSet rules = RuleSets.load(List.of(pack, other));

    assertFalse(has(rules, "schema/url"));
    assertFalse(has(rules, "schema/nesting"));
    assertFalse(has(rules, "text/over-long"));
  }

  @Test
  void aFaultOfOneOfSeveralPacksNamesThePack(@TempDir Path other) throws Exception {
    write("pack.yml", "offf: [schema/url]\n");
    Files.writeString(other.resolve("pack.yml"), "off: [text/nothing]\n");

    String told =
        assertThrows(RuleLoadException.class, () -> RuleSets.load(List.of(pack, other)))
            .getMessage();

    assertTrue(told.contains(slashed(pack) + "/pack.yml:1:1: unknown key 'offf'"), told);
    assertTrue(
        told.contains(slashed(other) + "/pack.yml:1:7: there is no rule 'text/nothing'"), told);
  }

  @Test
  void theSamePackGivesTheSameDigestAndNoneThatOfTheBuiltInRules() throws Exception {
    assertEquals(RuleSets.builtIn().digest(), RuleSets.load(List.of()).digest());
    write("signals/text/unicorn.yml", RULE);
    String digest = RuleSets.load(List.of(pack)).digest();
    write("signals/text/unicorn.yml", "# said twice\n" + RULE.replace("\n", "\r\n"));
    assertEquals(digest, RuleSets.load(List.of(pack)).digest());
  }

  @Test
  void anAnnotationThatNobodyKnowsIsRefusedAtItsPlace() throws Exception {
    write("signals/text/a.yml", RULE.replace("{words: [unicorn(s)]}", "{no-hint: readonlyHint}"));
    String told =
        assertThrows(RuleLoadException.class, () -> RuleSets.load(List.of(pack))).getMessage();
    assertTrue(told.contains("signals/text/a.yml") && told.contains("'readonlyHint'"), told);
  }

  @Test
  void aLiteralThatCannotBeLookedForIsRefused() throws Exception {
    write("signals/text/a.yml", RULE.replace("{words: [unicorn(s)]}", "{literal: [अनदेखा]}"));
    String told =
        assertThrows(RuleLoadException.class, () -> RuleSets.load(List.of(pack))).getMessage();
    assertTrue(told.contains("two ASCII characters in a row"), told);
  }

  @Test
  void anExpressionWhoseRepetitionsMultiplyIsRefusedBeforeItTakesAllMemory() throws Exception {
    write(
        "signals/text/a.yml",
        RULE.replace(
            "{words: [unicorn(s)]}", "{regex: '(((a{1000}){1000}){1000}){1000}', near: [a]}"));
    String told =
        assertThrows(RuleLoadException.class, () -> RuleSets.load(List.of(pack))).getMessage();
    assertTrue(told.contains("signals/text/a.yml:6:"), told);
    assertTrue(told.contains("multiply to too many steps"), told);
  }

  @Test
  void allFaultsOfAllFilesAreToldAtOnce() throws Exception {
    write("signals/text/a.yml", RULE.replace("severity: LOW", "sevrity: LOW"));
    write("signals/text/b.yml", RULE.replace("{words: [unicorn(s)]}", "{words: ['..3 x']}"));
    write(
        "signals/schema/c.yml",
        RULE.replace("{words: [unicorn(s)]}", "{regex: '(?=x)', near: [xx]}"));
    write("signals/schema/d.yml", RULE.replace("{words: [unicorn(s)]}", "{wrods: [x]}"));
    write("signals/schema/e.yml", RULE + "references: [MCP99]\n");
    write("elsewhere/f.yml", "a: b\n");
    write("pack.yml", "off: [schema/nothing]\n");
    RuleLoadException told =
        assertThrows(RuleLoadException.class, () -> RuleSets.load(List.of(pack)));
    List<String> files =
        told.faults().stream().map(fault -> fault.place().file()).distinct().toList();
    assertEquals(
        List.of(
            "elsewhere/f.yml",
            "pack.yml",
            "signals/schema/c.yml",
            "signals/schema/d.yml",
            "signals/schema/e.yml",
            "signals/text/a.yml",
            "signals/text/b.yml"),
        files,
        told.getMessage());
    assertTrue(told.getMessage().contains("signals/text/a.yml:4:1: unknown key 'sevrity'"));
  }

  @Test
  void aFolderWithoutRulesIsAMistake() throws Exception {
    write("signals/text/a.test.yml", "fires: []\n");
    String told = assertThrows(IOException.class, () -> RuleSets.load(List.of(pack))).getMessage();
    assertEquals("no rule lies in " + pack, told);
  }

  @Test
  void expressionsThatWouldExplodeAreRefused() throws Exception {
    write(
        "signals/schema/c.yml",
        RULE.replace("{words: [unicorn(s)]}", "{regex: '(?:(?:a{1000}){1000})', near: [aa]}"));
    RuleLoadException told =
        assertThrows(RuleLoadException.class, () -> RuleSets.load(List.of(pack)));
    assertTrue(told.getMessage().contains("signals/schema/c.yml:6:16"), told.getMessage());
  }

  @Test
  void anExpressionIsTriedOnlyGivenOneOfItsPhrases() throws Exception {
    write(
        "signals/text/a.yml",
        RULE.replace(
            "{words: [unicorn(s)]}",
            "{regex: 'unicorns? \\d', near: [unicorn], given: [gallop a]}"));
    Classifier classifier = new Classifier(RuleSets.load(List.of(pack)));

    assertEquals(List.of("unicorn 7"), quotes(classifier, "Gallop a horse or unicorn 7."));
    assertEquals(List.of(), quotes(classifier, "Paint a horse or unicorn 7."));
    assertEquals(List.of(), quotes(classifier, "Gallop a horse or unicorn."));
  }

  @Test
  void whatBelongsToSomebodyIsFoundAsItIsWritten() throws Exception {
    write(
        "signals/text/a.yml",
        RULE.replace("{words: [unicorn(s)]}", "{words: [\"the unicorn's horn\"]}"));
    Classifier classifier = new Classifier(RuleSets.load(List.of(pack)));

    assertEquals(List.of("the unicorn's horn"), quotes(classifier, "Grinds the unicorn's horn."));
    assertEquals(
        List.of("the unicorn\u2019s horn"), quotes(classifier, "Grind the unicorn\u2019s horn."));
  }

  private static List<String> quotes(Classifier classifier, String description) {
    JsonObjectBuilder tool = new JsonObjectBuilder().put("name", "x");
    tool.put("description", description);
    return classifier.assess(ToolDefinition.of(tool.build(), "test"), "").signals().stream()
        .filter(signal -> signal.id().equals("text/a"))
        .flatMap(signal -> signal.evidence().stream())
        .map(Quote::words)
        .toList();
  }

  private static String slashed(Path folder) {
    return folder.toString().replace('\\', '/');
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(pack.resolve(path).getParent());
    Files.writeString(pack.resolve(path), text);
  }

  private static boolean has(RuleSet rules, String id) {
    return rules.signals().stream().anyMatch(rule -> rule.id().equals(id));
  }

  private static SignalRule rule(RuleSet rules, String id) {
    return rules.signals().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }
}
