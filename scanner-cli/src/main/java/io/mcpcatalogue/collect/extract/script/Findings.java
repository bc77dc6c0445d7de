package io.mcpcatalogue.collect.extract.script;

import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.model.Gap;
import java.util.List;

/**
 * What an idiom found. Immutable.
 *
 * @param open registrations of which it is not known what they register
 */
record Findings(List<ExtractedTool> tools, List<Gap> open) {

  Findings {
    tools = List.copyOf(tools);
    open = List.copyOf(open);
  }
}
