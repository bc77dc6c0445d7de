package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.IOException;
import java.util.Optional;

/** Looks up single files of a tree. */
final class TreeFiles {
  private static final int MAX_MANIFEST = 4 << 20;

  private TreeFiles() {}

  static boolean holds(SourceTree tree, String path) {
    return tree.files().stream().anyMatch(file -> file.path().equals(path));
  }

  static Optional<String> text(SourceTree tree, String path) {
    Optional<SourceFile> found =
        tree.files().stream().filter(file -> file.path().equals(path)).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return SourceText.decode(tree.read(found.get(), MAX_MANIFEST));
    } catch (IOException e) {
      // The reader of packages meets the same failure, and reports it.
      return Optional.empty();
    }
  }

  /** The object in a file; empty when there is none that can be read. */
  static JsonObject json(SourceTree tree, String path) {
    Optional<String> text = text(tree, path);
    if (text.isEmpty()) {
      return JsonObject.EMPTY;
    }
    try {
      return JsonReader.withDefaultLimits().parse(text.get()).asObject();
    } catch (MalformedJsonException e) {
      return JsonObject.EMPTY;
    }
  }
}
