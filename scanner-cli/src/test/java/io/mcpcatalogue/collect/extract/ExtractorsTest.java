package io.mcpcatalogue.collect.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.Implementations;
import io.mcpcatalogue.collect.extract.tool.ToolExtractor;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExtractorsTest {

  @Test
  void everyExtractorIsInTheList() {
    Set<String> written =
        Implementations.of(ToolExtractor.class, "io.mcpcatalogue.collect.extract");
    Set<String> listed =
        Extractors.ALL.stream()
            .map(extractor -> extractor.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(written, listed);
  }
}
