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

  /** Takes the folder of the rules and the file to write. */
  public static void main(String[] arguments) throws IOException, RuleLoadException {
    Faults faults = new Faults();
    RulePack pack = RulePack.read(Path.of(arguments[0]), faults);
    faults.throwIfAny();
    RuleSets.bind(pack);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.write(target, PackedRules.write(pack));
  }
}
