package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.script.module.ScriptClass;
import io.mcpcatalogue.collect.extract.script.module.ScriptModule;
import java.util.Optional;
import java.util.Set;

/** Tells the code of the protocol's kits, which bundles carry along, from the server's own. */
final class LibraryCode {
  private static final Set<String> KIT_METHODS =
      Set.of("setToolRequestHandlers", "_createRegisteredTool", "sendToolListChanged");

  private LibraryCode() {}

  static boolean contains(ScriptModule module, int token) {
    Optional<ScriptClass> around = module.classAround(token);
    return around.isPresent()
        && (around.get().methods().keySet().stream().anyMatch(KIT_METHODS::contains)
            || around.get().methods().containsKey("addTool")
                && around.get().methods().containsKey("addPrompt"));
  }
}
