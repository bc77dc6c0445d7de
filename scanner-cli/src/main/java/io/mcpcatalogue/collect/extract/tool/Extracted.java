package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.model.Gap;
import java.util.List;

/**
 * What one language yielded of one package. Immutable.
 *
 * @param server whether the package is a server of its own: it creates one, or is started as one
 */
public record Extracted(List<ExtractedTool> tools, List<Gap> gaps, boolean server, Beside beside) {
  public static final Extracted NOTHING = new Extracted(List.of(), List.of(), false);

  public Extracted {
    tools = List.copyOf(tools);
    gaps = List.copyOf(gaps);
  }

  /** What says nothing to models beside its tools. */
  public Extracted(List<ExtractedTool> tools, List<Gap> gaps, boolean server) {
    this(tools, gaps, server, Beside.NOTHING);
  }

  /** What is said of a package that creates a server without any tool. */
  public static Gap withoutTools(SourcePackage source) {
    return new Gap(
        source.where(),
        Gap.Kind.DYNAMIC,
        "a server is created here, but no tools are declared in the sources");
  }

  /** The same of a server that also tells models this. */
  public Extracted telling(Beside told) {
    return new Extracted(tools, gaps, server, told);
  }
}
