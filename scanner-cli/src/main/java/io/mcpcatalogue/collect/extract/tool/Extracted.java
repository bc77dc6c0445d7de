package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.model.Gap;
import java.util.List;

/**
 * What one language yielded of one package. Immutable.
 *
 * @param server whether the package is a server of its own: it creates one, or is started as one
 */
public record Extracted(List<ExtractedTool> tools, List<Gap> gaps, boolean server) {
  public static final Extracted NOTHING = new Extracted(List.of(), List.of(), false);

  public Extracted {
    tools = List.copyOf(tools);
    gaps = List.copyOf(gaps);
  }
}
