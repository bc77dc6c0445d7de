package io.mcpcatalogue;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The boundaries of docs/architecture.md. */
@AnalyzeClasses(
    packages = "io.mcpcatalogue",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule theModelUsesTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("..mcpcatalogue.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.mcpcatalogue.model..");

  @ArchTest
  static final ArchRule theClassifierLooksNothingUp =
      noClasses()
          .that(
              resideInAPackage("..mcpcatalogue.classifier..")
                  .and(not(resideInAPackage("..classifier.load.."))))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..",
                      "java.nio.file..",
                      "java.net..",
                      "java.time..",
                      "java.sql..",
                      "org.snakeyaml..")
                  .or(nameMatching("java\\.util\\.Random|java\\.security\\.SecureRandom"))
                  // A date that is passed in is a value like any other; what must not be asked is a
                  // clock.
                  .and(not(nameMatching("java\\.io\\.Serializable|java\\.time\\.LocalDate")))
                  // Nor is a buffer in memory a file.
                  .and(
                      not(
                          nameMatching(
                              "java\\.io\\.(IOException|UncheckedIOException|ByteArrayOutputStream)"))));

  @ArchTest
  static final ArchRule theClassifierAsksNoClockAndThrowsNoDice =
      noClasses()
          .that()
          .resideInAnyPackage("..mcpcatalogue.classifier..", "..mcpcatalogue.model..")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(System.class)))
                  .and(target(nameMatching("currentTimeMillis|nanoTime"))))
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(Math.class))).and(target(nameMatching("random"))))
          .orShould()
          .dependOnClassesThat(
              nameMatching(
                  "java\\.util\\.(Random|SplittableRandom|UUID|concurrent\\.ThreadLocalRandom)"
                      + "|java\\.security\\.SecureRandom|java\\.time\\.Clock"));

  @ArchTest
  static final ArchRule theClassifierKeepsNoMutableStatics =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("..mcpcatalogue.classifier..")
          .and()
          .areStatic()
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule sqlStaysInTheCatalogue =
      noClasses()
          .that()
          .resideOutsideOfPackages("..mcpcatalogue.catalogue..", "..mcpcatalogue.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..");

  @ArchTest
  static final ArchRule connectionsAndProcessesStayInCollect =
      noClasses()
          .that()
          .resideOutsideOfPackage("..mcpcatalogue.collect..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.net..")
                  .or(nameMatching("java\\.lang\\.ProcessBuilder"))
                  .and(not(nameMatching("java\\.net\\.(URI|URISyntaxException|URL)"))));

  @ArchTest
  static final ArchRule theRunTimeIsAskedForItsMemoryOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..mcpcatalogue.collect..")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Runtime.class)))
                  .and(target(not(nameMatching("getRuntime|maxMemory|availableProcessors")))));

  @ArchTest
  static final ArchRule jacksonStaysInJson =
      noClasses()
          .that()
          .resideOutsideOfPackages("..mcpcatalogue.json..", "..mcpcatalogue.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule onlyCommandsTalkToTheTerminalOrExit =
      noClasses()
          .that()
          .resideOutsideOfPackages("..mcpcatalogue.cli..", "..mcpcatalogue.bench..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule nothingIsLoggedPastTheCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage("..mcpcatalogue.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(Throwable.class)))
                  .and(target(nameMatching("printStackTrace"))));

  @ArchTest
  static final ArchRule formatsSeeTheModelOnly =
      noClasses()
          .that()
          .resideInAPackage("..mcpcatalogue.export..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.mcpcatalogue..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "..mcpcatalogue.model..", "..mcpcatalogue.export.."))));

  @ArchTest
  static final ArchRule stagesDoNotLookBack =
      noClasses()
          .that()
          .resideInAPackage("..mcpcatalogue.collect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..mcpcatalogue.classifier..",
              "..mcpcatalogue.scan..",
              "..mcpcatalogue.export..",
              "..mcpcatalogue.catalogue..",
              "..mcpcatalogue.cli..");

  @ArchTest
  static final ArchRule commandsStandOnWordsAndKnowNotWhoStartsThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("start")
          .definedBy("io.mcpcatalogue.cli")
          .layer("commands")
          .definedBy("..cli.scan", "..cli.catalogue", "..cli.policies", "..cli.rules")
          .layer("options")
          .definedBy("..cli.options")
          .layer("words")
          .definedBy("..cli.words")
          .layer("console")
          .definedBy("..cli.console")
          .whereLayer("start")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("commands")
          .mayOnlyBeAccessedByLayers("start")
          .whereLayer("options")
          .mayOnlyBeAccessedByLayers("commands")
          .whereLayer("words")
          .mayOnlyAccessLayers("console")
          .whereLayer("console")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule aConversationKnowsNotWhatCarriesIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("command")
          .definedBy("..live.command")
          .layer("remote")
          .definedBy("..live.remote")
          .layer("auth")
          .definedBy("..live.auth")
          .layer("launch")
          .definedBy("..live.launch")
          .layer("session")
          .definedBy("..live.session")
          .whereLayer("command")
          .mayOnlyAccessLayers("launch", "session")
          .whereLayer("remote")
          .mayOnlyAccessLayers("auth", "session")
          .whereLayer("auth")
          .mayNotAccessAnyLayer()
          .whereLayer("launch")
          .mayNotAccessAnyLayer()
          .whereLayer("session")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule theRoomsOfTheCatalogueKnowNotWhoUsesThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("catalogue")
          .definedBy("io.mcpcatalogue.catalogue")
          .layer("changes")
          .definedBy("..catalogue.changes")
          .layer("search")
          .definedBy("..catalogue.search")
          .layer("sql")
          .definedBy("..catalogue.sql")
          .whereLayer("catalogue")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("changes")
          .mayNotAccessAnyLayer()
          .whereLayer("search")
          .mayOnlyAccessLayers("sql")
          .whereLayer("sql")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("io.mcpcatalogue.(**)").should().beFreeOfCycles();
}
