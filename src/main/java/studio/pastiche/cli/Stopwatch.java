package studio.pastiche.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Forecast;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.ResidentMemory;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;

/// Times a run's iterations, from one's end to the next one's.
final class Stopwatch implements RunListener {
  /// Iterations before the first that counts.
  static final int WARM_UP = 2;

  private final boolean preview;
  private final List<Double> times = new ArrayList<>();
  private @Nullable Long startMb;
  private long since;
  private double loss = Double.NaN;

  /// @param preview whether each iteration also makes its frame
  Stopwatch(boolean preview) {
    this.preview = preview;
  }

  /// What `bench` prints.
  ///
  /// @param ms the median iteration
  /// @param msQuartiles the first and the third
  /// @param startMb resident before the first iteration, in MiB; null where the system does not say
  /// @param peakMb resident at its peak, likewise
  /// @param forecastMs what an iteration was forecast to take
  /// @param forecastMb the growth beyond `startMb` that was forecast
  /// @param tile the side of the tiles, or null where it was computed whole
  /// @param gflops what an iteration computes a second: 10⁹ multiplications and additions, halos
  ///   not counted
  /// @param productGflops the same of a product of two matrices of 1024×1024 here
  /// @param machine the processor
  /// @param loadMs for opening the engine and the network
  /// @param loss of the last iteration; the same for the same work
  record Result(
      double ms,
      List<Double> msQuartiles,
      @Nullable Long startMb,
      @Nullable Long peakMb,
      double forecastMs,
      long forecastMb,
      double gflops,
      double productGflops,
      String machine,
      double loadMs,
      @Nullable Integer tile,
      int width,
      int height,
      int threads,
      Precision precision,
      String device,
      double loss) {
    /// A few lines for people.
    String inWords() {
      String memory =
          startMb == null || peakMb == null
              ? "the system does not say"
              : "%d MiB before the first, %d at the peak (forecast: %d)"
                  .formatted(startMb, peakMb, startMb + forecastMb);
      return """
      machine        %s, %d threads
      an iteration   %.1f ms, half of them within %.1f to %.1f (forecast: %.1f)
      memory         %s
      arithmetic     %.1f GFLOP/s; a matrix product here: %.1f\
      """
          .formatted(
              machine,
              threads,
              ms,
              msQuartiles.getFirst(),
              msQuartiles.getLast(),
              forecastMs,
              memory,
              gflops,
              productGflops);
    }
  }

  @Override
  public void stageStarted(Stage stage, int stages) {
    startMb = mb(ResidentMemory.bytes());
    since = System.nanoTime();
  }

  @Override
  public void painted(Painted painted) {
    if (preview) {
      painted.frame();
    }
    long now = System.nanoTime();
    if (painted.done() > WARM_UP) {
      times.add((now - since) / 1e6);
    }
    if (painted.done() == painted.total()) {
      loss = painted.loss();
    }
    since = now;
  }

  Result result(
      Stage stage,
      Computation computed,
      double loadMs,
      Forecast forecast,
      double arithmetic,
      double productRate) {
    return new Result(
        quantile(0.5),
        List.of(quantile(0.25), quantile(0.75)),
        startMb,
        mb(ResidentMemory.peakBytes()),
        Json.rounded(1e3 * forecast.seconds() / stage.iterations(), 2),
        forecast.bytes() >> 20,
        Json.rounded(arithmetic / quantile(0.5) / 1e6, 1),
        Json.rounded(productRate / 1e9, 1),
        Machine.processor(),
        Json.rounded(loadMs, 0),
        computed.tile(),
        stage.width(),
        stage.height(),
        computed.threads(),
        computed.precision(),
        computed.device(),
        loss);
  }

  private static @Nullable Long mb(@Nullable Long bytes) {
    return bytes == null ? null : Long.valueOf(bytes >> 20);
  }

  /// Linear between the nearest two, as the usual statistics packages have it.
  private double quantile(double share) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    double at = share * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return Json.rounded(
        sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below)), 2);
  }
}
