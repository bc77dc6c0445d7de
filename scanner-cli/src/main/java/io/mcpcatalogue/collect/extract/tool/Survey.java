package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the texts of files tell before any of them is parsed; a plain search is quicker. Immutable.
 *
 * @param usesMcp whether one of them uses an SDK
 * @param isServer whether one that does makes a server with it
 * @param candidates the paths of those that may say something about tools, in their order
 */
public record Survey(boolean usesMcp, boolean isServer, Set<String> candidates) {

  public static Survey of(
      PackageSources sources,
      List<SourceFile> files,
      TextPattern usesMcp,
      TextPattern makesServer,
      TextPattern mentionsTools) {
    boolean uses = false;
    boolean isServer = false;
    Set<String> candidates = new LinkedHashSet<>();
    for (SourceFile file : files) {
      Optional<String> text = sources.text(file.path());
      if (text.isPresent()) {
        boolean isUser = usesMcp.isIn(text.get());
        uses |= isUser;
        isServer |= isUser && makesServer.isIn(text.get());
        if (mentionsTools.isIn(text.get())) {
          candidates.add(file.path());
        }
      }
    }
    return new Survey(uses, isServer, candidates);
  }
}
