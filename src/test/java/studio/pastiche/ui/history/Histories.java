package studio.pastiche.ui.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Size;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Snapshot;

/// Branches and snapshots for tests that need no pixels.
public final class Histories {
  private static final PictureReference SOME = new PictureReference("some.png", "00");
  public static final Size SIZE = new Size(40, 30);
  public static final Recipe RECIPE =
      Recipe.defaults(new Inputs(SOME, List.of(SOME), null), new NetworkReference("compact", "00"));

  private Histories() {}

  public static Branch branch(int number, Branch.@Nullable Origin origin) {
    return new Branch(number, "", origin, RECIPE, SIZE);
  }

  /// A snapshot whose distances are all `distance`.
  public static Snapshot snapshot(int run, int stage, int iteration, double distance) {
    Distances distances =
        new Distances(
            new TreeMap<>(Map.of(Layer.of("relu4_2"), distance)),
            new TreeMap<>(Map.of(Layer.of("relu1_1"), distance)),
            distance);
    Tuning tuning = RECIPE.tuning();
    double loss = distance * (tuning.contentWeight() + tuning.styleWeight() + tuning.tvWeight());
    return new Snapshot(
        1000 * run + iteration,
        new Snapshot.Mark(run, stage, 2, iteration, loss, distances, SIZE, false),
        SIZE,
        RECIPE,
        new Snapshot.Thumbnail(new Size(4, 3), new byte[36]),
        Path.of(run + "-" + iteration + ".planes"),
        null,
        false,
        false);
  }

  /// The same after a tuning to a style weight.
  public static Snapshot tuned(Snapshot one, double styleWeight) {
    Tuning tuning = RECIPE.tuning().withStyleWeight(styleWeight);
    Recipe recipe = RECIPE.withHistory(List.of(new TuningChange(new Moment(0, 1), tuning)), null);
    return new Snapshot(
        one.id(),
        one.mark(),
        one.size(),
        recipe,
        one.thumbnail(),
        one.file(),
        null,
        one.pinned(),
        false);
  }
}
