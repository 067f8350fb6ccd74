package studio.pastiche.ui.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Branch;
import studio.pastiche.session.LossTrace;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Progress;

/// The distances of every run of the session, and what of them the chart shows: the way to the
/// snapshot that was chosen, else to the newest. Of runs that were painted another day only the
/// snapshots' distances are known.
public final class Losses {
  private final Painting painting;
  private final ObservableValue<? extends @Nullable Snapshot> chosen;
  private final LossChart chart;
  private final Map<Integer, LossTrace> traces = new HashMap<>();
  private int newest;

  public Losses(
      Painting painting, ObservableValue<? extends @Nullable Snapshot> chosen, LossChart chart) {
    this.painting = painting;
    this.chosen = chosen;
    this.chart = chart;
    painting.progress().addListener((_, _, now) -> take(now));
    painting.snapshots().addListener((ListChangeListener<Snapshot>) _ -> refresh());
    painting.branches().addListener(this::branchesChanged);
    chosen.addListener((_, _, _) -> refresh());
  }

  private void take(@Nullable Progress now) {
    if (now != null) {
      newest = now.trace().run();
      traces.put(newest, now.trace());
      refresh();
    }
  }

  /// Another session's runs have the same numbers.
  private void branchesChanged(ListChangeListener.Change<? extends Branch> change) {
    while (change.next()) {
      change.getRemoved().stream()
          .filter(gone -> change.getAddedSubList().stream().noneMatch(b -> same(gone, b)))
          .forEach(gone -> traces.remove(gone.number()));
    }
    refresh();
  }

  private static boolean same(Branch one, Branch other) {
    return one.number() == other.number() && one.recipe().equals(other.recipe());
  }

  private void refresh() {
    Snapshot one = chosen.getValue();
    List<Snapshot> all = painting.snapshots();
    int run = one != null ? one.mark().run() : newestRun(all);
    Lineage way = Lineage.to(run, painting.branches());
    List<Snapshot> snapshots = way.snapshots(all);
    List<Snapshot> ofRun = all.stream().filter(s -> s.mark().run() == run).toList();
    chart.show(
        new ChartContent(way.points(this::points), snapshots, Lowest.of(ofRun).orElse(null), one));
  }

  private int newestRun(List<Snapshot> all) {
    boolean known = traces.containsKey(newest);
    return known || all.isEmpty() ? newest : all.getLast().mark().run();
  }

  private List<Point> points(int run) {
    LossTrace trace = traces.get(run);
    return trace != null
        ? trace.points()
        : painting.snapshots().stream().filter(s -> s.mark().run() == run).map(Point::of).toList();
  }
}
