package studio.pastiche.session;

import java.util.ArrayList;
import java.util.List;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;

/// How a run's distances went, iteration by iteration. Written by the painting thread, read by any.
public final class LossTrace {
  private final int run;
  private final List<Point> points = new ArrayList<>();

  /// An iteration's distances, of the image that it started from.
  ///
  /// @param iteration of the run in all, from 1
  /// @param stage from 1
  /// @param total the loss: the weighted sum
  /// @param content the content distance, without its weight
  /// @param style likewise
  /// @param smoothness the total variation, likewise
  /// @param tuning that ruled the iteration
  public record Point(
      int iteration,
      int stage,
      double total,
      double content,
      double style,
      double smoothness,
      Tuning tuning) {
    /// Of an iteration that is done.
    public static Point of(Painted painted, Layers layers) {
      return new Point(
          painted.done(),
          painted.stage().number() + 1,
          painted.loss(),
          painted.distances().content(layers),
          painted.distances().style(layers),
          painted.distances().totalVariation(),
          painted.tuning());
    }

    /// Of a moment that was kept, where nothing is known of the iterations around it.
    public static Point of(Snapshot snapshot) {
      Snapshot.Mark mark = snapshot.mark();
      Layers layers = snapshot.recipe().layers();
      return new Point(
          mark.iteration(),
          mark.stage(),
          mark.loss(),
          mark.distances().content(layers),
          mark.distances().style(layers),
          mark.distances().totalVariation(),
          lastTuning(snapshot.recipe()));
    }
  }

  /// @param run which of the session's runs, from 1
  public LossTrace(int run) {
    this.run = run;
  }

  public int run() {
    return run;
  }

  /// Takes a point in. Where the run has gone back, what came after that moment is dropped.
  public synchronized void add(Point point) {
    while (!points.isEmpty() && points.getLast().iteration() >= point.iteration()) {
      points.removeLast();
    }
    points.add(point);
  }

  /// The points so far, in the order of their iterations.
  public synchronized List<Point> points() {
    return List.copyOf(points);
  }

  /// The tuning that a recipe ends with.
  public static Tuning lastTuning(Recipe recipe) {
    List<TuningChange> changes = recipe.changes();
    return changes.isEmpty() ? recipe.tuning() : changes.getLast().tuning();
  }
}
