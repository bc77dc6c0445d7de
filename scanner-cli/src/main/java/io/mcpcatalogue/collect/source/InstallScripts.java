package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import java.util.ArrayList;
import java.util.List;

/** States what a package would run on the machine of whoever installs it. Nothing of it is run. */
final class InstallScripts {
  private static final String ID = "package/install-script";
  private static final int MAX_VALUE = 300;

  private InstallScripts() {}

  /** The scripts that npm runs while it installs this package. */
  static List<Fact> ofNpm(SourceTree tree) {
    JsonObject manifest = TreeFiles.json(tree, "package.json");
    JsonObject scripts = manifest.object("scripts");
    List<Fact> facts = new ArrayList<>();
    for (String name : List.of("preinstall", "install", "postinstall")) {
      scripts
          .text(name)
          .filter(script -> !script.isBlank())
          .ifPresent(script -> facts.add(fact(name + ": " + script, "package.json")));
    }
    boolean builds = TreeFiles.holds(tree, "binding.gyp") && scripts.text("install").isEmpty();
    if (builds && scripts.text("preinstall").isEmpty()) {
      // npm does this by itself when it finds the file.
      facts.add(fact("install: node-gyp rebuild", "binding.gyp"));
    }
    return facts;
  }

  /** What pip runs while it builds this source distribution. */
  static List<Fact> ofSourceDistribution(SourceTree tree) {
    return TreeFiles.holds(tree, "setup.py")
        ? List.of(fact("setup.py runs while the package is built", "setup.py"))
        : List.of();
  }

  private static Fact fact(String text, String where) {
    String safe = SecretRedactor.byShape().redact(text);
    return new Fact(ID, SafeText.line(safe, MAX_VALUE), where);
  }
}
