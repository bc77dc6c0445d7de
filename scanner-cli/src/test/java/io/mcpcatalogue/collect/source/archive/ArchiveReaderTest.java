package io.mcpcatalogue.collect.source.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.model.Gap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {
  private static final ArchiveLimits SMALL = new ArchiveLimits(100, 10_000, 50_000, 1_000_000);

  @TempDir private Path directory;

  /** Writes an archive's entries. */
  private interface Entries {
    void to(TarWriter tar) throws IOException;
  }

  @Test
  void readsATarballAndTakesOffItsSingleFolder() throws Exception {
    MemoryTree tree =
        read(TarWriter.tgz("package/package.json", "{}", "package/src/index.ts", "let a"));
    assertEquals(List.of("package.json", "src/index.ts"), paths(tree));
    assertEquals("let a", text(tree, "src/index.ts"));
    assertEquals(List.of(), tree.gaps());
  }

  @Test
  void readsAZip() throws Exception {
    MemoryTree tree = read(zip("server.py", "x = 1", "manifest.json", "{}"));
    assertEquals(List.of("manifest.json", "server.py"), paths(tree));
    assertEquals("x = 1", text(tree, "server.py"));
  }

  @Test
  void readsAPlainTarWhateverItsName() throws Exception {
    byte[] tar = tar(entries -> entries.file("a/x.js", "1").file("b/y.js", "2"));
    assertEquals(List.of("a/x.js", "b/y.js"), paths(read(tar)));
  }

  @Test
  void readsLongNamesOfBothKinds() throws Exception {
    String gnu = "p/" + "long/".repeat(40) + "gnu.js";
    String pax = "p/" + "länger/".repeat(30) + "pax.js";
    String record = " path=" + pax + "\n";
    int length = record.getBytes(StandardCharsets.UTF_8).length + 3;
    byte[] tar =
        tar(
            entries ->
                entries
                    .entry("././@LongLink", 'L', (gnu + "\0").getBytes(StandardCharsets.UTF_8))
                    .file("cut", "1")
                    .entry("PaxHeader", 'x', (length + record).getBytes(StandardCharsets.UTF_8))
                    .file("cut", "2")
                    .file("p/short.js", "3"));
    assertEquals(
        List.of(gnu.substring(2), pax.substring(2), "short.js").stream().sorted().toList(),
        paths(read(tar)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../evil.js | climbs",
        "a/../../evil.js | climbs",
        "..\\evil.js | climbs",
        "/etc/evil.js | absolute",
        "\\\\host\\evil.js | absolute",
        "C:\\evil.js | absolute",
        "c:evil.js | absolute",
      })
  void refusesPathsThatLeadOutside(String path, String why) throws Exception {
    for (byte[] archive : List.of(tgzOf(path), zip(path, "x", "good.js", "y"))) {
      MemoryTree tree = read(archive);
      assertEquals(List.of("good.js"), paths(tree));
      assertEquals(1, tree.gaps().size());
      assertTrue(tree.gaps().get(0).reason().contains(why), tree.gaps().toString());
    }
  }

  private static byte[] tgzOf(String path) throws IOException {
    return TarWriter.tgz(path, "x", "good.js", "y");
  }

  @Test
  void refusesControlCharactersAndEndlessPaths() throws Exception {
    byte[] tar = zip("a\u001b[31m.js", "x", "x/".repeat(600) + "y.js", "x", "good.js", "y");
    MemoryTree tree = read(tar);
    assertEquals(List.of("good.js"), paths(tree));
    assertEquals(2, tree.gaps().size());
    assertTrue(tree.gaps().stream().noneMatch(gap -> gap.where().contains("\u001b")));
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '6', 'S'})
  void refusesLinksDevicesAndOddities(char type) throws Exception {
    byte[] tar = tar(entries -> entries.header("link.js", type, 0).file("good.js", "y"));
    MemoryTree tree = read(tar);
    assertEquals(List.of("good.js"), paths(tree));
    assertEquals(Gap.Kind.UNSUPPORTED, tree.gaps().get(0).kind());
  }

  @Test
  void refusesASymbolicLinkInAZip() throws Exception {
    byte[] bytes = zip("link.js", "/etc/passwd", "good.js", "y");
    byte[] directoryEntry = {'P', 'K', 1, 2};
    int at = indexOf(bytes, directoryEntry);
    bytes[at + 5] = 3;
    bytes[at + 41] = (byte) 0xa1;
    MemoryTree tree = read(bytes);
    assertEquals(List.of("good.js"), paths(tree));
    assertTrue(tree.gaps().get(0).reason().contains("a link"));
  }

  @Test
  void keepsTheLaterOfTwoAndSaysSo() throws Exception {
    MemoryTree tree = read(TarWriter.tgz("a.js", "benign", "a.js", "real", "A.js", "other"));
    assertEquals("real", text(tree, "a.js"));
    assertEquals(
        List.of(Gap.Kind.DUPLICATE, Gap.Kind.DUPLICATE),
        tree.gaps().stream().map(Gap::kind).toList());
  }

  @Test
  void reportsFilesThatAreTooLargeAndReadsTheRest() throws Exception {
    MemoryTree tree =
        read(TarWriter.tgz("big.js", "x".repeat(10_001), "small.js", "y", "image.png", "z"));
    assertEquals(List.of("small.js"), paths(tree));
    assertEquals(
        List.of(new Gap("archive: big.js", Gap.Kind.LIMIT, "larger than 10000 bytes; not read")),
        tree.gaps());
  }

  @Test
  void boundsWhatIsKeptInAll() throws Exception {
    String[] files = new String[20];
    for (int i = 0; i < files.length; i += 2) {
      files[i] = "file" + i + ".js";
      files[i + 1] = "x".repeat(9_000);
    }
    assertEquals(5, paths(read(TarWriter.tgz(files))).size());
    assertEquals(5, paths(read(zip(files))).size());
  }

  @Test
  void endsABombOfGzip() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      new TarWriter(gzip).file("a.js", "1").header("zeros.js", '0', 1L << 33);
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        gzip.write(block);
      }
    }
    MemoryTree tree = assertEnds(bytes.toByteArray());
    assertEquals(List.of("a.js"), paths(tree));
    assertTrue(tree.gaps().toString().contains("unpacks to more than"), tree.gaps().toString());
  }

  @Test
  void endsABombOfZip() throws Exception {
    MemoryTree tree = assertEnds(zip("bomb.js", "0".repeat(20_000_000), "good.js", "y"));
    assertEquals(List.of("good.js"), paths(tree));
    assertEquals(Gap.Kind.LIMIT, tree.gaps().get(0).kind());
  }

  @Test
  void endsAZipThatLiesAboutSizes() throws Exception {
    byte[] bytes = zip("bomb.js", "0".repeat(20_000_000), "good.js", "y");
    int at = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
    Arrays.fill(bytes, at + 24, at + 28, (byte) 1);
    bytes[at + 26] = 0;
    bytes[at + 27] = 0;
    MemoryTree tree = assertEnds(bytes);
    assertEquals(List.of("good.js"), paths(tree));
    assertEquals(Gap.Kind.MALFORMED, tree.gaps().get(0).kind());
  }

  @Test
  void endsAnArchiveOfVeryManyEntries() throws Exception {
    byte[] tar =
        tar(
            entries -> {
              for (int i = 0; i < 5_000; i++) {
                entries.file("f" + i + ".js", "");
              }
            });
    MemoryTree tree = assertEnds(tar);
    assertEquals(100, tree.files().size());
    assertTrue(tree.gaps().toString().contains("more than 100 entries"));
  }

  @Test
  void boundsTheNumberOfGaps() throws Exception {
    byte[] tar =
        tar(
            entries -> {
              for (int i = 0; i < 90; i++) {
                entries.file("../" + i, "");
              }
            });
    assertEquals(51, read(tar).gaps().size());
  }

  @Test
  void refusesANameThatClaimsToBeEndless() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      TarWriter tar = new TarWriter(gzip);
      tar.entry("././@LongLink", 'L', new byte[500_000]).file("evil.js", "x").file("good.js", "y");
      tar.end();
    }
    MemoryTree tree = read(bytes.toByteArray());
    assertEquals(List.of("good.js"), paths(tree));
    assertTrue(tree.gaps().get(0).reason().contains("too long"));
  }

  @Test
  void keepsWhatCameBeforeTheDamage() throws Exception {
    byte[] whole = tar(entries -> entries.file("a.js", "1").file("b.js", "x".repeat(5000)));
    MemoryTree tree = read(Arrays.copyOf(whole, 2_500));
    assertEquals(List.of("a.js"), paths(tree));
    assertEquals(Gap.Kind.MALFORMED, tree.gaps().get(0).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no archive at all", "PK\u0003\u0004 half a zip", "\u001f\u008b gz"})
  void reportsWhatIsNoArchive(String content) throws Exception {
    Path file =
        Files.write(directory.resolve("x.tgz"), content.getBytes(StandardCharsets.ISO_8859_1));
    CollectException failure =
        assertThrows(CollectException.class, () -> new ArchiveReader(SMALL).read(file, "x.tgz"));
    assertEquals(Gap.Kind.MALFORMED, failure.kind());
  }

  @Test
  void passesOverInstalledDependencies() throws Exception {
    assertEquals(
        List.of("index.js"), paths(read(zip("index.js", "1", "node_modules/a/index.js", "2"))));
  }

  private MemoryTree assertEnds(byte[] archive) {
    return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(archive));
  }

  private MemoryTree read(byte[] archive) throws IOException, CollectException {
    Path file = Files.write(directory.resolve("archive.bin"), archive);
    return new ArchiveReader(SMALL).read(file, "archive");
  }

  private static List<String> paths(MemoryTree tree) {
    return tree.files().stream().map(SourceFile::path).toList();
  }

  private static String text(MemoryTree tree, String path) throws IOException {
    return new String(tree.read(new SourceFile(path, 0), 1000), StandardCharsets.UTF_8);
  }

  private static byte[] tar(Entries entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarWriter tar = new TarWriter(bytes);
    entries.to(tar);
    tar.end();
    return bytes.toByteArray();
  }

  private static byte[] zip(String... pathsAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < pathsAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(pathsAndTexts[i]));
        zip.write(pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i < bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }
}
