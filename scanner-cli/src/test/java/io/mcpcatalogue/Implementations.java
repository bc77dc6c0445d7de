package io.mcpcatalogue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what a list of implementations must hold. */
public final class Implementations {
  private Implementations() {}

  /** The names of the classes of a package, and of those below it, that implement the interface. */
  public static Set<String> of(Class<?> type, String inPackage) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(inPackage)
            .stream()
            .filter(each -> each.isAssignableTo(type) && !each.isInterface())
            .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
