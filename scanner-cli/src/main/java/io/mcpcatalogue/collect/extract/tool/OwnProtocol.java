package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.List;
import java.util.Optional;

/** Tells servers that answer the requests of the protocol themselves, without an SDK. */
public final class OwnProtocol {
  private static final TextPattern LISTS_TOOLS =
      TextPattern.startingWith("(?<=[\"'`])tools/list[\"'`]", "tools/list");

  /** What a server says of itself; clients only ask for it. */
  private static final TextPattern INTRODUCES_ITSELF =
      TextPattern.anyOf("serverInfo", "ServerInfo");

  private OwnProtocol() {}

  /** Whether the file speaks of the request for the tools. */
  public static boolean mentionsList(PackageSources sources, SourceFile file) {
    return sources.text(file.path()).filter(LISTS_TOOLS::isIn).isPresent();
  }

  /** Whether the files of the package list tools and introduce a server. */
  public static boolean isAnswered(PackageSources sources) {
    return isAnswered(sources, sources.files());
  }

  /** Whether these files list tools and introduce a server. */
  public static boolean isAnswered(PackageSources sources, List<SourceFile> files) {
    boolean lists = false;
    boolean introduces = false;
    for (SourceFile file : files) {
      Optional<String> text = sources.text(file.path());
      lists |= mentionsList(sources, file);
      introduces |= text.filter(INTRODUCES_ITSELF::isIn).isPresent();
      if (lists && introduces) {
        return true;
      }
    }
    return false;
  }
}
