package studio.pastiche.ui.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;

class SettingsTransferTest {
  private static final Inputs INPUTS =
      new Inputs(
          new PictureReference("photo.jpg", "a"),
          List.of(new PictureReference("p.jpg", "b")),
          null);
  private static final NetworkReference NETWORK = new NetworkReference("n", "c");
  private static final Tuning TUNING = new Tuning(2, 30, 0, 0.05, List.of(1.0));
  private final Settings settings = new Settings();

  @Test
  void aRecipeMadeHereIsRestoredToTheLetter() {
    settings.size().set(777);
    settings.iterations().set(123);
    settings.styleScale().set(1.5);
    settings.noiseRatio().set(0.25);
    settings.seed().set(42);
    settings.stages().value().set(StagePlan.SINGLE);
    settings.optimizer().value().set(OptimizerKind.LBFGS);
    settings.statistic().value().set(Statistic.GRAM);
    settings.pooling().value().set(Pooling.AVERAGE);
    settings.start().value().set(Init.Kind.MIX);
    settings.precision().value().set(Precision.FLOAT32);
    settings.styleLayers().set(Layers.wideStyle());
    Recipe recipe = settings.recipeSettings(List.of(1.0)).of(INPUTS, NETWORK);

    Settings others = new Settings();
    assertTrue(new SettingsTransfer(others).restore(recipe));
    assertEquals(settings.recipeSettings(List.of(1.0)), others.recipeSettings(List.of(1.0)));
  }

  @Test
  void theDialsNumberFollowsTheSizeUnlessItIsSetByHand() {
    assertFalse(settings.byHand());
    settings.size().set(2048);
    assertFalse(settings.byHand());
    assertEquals(settings.schedule().total(), settings.iterations().getInt());
    settings.iterations().set(77);
    settings.size().set(512);
    assertTrue(settings.byHand());
    assertEquals(77, settings.schedule().total());
    settings.turnTo(Dial.PRINT);
    assertFalse(settings.byHand());
    assertEquals(Schedule.defaults().withDial(Dial.PRINT), settings.schedule());
  }

  @ParameterizedTest
  @EnumSource(Dial.class)
  void everyDialIsRestored(Dial dial) {
    Schedule wanted = Schedule.defaults().withSize(300).withDial(dial);
    Recipe recipe = Recipe.defaults(INPUTS, NETWORK).withSchedule(wanted);
    assertTrue(new SettingsTransfer(settings).restore(recipe));
    assertEquals(wanted, settings.schedule());
  }

  @Test
  void theTuningIsTheOneThatWasInForceAtTheEnd() {
    Tuning later = TUNING.withStyleWeight(99);
    Recipe recipe =
        Recipe.defaults(INPUTS, NETWORK)
            .withTuning(TUNING)
            .withHistory(List.of(new TuningChange(new Moment(0, 5), later)), null);
    assertTrue(new SettingsTransfer(settings).restore(recipe));
    assertEquals(later, settings.tuning(List.of(1.0)));
  }

  @Test
  void theDeviceStaysTheArtists() {
    Recipe onGpu =
        Recipe.defaults(INPUTS, NETWORK)
            .withComputation(new Computation("gpu", Precision.BFLOAT16, 8));
    assertTrue(new SettingsTransfer(settings).restore(onGpu));
    assertEquals("auto", settings.device().get());
  }

  @Test
  void whatCannotBeSetHereIsOwnedUpTo() {
    Init farSeed = new Init(Init.Kind.NOISE, 0.5, Init.Noise.UNIFORM, 1L << 40);
    Recipe recipe = Recipe.defaults(INPUTS, NETWORK).withInit(farSeed);
    assertFalse(new SettingsTransfer(settings).restore(recipe));
    assertEquals(Init.Kind.NOISE, settings.start().get());
  }
}
