package io.mcpcatalogue.collect.extract.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTreeTest {
  @TempDir Path folder;

  @Test
  void followsNoLinksAndSkipsInstalledDependencies() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.writeString(folder.resolve("secret.ts"), "outside");
    Files.createDirectories(root.resolve("node_modules/x"));
    Files.writeString(root.resolve("node_modules/x/index.js"), "installed");
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("src/b.ts"), "b");
    Files.writeString(root.resolve("src/a.ts"), "a");
    Files.createSymbolicLink(root.resolve("loop"), root);
    Files.createSymbolicLink(root.resolve("out.ts"), folder.resolve("secret.ts"));
    DirectoryTree tree = DirectoryTree.of(root);
    assertEquals(
        List.of("src/a.ts", "src/b.ts"), tree.files().stream().map(SourceFile::path).toList());
    assertThrows(IOException.class, () -> tree.read(new SourceFile("out.ts", 1), 10));
    assertEquals("a", new String(tree.read(tree.files().get(0), 10), StandardCharsets.UTF_8));
    assertEquals(
        List.of("out.ts: the symbolic link out of the tree is not followed"),
        tree.gaps().stream().map(gap -> gap.where() + ": " + gap.reason()).toList());
  }

  @Test
  void saysOnceHowManyLinksLeadOutside() throws IOException {
    Path root = Files.createDirectory(folder.resolve("root"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    for (String name : List.of("c.py", "b.py", "notes.txt")) {
      Files.createSymbolicLink(root.resolve(name), outside.resolve(name));
    }
    Files.createSymbolicLink(root.resolve("all"), outside);
    List<Gap> gaps = DirectoryTree.of(root).gaps();
    assertEquals(1, gaps.size());
    assertEquals("all", gaps.get(0).where());
    assertEquals(
        "the symbolic link out of the tree is not followed; 3 of this kind", gaps.get(0).reason());
  }

  @Test
  void aNameThatTheSystemCannotHaveIsAFileThatCannotBeRead() throws IOException {
    DirectoryTree tree = DirectoryTree.of(folder);
    assertThrows(IOException.class, () -> tree.read(new SourceFile("a\0.ts", 1), 10));
  }

  @Test
  void saysWhenThereAreTooManyFiles() throws IOException {
    for (int i = 0; i < 10; i++) {
      Files.writeString(folder.resolve(i + ".ts"), "x");
    }
    assertEquals(Gap.Kind.LIMIT, DirectoryTree.of(folder, 5).gaps().get(0).kind());
  }

  @Test
  void readsEveryEncodingAndNoBinary() {
    for (var charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16)) {
      String text = "const café = 'a longer text in one encoding';";
      assertEquals(Optional.of(text), SourceText.decode(text.getBytes(charset)), charset.name());
    }
    assertEquals(Optional.empty(), SourceText.decode(new byte[] {1, 0, 0, 0, 2, 0, 0, 9, 9, 9}));
    assertEquals(Optional.of(""), SourceText.decode(new byte[0]));
    String hiding = "/* \0 */ server.tool('make_note', 'Makes a note');";
    assertEquals(Optional.of(hiding), SourceText.decode(hiding.getBytes(StandardCharsets.UTF_8)));
  }
}
