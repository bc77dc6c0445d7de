package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import java.util.List;

/**
 * The tools that one document names. Immutable.
 *
 * @param path the document
 * @param kind how far it may be trusted
 */
public record DocumentedTools(String path, Kind kind, List<ExtractedTool> tools) {

  /** The kinds of document, from most to least trusted. */
  public enum Kind {
    /** Written by the server's own tests or build. */
    SNAPSHOT,
    /** Written by hand for machines. */
    MANIFEST,
    /** Describes an interface that the server makes its tools of. */
    OPENAPI,
    /** Written by hand for people. */
    README
  }

  public DocumentedTools {
    tools = List.copyOf(tools);
  }
}
