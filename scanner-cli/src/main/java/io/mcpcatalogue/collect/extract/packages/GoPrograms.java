package io.mcpcatalogue.collect.extract.packages;

import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The programs of a Go module that are started one by one: {@code cmd/notes} and {@code cmd/tasks},
 * or {@code notes} and {@code tasks} where each is a server by itself. Where several of them serve,
 * each is a package of its own that uses the module. Stateless.
 */
final class GoPrograms {
  private static final int MAX_MAIN = 1 << 20;

  /** Programs that make, check or measure something are tools of the developers. */
  private static final Pattern FOLDER =
      Pattern.compile(
          "(cmd/)?(?!(?:audit|bench|check|clients?|demos?|doc|docs|dump|e2e|eval|examples?|gen|generate|hack|internal|lint|mock|pkg|samples?|scripts?|test)(?:[-_/]|$))[^/]+");

  private static final Pattern SERVES =
      Pattern.compile("Serve|\\.(?:Run|Start|Listen|Execute)\\w*\\(|StdioTransport");

  private static final Pattern IMPORTS_KIT =
      Pattern.compile("\"[\\w.-]+/[\\w./-]*(?:mcp-go|go-sdk|mcp-golang)[\\w./-]*\"");

  private GoPrograms() {}

  /** The serving programs of all modules that have several. */
  static List<SourcePackage> of(SourceTree tree, List<SourcePackage> packages) {
    List<SourcePackage> programs = new ArrayList<>();
    for (SourcePackage module : packages) {
      if (module.ecosystem() == Ecosystem.GO) {
        List<SourcePackage> serving = of(tree, module);
        programs.addAll(serving.size() > 1 ? serving : List.of());
      }
    }
    return programs;
  }

  private static List<SourcePackage> of(SourceTree tree, SourcePackage module) {
    Map<String, List<String>> mains = new TreeMap<>();
    for (SourceFile file : tree.files()) {
      boolean isCode = file.path().endsWith(".go") && !file.path().endsWith("_test.go");
      if (isCode
          && module.contains(file.path())
          && isProgram(module, file)
          && serves(tree, module, file)) {
        mains.computeIfAbsent(file.folder(), folder -> new ArrayList<>()).add(file.path());
      }
    }
    if (mains.keySet().stream().anyMatch(GoPrograms::isCommand)) {
      // Where the programs have their place, what has a main function beside it is none of them.
      mains.keySet().removeIf(folder -> !isCommand(folder));
    }
    List<SourcePackage> programs = new ArrayList<>();
    mains.forEach((folder, files) -> programs.add(program(module, folder, files)));
    return programs;
  }

  private static boolean isProgram(SourcePackage module, SourceFile file) {
    String folder = file.folder();
    String inside =
        module.folder().isEmpty()
            ? folder
            : folder.substring(Math.min(folder.length(), module.folder().length() + 1));
    return FOLDER.matcher(inside).matches();
  }

  /**
   * Whether the program runs something that it takes from the module, or from a kit for servers.
   * Beside {@code cmd} only the latter tells a server from whatever else a module has.
   */
  private static boolean serves(SourceTree tree, SourcePackage module, SourceFile file) {
    try {
      Optional<String> text = SourceText.decode(tree.read(file, MAX_MAIN));
      return text.filter(code -> code.contains("func main()"))
          .filter(
              code ->
                  isCommand(file.folder()) && code.contains('"' + module.name() + '/')
                      || IMPORTS_KIT.matcher(code).find())
          .filter(code -> SERVES.matcher(code).find() && !code.contains("InMemoryTransport"))
          .isPresent();
    } catch (IOException e) {
      // Whoever reads the file for its tools says so.
      return false;
    }
  }

  private static boolean isCommand(String folder) {
    return ("/" + folder).contains("/cmd/");
  }

  private static SourcePackage program(SourcePackage module, String folder, List<String> mains) {
    int start = module.folder().isEmpty() ? 0 : module.folder().length() + 1;
    return new SourcePackage(
        folder,
        module.name() + "/" + folder.substring(start),
        module.version(),
        "",
        Ecosystem.GO,
        Set.of(module.name()),
        mains);
  }
}
