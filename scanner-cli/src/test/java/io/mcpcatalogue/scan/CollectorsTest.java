package io.mcpcatalogue.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mcpcatalogue.collect.ToolCollector;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectorsTest {

  @Test
  void everyCollectorIsInTheList() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.mcpcatalogue.collect")
                .stream()
                .filter(type -> type.isAssignableTo(ToolCollector.class) && !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        io.mcpcatalogue.scan.Collectors.all(Map.of(), notice -> {}).stream()
            .map(collector -> collector.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(written, listed);
  }
}
