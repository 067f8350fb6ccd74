package studio.pastiche.engine;

import java.nio.file.Path;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.picture.Picture;

/// Says how far pictures of a recipe's full size are from what it wants, always in float32, so that
/// what was painted in another precision or by another schedule can be compared.
public final class Yardstick implements AutoCloseable {
  private final Scope scope;
  private final Storage storage;
  private final Objective objective;
  private final Tuning tuning;

  private Yardstick(Scope scope, Storage storage, Objective objective, Tuning tuning) {
    this.scope = scope;
    this.storage = storage;
    this.objective = objective;
    this.tuning = tuning;
  }

  /// @param settled a recipe with its computation settled
  static Yardstick of(Program program, Recipe settled, Materials materials) {
    Scope scope = program.newScope();
    Storage storage = new Storage(program, scope, new Scratch(Path.of("")), Long.MAX_VALUE);
    try {
      Picture content = materials.content();
      Stage last = Pyramid.of(content.width(), content.height(), settled.schedule()).last();
      Features features =
          Features.load(program, scope, materials.network(), settled.layers(), Precision.FLOAT32);
      return new Yardstick(
          scope,
          storage,
          Objective.of(features, scope, storage, materials, last, settled, () -> {}),
          settled.tuning());
    } catch (RuntimeException | Error e) {
      storage.close();
      scope.close();
      throw e;
    }
  }

  /// The weighted sum of a picture's distances, with the weights that the recipe starts with.
  ///
  /// @param picture of the recipe's full size
  public double distance(Picture picture) {
    try (Scope passing = scope.inner()) {
      return objective
          .evaluate(passing, DevicePlanes.of(passing, Features.tensor(passing, picture)), tuning)
          .loss();
    }
  }

  @Override
  public void close() {
    objective.close();
    storage.close();
    scope.close();
  }
}
