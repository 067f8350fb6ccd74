package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The coarse-to-fine plan: stages that grow by √2 to the wanted size.
///
/// @param stages smallest first, at least one
public record Pyramid(List<Stage> stages) implements Iterable<Stage> {
  private static final int SMALLEST = 128;

  public Pyramid {
    stages = List.copyOf(stages);
  }

  /// The plan for a picture of `width`×`height` pixels. Its long side becomes the schedule's size,
  /// whether it grows or shrinks. The first stage gets twice the iterations of each other, and what
  /// is left over.
  public static Pyramid of(int width, int height, Schedule schedule) {
    List<Integer> sizes = sizes(schedule);
    int shares = sizes.size() == 1 ? 1 : sizes.size() + 1;
    int each = schedule.iterations() / shares;
    List<Stage> stages = new ArrayList<>();
    int before = 0;
    for (int size : sizes) {
      int others = sizes.size() - 1;
      int iterations = stages.isEmpty() ? schedule.iterations() - each * others : each;
      int across = width >= height ? size : shortSide(size, width, height);
      int down = width >= height ? shortSide(size, height, width) : size;
      stages.add(new Stage(stages.size(), across, down, iterations, before));
      before += iterations;
    }
    return new Pyramid(stages);
  }

  /// The stage of the wanted size.
  public Stage last() {
    return stages.getLast();
  }

  @Override
  public Iterator<Stage> iterator() {
    return stages.iterator();
  }

  private static List<Integer> sizes(Schedule schedule) {
    List<Integer> sizes = new ArrayList<>(List.of(schedule.size()));
    if (schedule.stages() == StagePlan.PYRAMID) {
      for (int k = 1; ; k++) {
        int size = (int) Math.round(schedule.size() / Math.pow(2, k / 2.0));
        if (size < SMALLEST) {
          break;
        }
        sizes.addFirst(size);
      }
    }
    return sizes;
  }

  private static int shortSide(int size, int shorter, int longer) {
    return Math.max(1, (int) Math.round((double) size * shorter / longer));
  }
}
