package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import java.util.Set;

/** Reads the tools of TypeScript and JavaScript sources. Stateless. */
public final class ScriptExtractor implements ToolExtractor {

  @Override
  public Set<Language> languages() {
    return Set.of(Language.SCRIPT);
  }

  @Override
  public Extracted extract(PackageSources sources) {
    return Extracted.NOTHING;
  }
}
