package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.model.Gap;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What one language yielded of one package. Immutable.
 *
 * @param server whether the package is a server of its own: it creates one, or is started as one
 * @param instructions what the server tells every model; empty when nothing is known of it
 */
public record Extracted(
    List<ExtractedTool> tools, List<Gap> gaps, boolean server, String instructions) {
  public static final Extracted NOTHING = new Extracted(List.of(), List.of(), false);

  public Extracted {
    tools = List.copyOf(tools);
    gaps = List.copyOf(gaps);
  }

  /** What says nothing to models beside its tools. */
  public Extracted(List<ExtractedTool> tools, List<Gap> gaps, boolean server) {
    this(tools, gaps, server, "");
  }

  /** What is said of a package that creates a server without any tool. */
  public static Gap withoutTools(SourcePackage source) {
    return new Gap(
        source.where(),
        Gap.Kind.DYNAMIC,
        "a server is created here, but no tools are declared in the sources");
  }

  /**
   * The same with these instructions: a package may make several servers, or one in several ways.
   */
  public Extracted instructing(Collection<String> texts) {
    LinkedHashSet<String> told = new LinkedHashSet<>(texts);
    told.remove("");
    return new Extracted(tools, gaps, server, String.join("\n\n", told));
  }
}
