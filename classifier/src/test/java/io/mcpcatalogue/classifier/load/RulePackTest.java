package io.mcpcatalogue.classifier.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackTest {

  @TempDir Path folder;

  @Test
  void thePackedFormSaysTheSame() throws IOException {
    write("signals/schema/url.yml", "summary: \"Grüße\"\nmatch:\n  any: [a, 'b']\n");
    write("signals/schema/url.test.yml", "fires: []\n");
    RulePack pack = read(folder);
    assertEquals(
        List.of("signals/schema/url.yml"), pack.files().stream().map(RuleFile::path).toList());

    PackedRules packed = PackedRules.read(PackedRules.write(pack));
    assertEquals(pack, packed.pack());
    assertEquals(RulesDigest.of(pack), packed.digest());
  }

  @Test
  void theDigestIgnoresCommentsAndLineEndsAndNothingElse() throws IOException {
    write("a.yml", "# why\nsummary: x\nlist: [1, 2]\n");
    String digest = RulesDigest.of(read(folder));
    write("a.yml", "summary:   x # other\r\nlist:\r\n- 1\r\n- '2'\r\n");
    assertEquals(digest, RulesDigest.of(read(folder)));
    write("a.yml", "summary: x\nlist: [2, 1]\n");
    assertNotEquals(digest, RulesDigest.of(read(folder)));
  }

  @Test
  void aPackLaidOverAnotherReplacesByPath() throws IOException {
    write("one/a.yml", "x: 1\n");
    write("one/b.yml", "x: 1\n");
    write("two/b.yml", "x: 2\n");
    write("two/c.yml", "x: 2\n");
    RulePack merged = read(folder.resolve("one")).overlaidBy(read(folder.resolve("two")));
    assertEquals(
        List.of("a.yml", "b.yml", "c.yml"), merged.files().stream().map(RuleFile::path).toList());
    Faults faults = new Faults();
    assertEquals("2", MapReader.of(merged.files().get(1).root(), faults).text("x"));
    assertEquals(List.of(), faults.sorted());
  }

  private RulePack read(Path where) throws IOException {
    Faults faults = new Faults();
    RulePack pack = RulePack.read(where, faults);
    assertEquals(List.of(), faults.sorted());
    return pack;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
