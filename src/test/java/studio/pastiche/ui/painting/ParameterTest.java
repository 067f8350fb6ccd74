package studio.pastiche.ui.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
