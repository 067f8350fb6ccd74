package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.weights.ReferenceNumbers;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.picture.Picture;

@ExtendWith(EngineExtension.class)
class FeatureMapsTest {
  private final Engine engine;

  FeatureMapsTest(Engine engine) {
    this.engine = engine;
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void theMapsAreThoseOfTheReference(Pooling pooling) throws WeightsException {
    ReferenceNumbers reference = new ReferenceNumbers();
    int[] shape = reference.inputShape("image");
    Picture image =
        Picture.of(shape[shape.length - 1], shape[shape.length - 2], reference.input("image"));
    FeatureMaps maps =
        engine.featureMaps(
            image, TestMaterials.reference("timm.safetensors"), Layer.of("relu4_2"), pooling);
    float[] expected = reference.expected(pooling + ".features.relu4_2");
    assertEquals(image.height() / 8, maps.height());
    assertEquals(image.width() / 8, maps.width());
    assertArrayEquals(expected, maps.values(), 1e-3f * max(expected));
  }

  @Test
  void aMapIsTheConvolutionOfThePictureByHand() {
    // Output 0 copies green less a half, output 1 is blue's difference to the right neighbour.
    float[] weight = new float[2 * 3 * 9];
    weight[9 + 4] = 1;
    weight[27 + 18 + 4] = -1;
    weight[27 + 18 + 5] = 1;
    FeatureNetwork network =
        new FeatureNetwork(
            "by hand",
            "00",
            InputSpec.RGB_CAFFE,
            List.of(
                new Convolution(
                    Layer.of("relu1_1"),
                    3,
                    2,
                    outsideTheHeap(weight),
                    outsideTheHeap(-10.721f, 0))));
    Picture picture = TestMaterials.waves(40, 33, 0.8);
    FeatureMaps maps = engine.featureMaps(picture, network, Layer.of("relu1_1"), Pooling.MAX);
    assertEquals(2, maps.channels());
    int pixels = 40 * 33;
    for (int i = 0; i < pixels; i++) {
      float green = 255 * picture.rgb()[pixels + i] - 116.779f;
      assertEquals(Math.max(0, green - 10.721f), maps.map(0)[i], 1e-3, "green " + i);
      int right = i % 40 == 39 ? i : i + 1;
      float rise = 255 * (picture.rgb()[2 * pixels + right] - picture.rgb()[2 * pixels + i]);
      assertEquals(Math.max(0, rise), maps.map(1)[i], 1e-3, "blue " + i);
    }
  }

  @Test
  void aLayerThatTheNetworkLacksIsNamed() {
    FeatureNetwork network = TestMaterials.compact();
    Layer beyond = Layer.of("relu5_4");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                engine.featureMaps(TestMaterials.flat(32, 32, 0.5f), network, beyond, Pooling.MAX));
    assertTrue(String.valueOf(e.getMessage()).contains("relu5_4"), e::getMessage);
  }

  @Test
  void moreThanTheMemoryThatIsFreeIsRefusedWithASizeThatFits() {
    Layer layer = Layer.of("relu1_2");
    long need = MemoryNeed.ofFeatureMaps(TestMaterials.compact(), layer, 256 * 192).bytes();
    try (Engine small = Engine.open("cpu", 0, () -> need)) {
      NotEnoughMemoryException e =
          assertThrows(NotEnoughMemoryException.class, () -> maps(small, 320, 240, layer));
      assertEquals(320, e.size());
      assertEquals(256, e.fitting());
      assertEquals(256, maps(small, 256, 192, layer).width());
    }
  }

  private static FeatureMaps maps(Engine engine, int width, int height, Layer layer) {
    Picture picture = TestMaterials.waves(width, height, 0.8);
    return engine.featureMaps(picture, TestMaterials.compact(), layer, Pooling.MAX);
  }

  private static FloatBuffer outsideTheHeap(float... numbers) {
    return Convolution.room(numbers.length).put(numbers).flip();
  }

  private static float max(float[] values) {
    float max = 0;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
