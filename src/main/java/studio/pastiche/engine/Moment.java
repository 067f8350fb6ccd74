package studio.pastiche.engine;

/// A point of a run: before iteration `iteration` (from 0) of stage `stage` (from 0) is painted.
public record Moment(int stage, int iteration) implements Comparable<Moment> {
  public static final Moment START = new Moment(0, 0);

  @Override
  public int compareTo(Moment other) {
    return stage != other.stage
        ? Integer.compare(stage, other.stage)
        : Integer.compare(iteration, other.iteration);
  }
}
