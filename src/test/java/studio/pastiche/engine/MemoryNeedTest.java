package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  private final Materials materials = TestMaterials.small();

  @Test
  void memoryGrowsWithThePixelsAndFallsWithThePrecision() {
    long small = bytes(1024, Precision.FLOAT32);
    long large = bytes(4096, Precision.FLOAT32);
    assertTrue(large > 12 * small && large < 17 * small, small + " " + large);
    assertTrue(bytes(4096, Precision.BFLOAT16) < large);
  }

  @Test
  void aPictureThatCannotFitIsRefusedWithASizeThatWould() {
    MemoryNeed need = new MemoryNeed(squared(2048));
    NotEnoughMemoryException e =
        assertThrows(
            NotEnoughMemoryException.class,
            () -> need.check(2048, squared(1030), MemoryNeedTest::squared));
    assertEquals(
        "A picture of 2048 px needs about 4.2 GB of memory and 1.1 GB are free; a size of 1024 or"
            + " less would fit",
        e.getMessage());
    need.check(2048, squared(2048), MemoryNeedTest::squared);
  }

  @Test
  void withHardlyAnyMemoryNoSizeIsPromised() {
    NotEnoughMemoryException e =
        assertThrows(
            NotEnoughMemoryException.class,
            () ->
                new MemoryNeed(squared(2048))
                    .check(2048, squared(Schedule.MIN_SIZE) - 1, MemoryNeedTest::squared));
    assertTrue(String.valueOf(e.getMessage()).endsWith("; close other programs"));
    assertEquals(
        Schedule.MIN_SIZE,
        MemoryNeed.fitting(2048, squared(Schedule.MIN_SIZE), MemoryNeedTest::squared));
  }

  private static long squared(int size) {
    return 1000L * size * size;
  }

  private long bytes(int size, Precision precision) {
    Stage stage = new Stage(0, size, size, 1, 0);
    return MemoryNeed.of(
            stage,
            materials.network(),
            Layers.defaults(),
            OptimizerKind.ADAM,
            precision,
            null,
            false)
        .bytes();
  }
}
