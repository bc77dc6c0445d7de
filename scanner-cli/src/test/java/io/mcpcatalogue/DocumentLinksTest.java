package io.mcpcatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there, and what is there is pointed to. */
class DocumentLinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(?:#[^)\\s]*)?\\)");
  private static final Pattern SCHEME = Pattern.compile("[a-z]+:.*");

  @Test
  void everyRelativeLinkPointsToAFile() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (String link : links(document)) {
        if (!Files.exists(document.resolveSibling(link))) {
          broken.add(document + ": " + link);
        }
      }
    }

    assertEquals(List.of(), broken);
  }

  @Test
  void theReadmeNamesEveryGuide() throws IOException {
    List<String> links = links(ROOT.resolve("README.md"));

    for (Path guide : files(ROOT.resolve("docs"), 1)) {
      assertTrue(links.contains("docs/" + guide.getFileName()), guide::toString);
    }
  }

  @Test
  void decisionsAreNumberedOnceAndWithoutGaps() throws IOException {
    List<Path> decisions = files(ROOT.resolve("docs/decisions"), 1);

    for (int i = 0; i < decisions.size(); i++) {
      String number = String.format(Locale.ROOT, "%04d", i + 1);
      Path decision = decisions.get(i);
      assertTrue(decision.getFileName().toString().startsWith(number + "-"), decision::toString);
      assertTrue(Files.readString(decision).startsWith("# " + number + ": "), decision::toString);
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(files(ROOT.resolve("docs"), Integer.MAX_VALUE));
    documents.add(ROOT.resolve("README.md"));
    documents.add(ROOT.resolve("CONTRIBUTING.md"));
    return documents;
  }

  private static List<Path> files(Path folder, int depth) throws IOException {
    try (Stream<Path> found = Files.walk(folder, depth)) {
      return found.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<String> links(Path document) throws IOException {
    String prose = CODE.matcher(Files.readString(document)).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> !SCHEME.matcher(link).matches())
        .toList();
  }
}
