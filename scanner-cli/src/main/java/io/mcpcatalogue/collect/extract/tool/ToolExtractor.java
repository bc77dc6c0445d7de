package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.lex.Language;

/**
 * Reads the tools that one language's sources declare. Implementations are stateless; all that they
 * find goes into the result.
 */
public interface ToolExtractor {

  /** The language whose files it reads. */
  Language language();

  /** Reads one package; called once for each package that has files of its language. */
  Extracted extract(PackageSources sources);
}
