package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngineExtension.class)
class ForecastTest {
  private final Materials materials = TestMaterials.small();

  @Test
  void memoryGrowsWithThePixelsAndFallsWithThePrecision() {
    long small = bytes(1024, Precision.FLOAT32);
    long large = bytes(4096, Precision.FLOAT32);
    assertTrue(large > 12 * small && large < 17 * small, small + " " + large);
    assertTrue(bytes(4096, Precision.BFLOAT16) < large);
  }

  @Test
  void aPictureThatCannotFitIsRefusedWithASizeThatWould(Engine engine) {
    Recipe recipe = TestMaterials.recipe(materials, Schedule.MAX_SIZE, 1);
    Recipe huge =
        recipe.withOptimization(Optimization.defaults().withOptimizer(OptimizerKind.LBFGS));
    NotEnoughMemoryException e =
        assertThrows(NotEnoughMemoryException.class, () -> engine.start(huge, materials));
    assertTrue(
        String.valueOf(e.getMessage()).matches(".* a size of \\d+ or less would fit"),
        e::getMessage);
  }

  private long bytes(int size, Precision precision) {
    Stage stage = new Stage(0, size, size, 1, 0);
    return Forecast.of(stage, materials.network(), Layers.defaults(), OptimizerKind.ADAM, precision)
        .bytes();
  }
}
