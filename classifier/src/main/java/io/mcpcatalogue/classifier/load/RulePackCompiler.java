package io.mcpcatalogue.classifier.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Build step: checks the rules of the repository and packs them into the one resource that the
 * program reads at its start. A fault in any rule file fails the build.
 */
public final class RulePackCompiler {
  private RulePackCompiler() {}

  /** Takes the folder of the rules, and the files to write: one for the rules, one for examples. */
  public static void main(String[] arguments) throws IOException, RuleLoadException {
    Path folder = Path.of(arguments[0]);
    Faults faults = new Faults();
    RulePack rules = RulePack.read(folder, faults);
    RulePack examples = RulePack.readExamples(folder, faults);
    faults.throwIfAny();
    RuleSets.bind(rules);
    ExamplesReader.read(folder);
    write(rules, Path.of(arguments[1]));
    write(examples, Path.of(arguments[2]));
  }

  private static void write(RulePack pack, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target, PackedRules.write(pack));
  }
}
