package io.mcpcatalogue.collect.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.mcpcatalogue.collect.extract.document.DocumentedTools;
import io.mcpcatalogue.collect.extract.document.Publication;
import io.mcpcatalogue.collect.extract.document.Publications;
import io.mcpcatalogue.collect.extract.packages.Packages;
import io.mcpcatalogue.collect.extract.packages.SourcePackage;
import io.mcpcatalogue.collect.extract.tool.Beside;
import io.mcpcatalogue.collect.extract.tool.DeclaredTools;
import io.mcpcatalogue.collect.extract.tool.Extracted;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.model.CollectionMethod;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes one manifest a server out of what the languages read of each package. */
final class ServerAssembly {
  private static final Set<SourcePackage.Ecosystem> LOOKING_ALIKE =
      Set.of(SourcePackage.Ecosystem.NPM, SourcePackage.Ecosystem.PYTHON);

  private final Packages packages;
  private final SourceIdentity identity;
  private final Map<SourcePackage, List<DocumentedTools>> documents;
  private final Publications publications;

  ServerAssembly(
      Packages packages,
      SourceIdentity identity,
      Map<SourcePackage, List<DocumentedTools>> documents,
      Publications publications) {
    this.packages = packages;
    this.identity = identity;
    this.documents = documents;
    this.publications = publications;
  }

  List<ServerManifest> servers(Map<SourcePackage, List<Extracted>> byPackage) {
    Map<SourcePackage, Extracted> read = new LinkedHashMap<>();
    byPackage.forEach((source, parts) -> read.put(source, merge(parts)));
    Map<SourcePackage, Extracted> whole = new LinkedHashMap<>();
    read.forEach(
        (source, extracted) ->
            whole.put(
                source,
                notSilent(
                    source,
                    DocumentMerge.merged(
                        withLibraries(source, extracted, read), documents(source, read)))));
    whole.entrySet().removeIf(entry -> isTold(entry.getKey(), entry.getValue(), whole));
    whole.entrySet().removeIf(entry -> isCopy(entry.getKey(), entry.getValue(), whole));
    Set<SourcePackage> served = usedByServers(whole);
    whole.entrySet().removeIf(entry -> !isShown(entry.getKey(), entry.getValue(), served));
    Set<String> ids = new HashSet<>();
    List<ServerManifest> servers = new ArrayList<>();
    whole.forEach(
        (source, extracted) -> {
          String id = identity.idOf(source, whole.size() == 1);
          Extracted own = part(extracted, where -> !isExample(where, source));
          Extracted examples = part(extracted, where -> isExample(where, source));
          if (examples.tools().isEmpty()) {
            servers.add(server(source, id, source.name(), extracted, ids));
          } else {
            if (isShown(source, own, served)) {
              servers.add(server(source, id, source.name(), own, ids));
            }
            servers.add(
                server(source, id + "/examples", source.name() + " examples", examples, ids));
          }
        });
    return servers;
  }

  /** What lies in the part of the tree that is asked for. */
  private static Extracted part(Extracted extracted, Predicate<String> where) {
    return new Extracted(
        extracted.tools().stream().filter(tool -> where.test(tool.place().file())).toList(),
        extracted.gaps().stream().filter(gap -> where.test(gap.where())).toList(),
        extracted.server(),
        extracted.beside());
  }

  /** The folder of examples that the package, or all that is shown of it, lies in. */
  private static Optional<String> exampleFolder(SourcePackage source, Extracted extracted) {
    if (SourceScope.isExample(source.folder())) {
      return Optional.of(source.folder());
    }
    return extracted.tools().stream().allMatch(tool -> isExample(tool.place().file(), source))
        ? extracted.tools().stream()
            .findFirst()
            .flatMap(tool -> exampleFolder(tool.place().file(), source))
        : Optional.empty();
  }

  private static boolean isExample(String file, SourcePackage source) {
    return exampleFolder(file, source).isPresent();
  }

  /** The folder of examples within the package, or within what it is built to, that it lies in. */
  private static Optional<String> exampleFolder(String file, SourcePackage source) {
    int start = source.folder().isEmpty() ? 0 : source.folder().length() + 1;
    int slash = source.contains(file) ? file.indexOf('/', start) : -1;
    while (slash > 0 && SourceScope.isBuilt(file.substring(start, slash))) {
      start = slash + 1;
      slash = file.indexOf('/', start);
    }
    return slash > 0 && SourceScope.isExample(file.substring(start, slash))
        ? Optional.of(file.substring(0, slash))
        : Optional.empty();
  }

