package io.mcpcatalogue.collect.extract;

import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tree.TextPattern;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its path what a file is for: tests and fixtures declare no tools that are served. */
public final class SourceScope {
  private static final Set<String> TEST_FOLDERS =
      Set.of(
          "__fixtures__",
          "__mocks__",
          "__snapshots__",
          "__tests__",
          "bench",
          "benchmark",
          "benchmarks",
          "conformance",
          "cypress",
          "e2e",
          "eval",
          "evals",
          "evaluation",
          "evaluations",
          "fixture",
          "fixtures",
          "integration-tests",
          "integration_tests",
          "mock",
          "mocks",
          "spec",
          "specs",
          "test",
          "test-helpers",
          "test-server",
          "test-servers",
          "test-utils",
          "test_helpers",
          "testhelpers",
          "test_data",
          "testdata",
          "testing",
          "tests",
          "testutil",
          "testutils",
          "tmp");
  private static final Set<String> EXAMPLE_FOLDERS =
      Set.of("example", "examples", "sample", "samples", "demo", "demos", "playground");

  /** In these, sources lie under the same paths again as they are published. */
  private static final Set<String> BUILD_FOLDERS =
      Set.of("build", "cjs", "dist", "es", "esm", "lib", "out");

  /** In these, a folder called {@code test} holds tools that run tests. */
  private static final Set<String> SUBJECTS =
      Set.of("tools", "commands", "handlers", "features", "modules", "toolsets");

  /** {@code notes-tests}: how the names of packages of tests end; some begin so. */
  private static final Set<String> TEST_ENDINGS =
      Set.of("tests", "evals", "e2e", "fixtures", "mocks", "benchmarks");

  private static final Pattern TEST_FILE =
      Pattern.compile(
          ".*(?:Test|Tests|IT)\\.(?:java|kt|cs)"
              + "|(?i:.*[._-](?:test|tests|e2e|fixtures)\\.[a-z]+"
              + "|.*\\.(?:spec|stories|bench|mock|mocks|fixture)\\.[a-z]+"
              + "|.*_spec\\.rb|test_.*\\.py|conftest\\.py"
              + "|.*\\.d\\.[cm]?ts|.*\\.config\\.[cm]?[jt]s|.*\\.min\\.js\\.map)");

  /** {@code jvmTest}, {@code Notes.Tests}, {@code integration-test}, {@code .github}. */
  private static final TextPattern TEST_OR_HIDDEN_FOLDER =
      TextPattern.startingWith(
          "(?<=[a-z])Tests?/|(?<=[-_.])[Tt]ests?/|/\\.[^/]+/", "Test", "test", "/.");

  /** {@code tools/run-test.ts} is a tool that runs tests, where the name says no more. */
  private static final Pattern SUBJECT_OF_TOOL =
      Pattern.compile(
          "(?:^|/)(?:tools|commands|handlers)/(?:[^/]+/)?[\\w-]*[-_]tests?\\.[cm]?[jt]s$");

  private SourceScope() {}

  /** Whether the file serves tests or the documentation, was left over, or declares types only. */
  public static boolean isTest(String path) {
    return inFolder(path, TEST_FOLDERS)
        || TEST_OR_HIDDEN_FOLDER.isIn("/" + path)
        || path.startsWith("docs/")
        || path.startsWith("doc/")
        || TEST_FILE.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()
            && !SUBJECT_OF_TOOL.matcher(path).find();
  }

  /** Whether the file is a dependency that lies with the sources, as these languages keep them. */
  static boolean isCopied(String path, Language language) {
    return Set.of(Language.GO, Language.PHP, Language.RUBY).contains(language)
        && (path.startsWith("vendor/") || path.contains("/vendor/"));
  }

  /** Whether the folder or file lies among examples. */
  public static boolean isExample(String path) {
    return inFolder(path + "/", EXAMPLE_FOLDERS);
  }

  /** Whether a folder of this name holds what the sources are built to. */
  static boolean isBuilt(String folder) {
    return BUILD_FOLDERS.contains(folder);
  }

  private static boolean inFolder(String path, Set<String> names) {
    int from = 0;
    String previous = "";
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      String name = path.substring(from, slash).toLowerCase(Locale.ROOT);
      boolean test =
          names == TEST_FOLDERS
              && (TEST_ENDINGS.contains(ending(name)) || name.startsWith("tests_"));
      if ((test || names.contains(name)) && !SUBJECTS.contains(previous)) {
        return true;
      }
      previous = name;
      from = slash + 1;
    }
    return false;
  }

  /** What stands behind the last mark between words; empty when there is none. */
  private static String ending(String name) {
    int i = name.length() - 1;
    while (i >= 0 && "-_.".indexOf(name.charAt(i)) < 0) {
      i--;
    }
    return i < 0 ? "" : name.substring(i + 1);
  }
}
