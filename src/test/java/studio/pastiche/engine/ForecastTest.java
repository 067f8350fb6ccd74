package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Size;

class ForecastTest {
  private static final AtomicLong FREE = new AtomicLong();
  private static final Engine ENGINE = Engine.open("cpu", 0, FREE::get);
  private final Materials materials = TestMaterials.small();
  private final Size content = materials.content().size();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void timeGrowsWithIterationsAndPixels() {
    FREE.set(1L << 40);
    double some = forecast(256, 100).seconds();
    assertTrue(some > 0);
    assertEquals(2, forecast(256, 200).seconds() / some, 0.1);
    assertTrue(forecast(1024, 100).seconds() >= some);
  }

  @Test
  void thePaceIsTakenOnce() {
    FREE.set(1L << 40);
    assertEquals(forecast(256, 100).seconds(), forecast(256, 100).seconds());
  }

  @Test
  void thePaceLeavesOutWhatIsTheSameAtEverySize() {
    Pace pace = Pace.of(100, 0.03, 300, 0.05);
    assertEquals(new Pace(0.02, 0.0001), rounded(pace));
    Pyramid one = Pyramid.of(10, 10, Schedule.defaults().withSize(100).withIterations(50));
    assertEquals(
        50 * (0.02 + 1) + 0.7 * 1.02, pace.seconds(one, 1, null, Layer.of("relu5_1")), 1e-9);
  }

  @Test
  void whatDoesNotFitNamesTheLargestSizeThatDoes() {
    FREE.set(200L << 20);
    Forecast large = forecast(4096, 10);
    assertFalse(large.fits());
    assertTrue(large.fitting() >= Schedule.MIN_SIZE && large.fitting() < 4096, large::toString);
    assertTrue(forecast(large.fitting(), 10).fits());
    FREE.set(40L << 20);
    assertEquals(0, forecast(4096, 10).fitting());
  }

  @Test
  void tilesOfAnotherDayGiveWayWhereTheyDoNotFit() {
    FREE.set(1L << 40);
    Recipe tiled = TestMaterials.recipe(materials, 1024, 10);
    tiled = tiled.withComputation(tiled.computation().withTile(768));
    assertEquals(768, tileOf(tiled));
    FREE.set(150L << 20);
    assertTrue(tileOf(tiled) < 768, "it would not fit");
    assertTrue(ENGINE.forecast(tiled, content, materials.network()).fits());
  }

  private int tileOf(Recipe recipe) {
    try (Run run = ENGINE.start(recipe, materials)) {
      Integer tile = run.recipe().computation().tile();
      return tile == null ? 0 : tile;
    }
  }

  @Test
  void aRunThatDoesNotFitIsRefusedWithTheSameSize() {
    FREE.set(200L << 20);
    NotEnoughMemoryException refusal =
        assertThrows(
            NotEnoughMemoryException.class,
            () -> ENGINE.start(TestMaterials.recipe(materials, 4096, 10), materials).close());
    assertEquals(forecast(4096, 10).fitting(), refusal.fitting());
    assertEquals(4096, refusal.size());
    assertTrue(refusal.needed() > refusal.free());
  }

  private Forecast forecast(int size, int iterations) {
    return ENGINE.forecast(
        TestMaterials.recipe(materials, size, iterations), content, materials.network());
  }

  private static Pace rounded(Pace pace) {
    return new Pace(
        Math.round(pace.seconds() * 1e6) / 1e6, Math.round(pace.secondsPerPixel() * 1e8) / 1e8);
  }
}
