package io.mcpcatalogue.collect.extract.script.module;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths within a tree: they never lead outside. */
final class Paths {

  private Paths() {}

  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The relative path seen from the folder; empty when it leads out of the tree. */
  static Optional<String> join(String folder, String relative) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : (folder + "/" + relative).split("/")) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return Optional.empty();
        }
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return Optional.of(String.join("/", names));
  }
}
