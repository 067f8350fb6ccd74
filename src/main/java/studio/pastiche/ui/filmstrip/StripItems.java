package studio.pastiche.ui.filmstrip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.Branch;
import studio.pastiche.session.LossTrace;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.history.Lowest;

/// Puts a session's snapshots in the order of the strip: run after run, each with its head where
/// there are several.
final class StripItems {
  private StripItems() {}

  static List<StripItem> of(List<Branch> branches, List<Snapshot> snapshots) {
    Map<Integer, Branch> heads = new LinkedHashMap<>();
    branches.forEach(b -> heads.put(b.number(), b));
    Map<Integer, List<Snapshot>> runs = new TreeMap<>();
    for (Snapshot each : snapshots) {
      runs.computeIfAbsent(each.mark().run(), _ -> new ArrayList<>()).add(each);
    }
    List<StripItem> items = new ArrayList<>();
    for (Map.Entry<Integer, List<Snapshot>> run : runs.entrySet()) {
      Branch head = heads.get(run.getKey());
      if (head != null && runs.size() > 1) {
        items.add(new StripItem.Head(head));
      }
      addRun(items, run.getValue(), head == null ? null : originTuning(head, runs));
    }
    return items;
  }

  private static void addRun(List<StripItem> items, List<Snapshot> run, @Nullable Tuning origin) {
    int lowest = Lowest.of(run).map(Snapshot::id).orElse(0);
    Tuning before = origin;
    for (Snapshot each : run) {
      Tuning now = LossTrace.lastTuning(each.recipe());
      items.add(new StripItem.Kept(each, before, now, each.id() == lowest));
      before = now;
    }
  }

  /// The tuning where a run goes on from another, else the one it began with.
  private static Tuning originTuning(Branch branch, Map<Integer, List<Snapshot>> runs) {
    Branch.@Nullable Origin origin = branch.origin();
    if (origin == null) {
      return branch.recipe().tuning();
    }
    Optional<Snapshot> there =
        runs.getOrDefault(origin.branch(), List.of()).stream()
            .filter(s -> s.mark().iteration() == origin.iteration())
            .findFirst();
    return there
        .map(s -> LossTrace.lastTuning(s.recipe()))
        .orElseGet(() -> branch.recipe().tuning());
  }
}
