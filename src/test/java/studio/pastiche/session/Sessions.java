package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.OptimizerState;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Small sessions for tests.
final class Sessions {
  private static final PictureReference SOME = new PictureReference("some.png", "00");
  static final Recipe RECIPE =
      Recipe.defaults(new Inputs(SOME, List.of(SOME), null), new NetworkReference("compact", "00"));

  private Sessions() {}

  static Snapshot.Mark mark(int run, int iteration) {
    Distances distances =
        new Distances(
            new TreeMap<>(Map.of(Layer.of("relu4_2"), 0.5)),
            new TreeMap<>(Map.of(Layer.of("relu1_1"), 0.25, Layer.of("relu2_1"), 0.125)),
            0.0625);
    return new Snapshot.Mark(run, 1, 2, iteration, 1.5, distances, new Size(30, 20), false);
  }

  static Picture picture(int width, int height) {
    float[] rgb = numbers(3 * width * height, width);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = Math.abs(rgb[i]) % 1;
    }
    return Picture.of(width, height, rgb);
  }

  /// Numbers with bits in every place.
  static float[] numbers(int count, int seed) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  static RunState state(OptimizerState optimizer) {
    Tuning tuning = Tuning.defaults(1);
    Tuning later = tuning.withStyleWeight(0.1);
    return new RunState(
        new Moment(1, 3),
        numbers(18, 1),
        numbers(18, 2),
        5,
        optimizer,
        tuning,
        later,
        List.of(new TuningChange(new Moment(0, 2), 1, tuning)),
        1,
        0,
        0.25);
  }

  /// For where every state must be written.
  static void noneLost(IOException problem) {
    throw new UncheckedIOException(problem);
  }

  static void assertSame(RunState wanted, RunState found) {
    assertEquals(wanted.moment(), found.moment());
    assertEquals(wanted.tuning(), found.tuning());
    assertEquals(wanted.wanted(), found.wanted());
    assertEquals(wanted.changes(), found.changes());
    assertEquals(
        Arrays.asList(wanted.averaged(), wanted.recoveries(), wanted.replayed(), wanted.level()),
        Arrays.asList(found.averaged(), found.recoveries(), found.replayed(), found.level()));
    assertArrayEquals(wanted.image(), found.image());
    assertArrayEquals(
        Objects.requireNonNull(wanted.average()), Objects.requireNonNull(found.average()));
    switch (wanted.optimizer()) {
      case OptimizerState.OfAdam adam -> {
        OptimizerState.OfAdam other = (OptimizerState.OfAdam) found.optimizer();
        assertEquals(adam.steps(), other.steps());
        assertArrayEquals(adam.first(), other.first());
        assertArrayEquals(adam.second(), other.second());
      }
      case OptimizerState.OfLbfgs lbfgs -> {
        OptimizerState.OfLbfgs other = (OptimizerState.OfLbfgs) found.optimizer();
        assertArrayEquals(lbfgs.steps().toArray(), other.steps().toArray());
        assertArrayEquals(lbfgs.changes().toArray(), other.changes().toArray());
      }
      case OptimizerState.Forgotten forgotten -> assertEquals(forgotten, found.optimizer());
    }
  }
}
