package studio.pastiche.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.picture.Size;

/// What was painted in this session: its branches, and the snapshots of each in the order they were
/// kept. It changes lists that belong to its maker, who may observe them; not for several threads.
public final class History {
  private final List<Branch> branches;
  private final List<Snapshot> snapshots;

  public History(List<Branch> branches, List<Snapshot> snapshots) {
    this.branches = branches;
    this.snapshots = snapshots;
  }

  /// The number that the next run gets.
  public int nextNumber() {
    return branches.stream().mapToInt(Branch::number).max().orElse(0) + 1;
  }

  /// Takes a run in that has begun.
  public Branch begin(int number, Branch.@Nullable Origin origin, Recipe recipe, Size finalSize) {
    Branch branch = new Branch(number, "", origin, recipe, finalSize);
    branches.add(branch);
    return branch;
  }

  public Optional<Branch> branch(int number) {
    return branches.stream().filter(b -> b.number() == number).findFirst();
  }

  /// The branch that a snapshot is of.
  public Optional<Branch> branchOf(Snapshot snapshot) {
    return branch(snapshot.mark().run());
  }

  public void rename(int number, String name) {
    branches.replaceAll(b -> b.number() == number ? b.withName(name) : b);
  }

  /// Lets a branch go that has no snapshots.
  public void forgetIfEmpty(int number) {
    if (of(number).isEmpty()) {
      branches.removeIf(b -> b.number() == number);
    }
  }

  /// The snapshots of a branch, oldest first.
  public List<Snapshot> of(int branch) {
    return snapshots.stream().filter(s -> s.mark().run() == branch).toList();
  }

  public Optional<Snapshot> newestOf(int branch) {
    List<Snapshot> all = of(branch);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// Takes a snapshot in: in place of one of the same moment, or before its branch's later ones, or
  /// after all others. Only a branch's newest state is worth its size on disk, so the earlier ones
  /// lose theirs.
  ///
  /// @return the files that nothing refers to any more
  public List<Path> keep(Snapshot snapshot) {
    List<Path> unused = new ArrayList<>();
    int place = placeOfSameMoment(snapshot);
    if (place < 0) {
      snapshots.add(placeAfterEarlier(snapshot), snapshot);
    } else {
      Snapshot old = snapshots.get(place);
      unused.add(old.file());
      Path state = snapshot.state() == null ? old.state() : snapshot.state();
      if (old.state() != null && !old.state().equals(state)) {
        unused.add(old.state());
      }
      snapshots.set(
          place, snapshot.withState(state).withPinned(old.pinned()).withSaved(old.saved()));
    }
    if (snapshot.state() != null) {
      unused.addAll(dropStates(snapshot));
    }
    return unused;
  }

  private int placeOfSameMoment(Snapshot snapshot) {
    for (int i = snapshots.size() - 1; i >= 0; i--) {
      Snapshot.Mark mark = snapshots.get(i).mark();
      if (mark.run() == snapshot.mark().run() && mark.iteration() == snapshot.mark().iteration()) {
        return i;
      }
    }
    return -1;
  }

  private int placeAfterEarlier(Snapshot snapshot) {
    for (int i = 0; i < snapshots.size(); i++) {
      Snapshot.Mark mark = snapshots.get(i).mark();
      if (mark.run() == snapshot.mark().run() && mark.iteration() > snapshot.mark().iteration()) {
        return i;
      }
    }
    return snapshots.size();
  }

  private List<Path> dropStates(Snapshot newest) {
    List<Path> dropped = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i++) {
      Snapshot each = snapshots.get(i);
      if (each.state() != null
          && each.id() != newest.id()
          && each.mark().run() == newest.mark().run()) {
        dropped.add(each.state());
        snapshots.set(i, each.withState(null));
      }
    }
    return dropped;
  }

  /// Every tuning between the snapshot before, of the same branch or else the one it goes on from,
  /// and this one.
  public List<TuningChange> tunedBefore(Snapshot snapshot) {
    List<TuningChange> all = snapshot.recipe().changes();
    List<Snapshot> siblings = of(snapshot.mark().run());
    int place = siblings.indexOf(snapshot);
    Optional<Snapshot> before = place > 0 ? Optional.of(siblings.get(place - 1)) : origin(snapshot);
    List<TuningChange> known = before.map(b -> b.recipe().changes()).orElse(List.of());
    boolean goesOn = known.size() <= all.size() && all.subList(0, known.size()).equals(known);
    return goesOn ? all.subList(known.size(), all.size()) : all;
  }

  /// The snapshot that a snapshot's branch goes on from, if it is still there.
  public Optional<Snapshot> origin(Snapshot snapshot) {
    return branchOf(snapshot)
        .map(Branch::origin)
        .flatMap(
            from ->
                of(from.branch()).stream()
                    .filter(s -> s.mark().iteration() == from.iteration())
                    .findFirst());
  }

  public void pin(Snapshot snapshot, boolean on) {
    change(snapshot, s -> s.withPinned(on));
  }

  /// Remembers that a snapshot was saved as a picture.
  public void saved(Snapshot snapshot) {
    change(snapshot, s -> s.withSaved(true));
  }

  private void change(Snapshot snapshot, UnaryOperator<Snapshot> how) {
    for (int i = 0; i < snapshots.size(); i++) {
      if (snapshots.get(i).isSameAs(snapshot)) {
        snapshots.set(i, how.apply(snapshots.get(i)));
      }
    }
  }

  /// Takes snapshots out; their files are left alone, so that they can be put back.
  ///
  /// @return those that were there, for [#putBack]
  public List<Snapshot> delete(List<Snapshot> gone) {
    Set<Integer> ids = new HashSet<>();
    gone.forEach(s -> ids.add(s.id()));
    List<Snapshot> found = snapshots.stream().filter(s -> ids.contains(s.id())).toList();
    snapshots.removeAll(found);
    return found;
  }

  /// Puts deleted snapshots back where they were: in the order of their being kept.
  public void putBack(List<Snapshot> deleted) {
    for (Snapshot each : deleted) {
      int place = 0;
      while (place < snapshots.size() && snapshots.get(place).id() < each.id()) {
        place++;
      }
      snapshots.add(place, each);
    }
  }
}
