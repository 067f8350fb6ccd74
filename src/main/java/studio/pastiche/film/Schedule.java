package studio.pastiche.film;

import java.util.ArrayList;
import java.util.List;

/// Which picture is shown for how long.
///
/// @param rate pictures a second
/// @param shots in their order
record Schedule(double rate, List<Shot> shots) {
  /// @param picture its index
  /// @param beats how many times 1/rate it stands
  record Shot(int picture, int beats) {}

  Schedule {
    shots = List.copyOf(shots);
  }

  /// Where the pace is faster than `fastest` pictures a second, only some are shown, evenly chosen,
  /// the first and the last always.
  static Schedule of(int count, FilmOptions options, double fastest) {
    double wanted = options.pace().picturesPerSecond(count);
    double rate = Math.min(wanted, fastest);
    int shown =
        count == 1 ? 1 : Math.max(2, (int) Math.min(count, Math.round(count * rate / wanted)));
    List<Shot> shots = new ArrayList<>(shown);
    for (int i = 0; i < shown; i++) {
      int picture = shown == 1 ? 0 : (int) Math.round(i * (count - 1.0) / (shown - 1));
      double held = 0;
      if (i == 0) {
        held = options.firstSeconds();
      }
      if (i == shown - 1) {
        held = Math.max(held, options.lastSeconds());
      }
      shots.add(new Shot(picture, Math.max(1, (int) Math.round(held * rate))));
    }
    return new Schedule(rate, shots);
  }

  /// How long it lasts.
  double seconds() {
    return shots.stream().mapToInt(Shot::beats).sum() / rate;
  }
}
