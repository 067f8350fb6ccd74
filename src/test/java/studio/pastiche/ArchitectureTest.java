package studio.pastiche;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pastiche.cli.planted.ImportsUi;
import studio.pastiche.cli.planted.UsesJavaFx;
import studio.pastiche.engine.planted.HopsToTheFxThread;
import studio.pastiche.engine.planted.ImportsDjl;
import studio.pastiche.engine.planted.ImportsFfmpeg;
import studio.pastiche.engine.planted.ImportsSession;
import studio.pastiche.engine.planted.Prints;
import studio.pastiche.engine.planted.StartsThread;
import studio.pastiche.rule.MayStartThreads;
import studio.pastiche.session.planted.Round;
import studio.pastiche.ui.planted.ImportsCli;

/// The rules of the design's rooms, over the product's classes; and each rule over a class planted
/// to break it.
class ArchitectureTest {
  private static final String ROOT = "studio.pastiche.";

  private static final ArchRule NO_SCREEN_BELOW_THE_WINDOW =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "engine..",
              ROOT + "file..",
              ROOT + "film..",
              ROOT + "networks..",
              ROOT + "picture..",
              ROOT + "session..",
              ROOT + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..");

  private static final ArchRule DJL_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "engine.torch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..");

  private static final ArchRule FFMPEG_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "film..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..");

  private static final ArchRule ENGINE_KNOWS_NO_USER =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "networks..", ROOT + "session..", ROOT + "ui..", ROOT + "cli..");

  private static final ArchRule COMMAND_LINE_WITHOUT_WINDOW =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "ui..");

  private static final ArchRule WINDOW_WITHOUT_COMMAND_LINE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "cli..");

  private static final ArchRule NO_CYCLES =
      slices().matching("studio.pastiche.(**)").should().beFreeOfCycles();

  private static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace", PrintStream.class);

  private static final ArchRule THREADS_IN_ONE_PACKAGE =
      noClasses()
          .that(
              not(resideInAnyPackage(ROOT + "ui.task.."))
                  .and(not(annotatedWith(MayStartThreads.class))))
          .should()
          .callConstructorWhere(target(owner(assignableTo(Thread.class))))
          .orShould()
          .callMethod(Thread.class, "startVirtualThread", Runnable.class)
          .orShould()
          .callMethod(Thread.class, "ofVirtual")
          .orShould()
          .callMethod(Thread.class, "ofPlatform")
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(CompletableFuture.class)))
                  .and(target(nameEndingWith("Async"))))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              Executors.class, ThreadPoolExecutor.class, ForkJoinPool.class, Timer.class);

  private static final ArchRule FX_THREAD_FROM_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "ui.task..")
          .should()
          .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("studio.pastiche");

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(NO_SCREEN_BELOW_THE_WINDOW, UsesJavaFx.class),
        rule(DJL_IN_ONE_PACKAGE, ImportsDjl.class),
        rule(FFMPEG_IN_ONE_PACKAGE, ImportsFfmpeg.class),
        rule(ENGINE_KNOWS_NO_USER, ImportsSession.class),
        rule(COMMAND_LINE_WITHOUT_WINDOW, ImportsUi.class),
        rule(WINDOW_WITHOUT_COMMAND_LINE, ImportsCli.class),
        rule(NO_CYCLES, Round.class, studio.pastiche.picture.planted.Round.class),
        rule(ONLY_THE_COMMAND_LINE_PRINTS, Prints.class),
        rule(THREADS_IN_ONE_PACKAGE, StartsThread.class),
        rule(FX_THREAD_FROM_ONE_PACKAGE, HopsToTheFxThread.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProductKeepsTheRule(ArchRule rule, Class<?>[] planted) {
    assertTrue(PRODUCT.size() > 50, "the product's classes were not found");
    rule.check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPlantedViolationIsReported(ArchRule rule, Class<?>[] planted) {
    JavaClasses classes = new ClassFileImporter().importClasses(planted);
    AssertionError e = assertThrows(AssertionError.class, () -> rule.check(classes));
    assertTrue(String.valueOf(e.getMessage()).contains("planted"), e::getMessage);
  }

  private static Arguments rule(ArchRule rule, Class<?>... planted) {
    return Arguments.of(Named.of(rule.getDescription(), rule), planted);
  }
}
