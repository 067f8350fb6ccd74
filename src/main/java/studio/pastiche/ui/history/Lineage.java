package studio.pastiche.ui.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Branch;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;

/// The way that leads to a run: the runs it goes on from, each up to where it was left, and itself.
///
/// @param parts from the first run to the one asked for
public record Lineage(List<Part> parts) {
  /// @param run its number
  /// @param upTo the last of its iterations that leads on
  public record Part(int run, int upTo) {}

  public Lineage {
    parts = List.copyOf(parts);
  }

  /// The way to a run; itself alone where nothing is known of it.
  public static Lineage to(int run, List<Branch> branches) {
    Map<Integer, Branch> byNumber = new HashMap<>();
    branches.forEach(b -> byNumber.put(b.number(), b));
    List<Part> parts = new ArrayList<>();
    Set<Integer> been = new HashSet<>();
    int number = run;
    int upTo = Integer.MAX_VALUE;
    while (been.add(number)) {
      parts.addFirst(new Part(number, upTo));
      Branch branch = byNumber.get(number);
      Branch.@Nullable Origin origin = branch == null ? null : branch.origin();
      if (origin == null) {
        break;
      }
      number = origin.branch();
      upTo = origin.iteration();
    }
    return new Lineage(parts);
  }

  /// The snapshots on the way, in the order of the way.
  public List<Snapshot> snapshots(List<Snapshot> all) {
    List<Snapshot> found = new ArrayList<>();
    for (Part part : parts) {
      for (Snapshot each : all) {
        if (each.mark().run() == part.run() && each.mark().iteration() <= part.upTo()) {
          found.add(each);
        }
      }
    }
    return found;
  }

  /// The points on the way. A run that goes on from the end of another may begin again at a lower
  /// iteration; what it paints anew takes the place of what was there.
  ///
  /// @param of a run's points
  List<Point> points(Function<Integer, List<Point>> of) {
    List<Point> found = new ArrayList<>();
    for (Part part : parts) {
      List<Point> own =
          of.apply(part.run()).stream().filter(p -> p.iteration() <= part.upTo()).toList();
      if (!own.isEmpty()) {
        int first = own.getFirst().iteration();
        found.removeIf(p -> p.iteration() >= first);
        found.addAll(own);
      }
    }
    return found;
  }
}
