package studio.pastiche.film;

/// How fast a film shows its pictures.
public sealed interface Pace {
  /// Pictures a second for `count` pictures.
  double picturesPerSecond(int count);

  /// So many pictures a second.
  record FramesPerSecond(double frames) implements Pace {
    public FramesPerSecond {
      positive(frames);
    }

    @Override
    public double picturesPerSecond(int count) {
      return frames;
    }
  }

  /// As fast as it takes to be through in that time.
  record TotalSeconds(double seconds) implements Pace {
    public TotalSeconds {
      positive(seconds);
    }

    @Override
    public double picturesPerSecond(int count) {
      return count / seconds;
    }
  }

  private static void positive(double number) {
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a film's pace is a number above 0, not " + number);
    }
  }
}
