package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.picture.Size;

class ArithmeticTest {
  @Test
  void convolutionsCountForthAndBackAndStyleMatricesTwice() {
    FeatureNetwork network = RandomNetwork.of(List.of(4, 8, 8, 8, 8), Layer.of("relu2_1"), 1);
    Layers layers =
        Layers.defaults()
            .withStyle(Layers.weights("relu1_2"))
            .withContent(Layers.weights("relu2_1"));
    double convolutions = 9 * (3 * 4 + 4 * 4) * 400 + 9 * 4 * 8 * 100;
    double matrix = 4 * 4 * 400;
    assertEquals(
        4 * (convolutions + matrix), Arithmetic.ofEvaluation(network, layers, new Size(20, 20)));
  }
}
