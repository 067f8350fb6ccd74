package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class OptimizationTest {
  @Test
  void theLearningRateDecaysGraduallyByItsFactorEverySoManySteps() {
    Optimization decaying = Optimization.defaults().withDecay(new Optimization.Decay(0.25, 10));
    assertEquals(1, decaying.decayAt(0));
    assertEquals(0.5, decaying.decayAt(5), 1e-12);
    assertEquals(0.25, decaying.decayAt(10), 1e-12);
    assertEquals(0.0625, decaying.decayAt(20), 1e-12);
    assertEquals(1, Optimization.defaults().decayAt(1000));
  }

  @Test
  @ExtendWith(EngineExtension.class)
  void aStrongDecayStandsStill(Engine engine) throws InterruptedException {
    Materials materials = TestMaterials.small();
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 12)
            .withSchedule(new Schedule(80, 12, StagePlan.SINGLE, false, 1).withDial(Dial.PEER))
            .withOptimization(Optimization.defaults().withDecay(new Optimization.Decay(1e-6, 1)));
    List<Double> losses = new ArrayList<>();
    try (Run run = engine.start(recipe, materials)) {
      run.paint(painted -> losses.add(painted.loss()));
    }
    assertEquals(losses.get(3), losses.getLast(), 1e-6 * losses.getLast());
  }
}
