package studio.pastiche.engine;

import java.util.List;
import java.util.function.Supplier;

/// How fast a run paints, and how long it will yet take. Iterations of another stage are taken to
/// cost in proportion to their pixels.
public final class TimeLeft {
  /// The least share of a new reading in the running mean; small, so that the time left stays
  /// readable.
  private static final double SHARE = 0.1;

  /// PyTorch prepares itself in a stage's first iterations: their time says nothing of the others'.
  private static final int UNUSUAL = 3;

  private final Supplier<Pyramid> plan;
  private int stage = -1;
  private int seen;
  private double mean;
  private long last;

  /// @param plan the run's, which may change while it paints
  public TimeLeft(Supplier<Pyramid> plan) {
    this.plan = plan;
  }

  /// A stage begins, or the run goes on after a pause or other work: the time until now does not
  /// count.
  public void from(long now) {
    last = now;
  }

  /// An iteration of a stage is done.
  public void iteration(Stage of, long now) {
    double taken = (now - last) / 1e6;
    last = now;
    seen = stage == of.number() ? seen + 1 : 1;
    stage = of.number();
    double share = seen <= UNUSUAL ? 1 : Math.max(SHARE, 1.0 / (seen - UNUSUAL));
    mean += share * (taken - mean);
  }

  /// Milliseconds an iteration.
  public double milliseconds() {
    return mean;
  }

  /// Seconds until the end, where so many iterations of this stage are done.
  public double secondsLeft(Stage at, int done) {
    double perPixel = mean / pixels(at);
    double milliseconds = mean * (at.iterations() - done);
    List<Stage> stages = plan.get().stages();
    for (Stage later : stages.subList(at.number() + 1, stages.size())) {
      milliseconds += perPixel * pixels(later) * later.iterations();
    }
    return milliseconds / 1000;
  }

  private static double pixels(Stage stage) {
    return (double) stage.width() * stage.height();
  }
}