  /**
   * What is said of the package. Where other packages in its folder or within it have tools, its
   * README speaks of those, and does not stand in for what its own sources do not say.
   */
  private List<DocumentedTools> documents(
      SourcePackage source, Map<SourcePackage, Extracted> read) {
    boolean speaksOfOthers =
        read.entrySet().stream()
            .anyMatch(
                other ->
                    !other.getValue().tools().isEmpty()
                        && !other.getKey().equals(source)
                        && (source.contains(other.getKey().folder())
                            || source.folder().equals(other.getKey().folder())));
    return documents.getOrDefault(source, List.of()).stream()
        .filter(document -> !speaksOfOthers || document.kind() != DocumentedTools.Kind.README)
        .toList();
  }

  /**
   * A server that declares no tools itself, or registers some that only show at run time, serves
   * those of the libraries that it uses.
   */
  private Extracted withLibraries(
      SourcePackage source, Extracted extracted, Map<SourcePackage, Extracted> read) {
    boolean isOpen = extracted.gaps().stream().anyMatch(gap -> gap.kind() == Gap.Kind.DYNAMIC);
    if (!extracted.server() || !extracted.tools().isEmpty() && !isOpen) {
      return extracted;
    }
    List<Extracted> parts = new ArrayList<>(List.of(extracted));
    for (SourcePackage used : closure(List.of(source))) {
      Extracted library = read.getOrDefault(used, Extracted.NOTHING);
      if (!library.server()) {
        parts.add(library);
      }
    }
    return merge(parts);
  }

  /**
   * Whether only documents name these tools, and speak of what lies in the sources of a server
   * further down: {@code manifest.json} beside {@code src/notes}.
   */
  private static boolean isTold(
      SourcePackage source, Extracted told, Map<SourcePackage, Extracted> whole) {
    if (method(told) != CollectionMethod.DECLARED) {
      return false;
    }
    Set<String> names = descriptions(told).keySet();
    return whole.entrySet().stream()
        .filter(other -> source.contains(other.getKey().folder()))
        .filter(other -> method(other.getValue()) == CollectionMethod.EXTRACTED)
        .anyMatch(other -> descriptions(other.getValue()).keySet().containsAll(names));
  }

  /**
   * Whether a package further up, of the same name, has the same tools word for word: a bundle lies
   * beside the sources that it is built from.
   */
  private static boolean isCopy(
      SourcePackage source, Extracted extracted, Map<SourcePackage, Extracted> whole) {
    Map<String, Set<String>> tools = descriptions(extracted);
    return !tools.isEmpty()
        && whole.entrySet().stream()
            .filter(other -> !other.getKey().folder().equals(source.folder()))
            .filter(other -> other.getKey().name().equals(source.name()))
            .filter(other -> other.getKey().contains(source.folder()))
            .anyMatch(other -> descriptions(other.getValue()).equals(tools));
  }

  /** The texts of the tools, by their names. */
  private static Map<String, Set<String>> descriptions(Extracted extracted) {
    return extracted.tools().stream()
        .collect(groupingBy(ExtractedTool::name, mapping(ExtractedTool::description, toSet())));
  }

  /**
   * A server of which nothing at all is known is a gap. Scripts say so themselves; in them and in
   * Python programs of any kind look like one.
   */
  private static Extracted notSilent(SourcePackage source, Extracted extracted) {
    boolean isSilent =
        extracted.server()
            && extracted.tools().isEmpty()
            && extracted.gaps().isEmpty()
            && !LOOKING_ALIKE.contains(source.ecosystem());
    return isSilent
        ? new Extracted(
            List.of(), List.of(Extracted.withoutTools(source)), true, extracted.beside())
        : extracted;
  }

  private boolean isShown(SourcePackage source, Extracted extracted, Set<SourcePackage> served) {
    if (extracted.tools().isEmpty()) {
      return extracted.server() && !extracted.gaps().isEmpty();
    }
    if (extracted.server()) {
      return true;
    }
    // The tools of a library are served, and shown, by the servers that use it; and what merely
    // works with the tools of other packages serves none.
    return !served.contains(source)
        && extracted.tools().stream().anyMatch(tool -> isOwn(tool, source));
  }

  /** A package around others has only those tools that lie outside of these. */
  private boolean isOwn(ExtractedTool tool, SourcePackage source) {
    return packages.owner(tool.place().file(), Set.of(source.ecosystem())).equals(source);
  }

