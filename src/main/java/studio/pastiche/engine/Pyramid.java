package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The coarse-to-fine plan: stages that grow by √2 to the wanted size.
///
/// @param stages smallest first, at least one
/// @param dial by whose shares the iterations are given out
public record Pyramid(List<Stage> stages, Dial dial) implements Iterable<Stage> {
  /// Where nothing else is asked for, the first stage's long side is at least this.
  public static final int SMALLEST = 128;

  public Pyramid {
    stages = List.copyOf(stages);
  }

  /// The plan for a picture of `width`×`height` pixels. Its long side becomes the schedule's size,
  /// whether it grows or shrinks. Iterations asked for by hand are shared out as the dial's own
  /// are; the first stage gets what is left over.
  public static Pyramid of(int width, int height, Schedule schedule) {
    List<Integer> sizes = sizes(schedule);
    int count = sizes.size();
    int[] iterations = new int[count];
    int others = 0;
    for (int number = 1; number < count; number++) {
      long due = (long) schedule.total() * schedule.dial().iterations(number, count);
      iterations[number] = (int) (due / schedule.dial().total(count));
      others += iterations[number];
    }
    iterations[0] = schedule.total() - others;
    List<Stage> stages = new ArrayList<>();
    int before = 0;
    for (int number = 0; number < count; number++) {
      int size = sizes.get(number);
      int across = width >= height ? size : shortSide(size, width, height);
      int down = width >= height ? shortSide(size, height, width) : size;
      stages.add(new Stage(number, across, down, iterations[number], before));
      before += iterations[number];
    }
    return new Pyramid(stages, schedule.dial());
  }

  /// The stage of the wanted size.
  public Stage last() {
    return stages.getLast();
  }

  /// The plan after another number of iterations in all was asked for at a moment of it. What has
  /// been painted stays; what is left is shared out over the rest of the present stage and the
  /// later ones as it was before. Where more has been painted already, nothing is left.
  Pyramid replanned(Moment at, int total) {
    Stage present = stages.get(at.stage());
    long left = Math.max(0, total - present.before() - at.iteration());
    double all =
        stages.subList(at.stage(), stages.size()).stream().mapToDouble(s -> share(s, at)).sum();
    List<Stage> next = new ArrayList<>(stages.subList(0, at.stage()));
    double until = 0;
    long given = 0;
    for (Stage stage : stages.subList(at.stage(), stages.size())) {
      until += share(stage, at);
      long due = stage.equals(last()) ? left : Math.round(left * until / all);
      int painted = stage.equals(present) ? at.iteration() : 0;
      int before = next.isEmpty() ? 0 : next.getLast().before() + next.getLast().iterations();
      next.add(
          new Stage(
              stage.number(),
              stage.width(),
              stage.height(),
              painted + (int) (due - given),
              before));
      given = due;
    }
    return new Pyramid(next, dial);
  }

  /// Whether an iteration is painted at this moment.
  public boolean has(Moment moment) {
    return moment.stage() < stages.size()
        && moment.iteration() < stages.get(moment.stage()).iterations();
  }

  /// The plan after these tunings, of which some asked for other numbers of iterations; null in one
  /// stands for as many as this plan has.
  public Pyramid after(List<TuningChange> changes) {
    Pyramid plan = this;
    int asked = iterations();
    for (TuningChange change : changes) {
      int total = change.tuning().iterationsOr(iterations());
      if (total != asked) {
        plan = plan.replanned(change.at(), total);
        asked = total;
      }
    }
    return plan;
  }

  /// A stage's share of the iterations to come: all of its share, or what is left of it.
  private double share(Stage stage, Moment at) {
    double whole = dial.iterations(stage.number(), stages.size());
    return stage.number() == at.stage() && stage.iterations() > 0
        ? whole * (stage.iterations() - at.iteration()) / stage.iterations()
        : whole;
  }

  /// Iterations in all.
  public int iterations() {
    return last().before() + last().iterations();
  }

  @Override
  public Iterator<Stage> iterator() {
    return stages.iterator();
  }

  /// The stages' long sides, smallest first.
  static List<Integer> sizes(Schedule schedule) {
    List<Integer> sizes = new ArrayList<>(List.of(schedule.size()));
    int smallest = schedule.smallest() == null ? SMALLEST : schedule.smallest();
    if (schedule.stages() == StagePlan.PYRAMID) {
      for (int k = 1; ; k++) {
        int size = (int) Math.round(schedule.size() / Math.pow(2, k / 2.0));
        if (size < smallest) {
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
