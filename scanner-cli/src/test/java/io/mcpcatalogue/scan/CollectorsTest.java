package io.mcpcatalogue.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.Implementations;
import io.mcpcatalogue.collect.FirstAccepting;
import io.mcpcatalogue.collect.ToolCollector;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectorsTest {

  @Test
  void everyCollectorIsInTheList() {
    Set<String> written = Implementations.of(ToolCollector.class, "io.mcpcatalogue.collect");
    written.remove(FirstAccepting.class.getName());
    Set<String> listed =
        io.mcpcatalogue.scan.Collectors.all(Map.of(), notice -> {}).stream()
            .map(collector -> collector.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(written, listed);
  }
}