  /** The packages that a server, or what nothing else uses, uses over any number of steps. */
  private Set<SourcePackage> usedByServers(Map<SourcePackage, Extracted> whole) {
    Set<SourcePackage> used = new HashSet<>();
    packages.all().forEach(user -> used.addAll(packages.usedBy(user)));
    List<SourcePackage> last = new ArrayList<>();
    whole.forEach(
        (source, extracted) -> {
          if ((extracted.server() || !used.contains(source)) && !extracted.tools().isEmpty()) {
            last.add(source);
          }
        });
    return closure(last);
  }

  /** What these packages use, over any number of steps. */
  private Set<SourcePackage> closure(List<SourcePackage> users) {
    Set<SourcePackage> used = new LinkedHashSet<>();
    Deque<SourcePackage> open = new ArrayDeque<>(users);
    while (!open.isEmpty()) {
      packages.usedBy(open.pop()).stream().filter(used::add).forEach(open::add);
    }
    return used;
  }

  private static Extracted merge(List<Extracted> parts) {
    DeclaredTools tools = new DeclaredTools();
    Set<Gap> gaps = new LinkedHashSet<>();
    List<Beside> told = new ArrayList<>();
    boolean server = false;
    for (Extracted part : parts) {
      part.tools().forEach(tools::add);
      gaps.addAll(part.gaps());
      told.add(part.beside());
      server |= part.server();
    }
    return new Extracted(tools.all(), List.copyOf(gaps), server).telling(Beside.of(told));
  }

  /** Tools that only documents name are declared, not extracted. */
  private static CollectionMethod method(Extracted extracted) {
    boolean declared =
        !extracted.tools().isEmpty()
            && extracted.tools().stream()
                .allMatch(tool -> tool.confidence() == ExtractedTool.Confidence.MENTIONED);
    return declared ? CollectionMethod.DECLARED : CollectionMethod.EXTRACTED;
  }

  /** A text that is not known must not look like one that was never written. */
  private static Optional<Gap> undescribed(Extracted extracted) {
    List<ExtractedTool> tools =
        extracted.tools().stream().filter(ServerAssembly::isTextUnknown).toList();
    if (tools.isEmpty()) {
      return Optional.empty();
    }
    ExtractedTool first = tools.get(0);
    return Optional.of(
        Gap.firstOf(
            tools.size(),
            first.place().toString(),
            Gap.Kind.DYNAMIC,
            "the description of " + first.name() + " is known only when the server runs"));
  }

  /** That one name is there several times must not look like a fault of the list. */
  private static Optional<Gap> rivals(Extracted extracted) {
    Map<String, ExtractedTool> first = new HashMap<>();
    List<ExtractedTool> others = new ArrayList<>();
    for (ExtractedTool tool : extracted.tools()) {
      if (first.putIfAbsent(tool.name(), tool) != null) {
        others.add(tool);
      }
    }
    return others.stream()
        .findFirst()
        .map(
            other ->
                Gap.firstOf(
                    others.size(),
                    other.place().toString(),
                    Gap.Kind.DUPLICATE,
                    "the tool "
                        + other.name()
                        + " is declared with another text in "
                        + first.get(other.name()).place()
                        + "; each of them is listed"));
  }

  private static boolean isTextUnknown(ExtractedTool tool) {
    return tool.description().isEmpty()
        && !tool.descriptionExact()
        && tool.confidence() != ExtractedTool.Confidence.MENTIONED;
  }

  private ServerManifest server(
      SourcePackage source, String wanted, String name, Extracted extracted, Set<String> ids) {
    String id = ids.contains(wanted) ? wanted + "#" + source.folder() : wanted;
    ids.add(id);
    Publication publication = publications.of(source);
    List<Fact> facts = new ArrayList<>(publication.facts());
    exampleFolder(source, extracted)
        .ifPresent(folder -> facts.add(new Fact("source/example", folder, folder)));
    for (ExtractedTool tool : extracted.tools()) {
      if (!tool.condition().isEmpty()) {
        String value = tool.name() + " if " + tool.condition();
        facts.add(new Fact("source/conditional-tool", value, tool.place().toString()));
      }
    }
    List<Gap> gaps = new ArrayList<>(extracted.gaps());
    gaps.addAll(publication.gaps());
    undescribed(extracted).ifPresent(gaps::add);
    rivals(extracted).ifPresent(gaps::add);
    String version = identity.versionOf(source);
    return new ServerManifest(
        id,
        name,
        version.isEmpty() ? publication.version() : version,
        identity.target(),
        method(extracted),
        source.description().isEmpty() ? publication.description() : source.description(),
        extracted.beside().instructed(),
        extracted.tools().stream().map(ExtractedTool::toDefinition).toList(),
        extracted.beside().offered(),
        facts,
        gaps);
  }
}
