package io.mcpcatalogue.collect.source.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The path of an archive's entry, checked: relative, of plain names, separated by {@code /}.
 * Nothing is unpacked to disk, but a path that climbs is the mark of an archive that was made to do
 * harm, and is reported.
 *
 * @param path the path when it is safe, else empty
 * @param fault why it is not, else empty
 */
record EntryPath(Optional<String> path, String fault) {
  private static final int MAX_LENGTH = 1024;

  private static final Set<String> BINARY =
      Set.of(
          "png",
          "jpg",
          "jpeg",
          "gif",
          "ico",
          "webp",
          "avif",
          "bmp",
          "tiff",
          "psd",
          "svg",
          "icns",
          "woff",
          "woff2",
          "ttf",
          "otf",
          "eot",
          "mp3",
          "mp4",
          "mov",
          "avi",
          "webm",
          "wav",
          "ogg",
          "pdf",
          "docx",
          "xlsx",
          "pptx",
          "node",
          "wasm",
          "so",
          "dll",
          "dylib",
          "exe",
          "a",
          "o",
          "lib",
          "bin",
          "dat",
          "class",
          "jar",
          "war",
          "pyc",
          "pyo",
          "pyd",
          "whl",
          "zip",
          "gz",
          "tgz",
          "bz2",
          "xz",
          "zst",
          "7z",
          "rar",
          "tar",
          "map",
          "parquet",
          "onnx",
          "pt",
          "npy",
          "npz",
          "pkl",
          "sqlite",
          "db",
          "keystore",
          "p12",
          "pem",
          "crt",
          "lockb");

  /** Checks a path as it stands in the archive. */
  static EntryPath of(String written) {
    String slashed = written.replace('\\', '/');
    if (slashed.isEmpty()) {
      return unsafe("an empty path");
    }
    if (slashed.length() > MAX_LENGTH) {
      return unsafe("a path of more than " + MAX_LENGTH + " characters");
    }
    if (slashed.chars().anyMatch(Character::isISOControl)) {
      return unsafe("control characters in the path");
    }
    boolean drive = slashed.length() > 1 && slashed.charAt(1) == ':' && isLetter(slashed.charAt(0));
    if (slashed.startsWith("/") || drive) {
      return unsafe("an absolute path");
    }
    List<String> names = new ArrayList<>();
    for (String name : slashed.split("/", -1)) {
      if (name.equals("..")) {
        return unsafe("a path that climbs out of the archive");
      }
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return names.isEmpty()
        ? unsafe("an empty path")
        : new EntryPath(Optional.of(String.join("/", names)), "");
  }

  /** Whether a file of this name holds no text that anybody could read. */
  static boolean isBinary(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 && BINARY.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static EntryPath unsafe(String fault) {
    return new EntryPath(Optional.empty(), fault);
  }
}
