package studio.pastiche.ui.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;

class ParameterTest {
  private final Settings settings = new Settings();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.35, 1, 6, 120, 1000})
  void aWeightSlidesToAndFro(double weight) {
    Scale scale = settings.tunable().getFirst().spec().scale();
    assertEquals(weight, scale.value(scale.position(weight)), weight * 1e-9);
  }

  @Test
  void aWeightsLeftEndIsNothing() {
    assertEquals(0, settings.tunable().getFirst().spec().scale().value(0));
  }

  @Test
  void theFieldTakesWhatTheSliderCannotReach() {
    Parameter size = settings.size();
    size.set(size.parse("6000").orElseThrow());
    assertEquals("6000", size.text());
    assertEquals(1, size.spec().scale().position(size.get()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "63", "1e9", "NaN"})
  void whatIsNoAllowedSizeIsRefused(String text) {
    assertTrue(settings.size().parse(text).isEmpty());
  }

  @Test
  void aCommaIsAPointToo() {
    assertEquals(0.5, settings.noiseRatio().parse("0,5").orElseThrow());
  }

  @Test
  void resetBringsTheDefaultBack() {
    Parameter rate = settings.tunable().getLast();
    rate.set(0.5);
    rate.reset();
    assertEquals("0.02", rate.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00015", "0.00001", "1234.5678", "1000000", "0.35", "0"})
  void whatIsTypedIsShownAsItWasTyped(String text) {
    Parameter weight = settings.tunable().getFirst();
    weight.set(weight.parse(text).orElseThrow());
    assertEquals(text, weight.text());
  }

  @Test
  void theDefaultsAreTheEngines() {
    Inputs inputs =
        new Inputs(new PictureReference("a", ""), List.of(new PictureReference("b", "")), null);
    NetworkReference network = new NetworkReference("", "");
    assertEquals(
        Recipe.defaults(inputs, network),
        settings.recipeSettings(List.of(1.0)).of(inputs, network));
  }
}
