package io.mcpcatalogue.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import io.mcpcatalogue.collect.extract.Extraction;
import io.mcpcatalogue.collect.extract.SourceIdentity;
import io.mcpcatalogue.collect.extract.SourceScope;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.lex.Lexer;
import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.syntax.BraceParser;
import io.mcpcatalogue.collect.extract.syntax.Dialect;
import io.mcpcatalogue.collect.extract.syntax.GoParser;
import io.mcpcatalogue.collect.extract.syntax.PythonParser;
import io.mcpcatalogue.collect.extract.tree.DirectoryTree;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.tree.SourceText;
import io.mcpcatalogue.collect.extract.tree.SourceTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Megabytes of source a second of processor time that the whole extraction reads, beside parsing
 * every file once. The sources lie in memory, so that the disk is not measured.
 *
 * <p>Usage: {@code ExtractionSpeed ROUNDS FILES DIRECTORY...}; the directory is copied beside
 * itself until the tree has this many files of source, 0 for the directory as it is.
 */
public final class ExtractionSpeed {
  private static final int MAX_FILE_BYTES = 32 << 20;

  private ExtractionSpeed() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.out.println("usage: ExtractionSpeed ROUNDS FILES DIRECTORY...");
      return;
    }
    int rounds = Integer.parseInt(arguments[0]);
    int files = Integer.parseInt(arguments[1]);
    for (String directory : List.of(arguments).subList(2, arguments.length)) {
      measure(Path.of(directory), rounds, files);
    }
  }

  private static void measure(Path directory, int rounds, int files) throws IOException {
    SourceTree tree = inMemory(DirectoryTree.of(directory), files);
    List<SourceFile> sources =
        tree.files().stream()
            .filter(file -> Language.of(file.path()).isPresent())
            .filter(file -> !SourceScope.isTest(file.path()))
            .toList();
    double megabytes = sources.stream().mapToLong(SourceFile::size).sum() / 1e6;
    double parsing = Double.MAX_VALUE;
    double extraction = Double.MAX_VALUE;
    int tools = 0;
    for (int round = 0; round < rounds; round++) {
      double start = seconds();
      for (SourceFile file : sources) {
        parse(tree, file);
      }
      parsing = Math.min(parsing, seconds() - start);
      start = seconds();
      tools =
          Extraction.extract(tree, SourceIdentity.ofDirectory("memory")).servers().stream()
              .mapToInt(server -> server.tools().size())
              .sum();
      extraction = Math.min(extraction, seconds() - start);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d files, %.2f MB, %d tools; parsing %.3f s, extraction %.3f s of processor time:"
            + " %.1f MB a second, %.2f times parsing%n",
        directory.getFileName(),
        sources.size(),
        megabytes,
        tools,
        parsing,
        extraction,
        megabytes / extraction,
        extraction / parsing);
  }

  /** Of all threads, those of the compiler and the collector with them. */
  private static double seconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static SourceTree inMemory(SourceTree tree, int files) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    long sources =
        tree.files().stream().filter(file -> Language.of(file.path()).isPresent()).count();
    long copies = sources == 0 ? 1 : Math.max(1, (files + sources - 1) / sources);
    for (SourceFile file : tree.files()) {
      byte[] bytes = tree.read(file, MAX_FILE_BYTES);
      for (long copy = 0; copy < copies; copy++) {
        contents.put(copies == 1 ? file.path() : "copy" + copy + "/" + file.path(), bytes);
      }
    }
    return new MemoryTree(tree.name(), contents, List.of());
  }

  private static void parse(SourceTree tree, SourceFile file) throws IOException {
    Language language = Language.of(file.path()).orElseThrow();
    Optional<String> text = SourceText.decode(tree.read(file, MAX_FILE_BYTES));
    if (text.isEmpty()) {
      return;
    }
    Tokens tokens = Lexer.lex(language, text.get());
    switch (language) {
      case GO -> GoParser.parse(tokens);
      case PYTHON -> PythonParser.parse(tokens);
      case JAVA -> BraceParser.parse(Dialect.JAVA, tokens);
      case KOTLIN -> BraceParser.parse(Dialect.KOTLIN, tokens);
      case CSHARP -> BraceParser.parse(Dialect.CSHARP, tokens);
      case RUST -> BraceParser.parse(Dialect.RUST, tokens);
      case PHP -> BraceParser.parse(Dialect.PHP, tokens);
      case SWIFT -> BraceParser.parse(Dialect.SWIFT, tokens);
      // Scripts are parsed an expression at a time, where one is asked for.
      case SCRIPT, RUBY -> tokens.source();
    }
  }
}
