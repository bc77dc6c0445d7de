package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceScopeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/java/Notes.java",
        "src/NotesTest.java",
        "src/NotesIT.kt",
        "Notes.Tests/Notes.cs",
        "notes-e2e/server.ts",
        "tests_offline/server.py",
        "packages/notes.fixtures/index.js",
        "src/jvmTest/Notes.kt",
        "src/notes.TEST.ts",
        "src/notes_test.go",
        "src/test_notes.py",
        "src/notes.d.ts",
        "vite.config.mts",
        ".github/notes.js",
        "tools/.cache/notes.js",
        "docs/notes.py",
        "tmp/notes-before.ts"
      })
  void testsAndSettingsDeclareNoTools(String path) {
    assertTrue(SourceScope.isTest(path), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/Audit.java",
        "src/GitCommit.kt",
        "src/Latest.cs",
        "src/attest/notes.ts",
        "src/tools/run-test.ts",
        "src/tools/test/run.ts",
        "src/contest.py",
        "documents/notes.py"
      })
  void whatIsOnlySpelledAlikeIsASource(String path) {
    assertFalse(SourceScope.isTest(path), path);
  }
}
