package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.extract.document.DocumentedTools;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ToolMerge;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Adds to the tools of the sources what documents say of them. The sources are believed before the
 * documents: these fill in what is not known, stand in where the sources yield nothing, and where
 * they promise other tools that is said. For one package.
 */
final class DocumentMerge {
  private static final int MAX_NAMES = 10;
  private static final int FEWEST_KNOWN = 3;
  private static final Pattern FIRST_WORD = Pattern.compile("^[A-Za-z0-9][a-z0-9]*(?:[_-]|$)?");

  private final Extracted sources;

  /** By their names; of a name with several texts, one each. */
  private final Map<String, List<ExtractedTool>> tools = new LinkedHashMap<>();

  private final Set<Gap> gaps;

  /** Whether the sources have tools that only show at run time. */
  private final boolean isOpen;

  /** Whether they are a server's, and none of its tools is seen. */
  private final boolean isUnread;

  private final int namesInSources;

  private DocumentMerge(Extracted sources) {
    this.sources = sources;
    this.gaps = new LinkedHashSet<>(sources.gaps());
    this.isOpen = gaps.stream().anyMatch(gap -> gap.kind() == Gap.Kind.DYNAMIC);
    this.isUnread = sources.tools().isEmpty() && sources.server();
    sources.tools().forEach(this::put);
    this.namesInSources = tools.size();
  }

  static Extracted merged(Extracted sources, List<DocumentedTools> documents) {
    DocumentMerge merge = new DocumentMerge(sources);
    documents.stream().sorted(Comparator.comparing(DocumentedTools::kind)).forEach(merge::add);
    merge.sayWhatStandsIn();
    return new Extracted(
        merge.tools.values().stream().flatMap(List::stream).toList(),
        List.copyOf(merge.gaps),
        sources.server(),
        sources.beside());
  }

  private void put(ExtractedTool tool) {
    tools.computeIfAbsent(tool.name(), name -> new ArrayList<>()).add(tool);
  }

  private void add(DocumentedTools document) {
    if (document.kind() == DocumentedTools.Kind.OPENAPI) {
      // What the server itself listed, or promises, says more than what its tools are made of.
      if ((isOpen || isUnread) && tools.size() == namesInSources) {
        document.tools().stream()
            .filter(tool -> !tools.containsKey(tool.name()))
            .forEach(this::put);
      }
      return;
    }
    boolean isReadme = document.kind() == DocumentedTools.Kind.README;
    boolean isTrusted = isTrusted(document);
    List<String> promised = new ArrayList<>();
    for (ExtractedTool tool : document.tools()) {
      List<ExtractedTool> variants = tools.get(tool.name());
      if (variants != null) {
        variants.replaceAll(known -> isReadme ? described(known, tool) : filled(known, tool));
      } else if (isTrusted && (isUnread || !isReadme || isNamedLike(tool, sources))) {
        put(tool);
      } else if (!isReadme) {
        promised.add(tool.name());
      }
    }
    if (!promised.isEmpty() && !sources.tools().isEmpty()) {
      gaps.add(contradiction(document, promised));
    }
  }

  /** What a document promises may be old, or less than all: the sources themselves stay unread. */
  private void sayWhatStandsIn() {
    if (isUnread && !isOpen && !tools.isEmpty()) {
      gaps.add(
          new Gap(
              tools.values().iterator().next().get(0).place().file(),
              Gap.Kind.DYNAMIC,
              "no tools were found in the sources of the server; these are the ones that this"
                  + " document names"));
    }
  }

  /** Whether the document's tools stand in for those that the sources do not tell. */
  private boolean isTrusted(DocumentedTools document) {
    return switch (document.kind()) {
      case README -> isUnread && tools.isEmpty() || isOpen && isListOf(document, sources);
      case SNAPSHOT -> isUnread || isOpen;
      default -> isUnread;
    };
  }

  /**
   * Whether a README lists the tools of these sources: one that knows those that are seen also
   * knows those that only show at run time. Where it knows about as many others as it misses, it is
   * old.
   */
  private static boolean isListOf(DocumentedTools readme, Extracted sources) {
    Set<String> listed =
        readme.tools().stream().map(ExtractedTool::name).collect(Collectors.toSet());
    long known = sources.tools().stream().filter(tool -> listed.contains(tool.name())).count();
    long missed = sources.tools().size() - known;
    return known >= FEWEST_KNOWN && known > 3 * missed && listed.size() - known > 3 * missed;
  }

  /** Whether the name begins with a word that names of known tools begin with. */
  private static boolean isNamedLike(ExtractedTool tool, Extracted sources) {
    String word = firstWord(tool.name());
    return sources.tools().stream().anyMatch(known -> firstWord(known.name()).equals(word));
  }

  /** The first word of a name with the sign that ends it. */
  private static String firstWord(String name) {
    Matcher matcher = FIRST_WORD.matcher(name);
    return matcher.find() ? matcher.group() : name;
  }

  private static ExtractedTool filled(ExtractedTool known, ExtractedTool documented) {
    boolean whole = known.descriptionExact() && known.coverage() == SchemaCoverage.COMPLETE;
    return whole ? known : ToolMerge.better(known, documented);
  }

  /** People paraphrase: what a README says counts only where the sources say nothing. */
  private static ExtractedTool described(ExtractedTool known, ExtractedTool documented) {
    return known.description().isEmpty() ? ToolMerge.better(known, documented) : known;
  }

  private static Gap contradiction(DocumentedTools document, List<String> promised) {
    int shown = Math.min(MAX_NAMES, promised.size());
    String more = promised.size() > shown ? " and " + (promised.size() - shown) + " more" : "";
    return new Gap(
        document.path(),
        Gap.Kind.CONTRADICTION,
        "it names tools that were not found in the sources: "
            + String.join(", ", promised.subList(0, shown))
            + more);
  }
}
