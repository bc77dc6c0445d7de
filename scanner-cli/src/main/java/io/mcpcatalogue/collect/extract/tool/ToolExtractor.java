package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.lex.Language;
import java.util.Set;

/**
 * Reads the tools that one language's sources declare. Implementations are stateless; all that they
 * find goes into the result.
 */
public interface ToolExtractor {

  /** The languages whose files it reads. */
  Set<Language> languages();

  /** Reads one package; called once for each package that has files of its languages. */
  Extracted extract(PackageSources sources);
}
