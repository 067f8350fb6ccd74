package studio.pastiche.ui.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.LossTrace;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.task.Progress;

/// The distances of every run of the session, and what of them the chart shows: the run of the
/// snapshot that was chosen, else the newest.
public final class Losses {
  private final ObservableList<Snapshot> snapshots;
  private final ObservableValue<? extends @Nullable Snapshot> chosen;
  private final Consumer<ChartContent> show;
  private final Map<Integer, LossTrace> traces = new HashMap<>();
  private int newest;

  public Losses(
      ObservableList<Snapshot> snapshots,
      ObservableValue<@Nullable Progress> progress,
      ObservableValue<? extends @Nullable Snapshot> chosen,
      LossChart chart) {
    this.snapshots = snapshots;
    this.chosen = chosen;
    show = chart::show;
    progress.addListener((_, _, now) -> take(now));
    snapshots.addListener((ListChangeListener<Snapshot>) _ -> refresh());
    chosen.addListener((InvalidationListener) _ -> refresh());
  }

  private void take(@Nullable Progress now) {
    if (now != null) {
      newest = now.trace().run();
      traces.put(newest, now.trace());
      refresh();
    }
  }

  private void refresh() {
    Snapshot one = chosen.getValue();
    int run = one == null ? newest : one.mark().run();
    LossTrace trace = traces.get(run);
    List<Point> points = trace == null ? List.of() : trace.points();
    List<Snapshot> ofRun = new ArrayList<>();
    for (Snapshot each : snapshots) {
      if (each.mark().run() == run) {
        ofRun.add(each);
      }
    }
    show.accept(new ChartContent(points, ofRun, Lowest.of(ofRun).orElse(null), one));
  }
}
