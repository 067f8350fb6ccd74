package studio.pastiche.film;

/// How a film is made of its pictures.
///
/// @param pace how fast
/// @param longSide of the film, in pixels; never larger than its pictures, nor than its kind allows
/// @param firstSeconds how long the first picture stands before the others come; 0 for as long as
///   each
/// @param lastSeconds how long the last one stands at the end; likewise
public record FilmOptions(Pace pace, int longSide, double firstSeconds, double lastSeconds) {
  /// The smallest long side: less is no picture.
  public static final int SMALLEST = 32;

  public FilmOptions {
    if (longSide < SMALLEST) {
      throw new IllegalArgumentException(
          "a film's long side is " + SMALLEST + " pixels or more, not " + longSide);
    }
    if (!(firstSeconds >= 0 && firstSeconds <= 60 && lastSeconds >= 0 && lastSeconds <= 60)) {
      throw new IllegalArgumentException("a picture can be held for 0 to 60 seconds");
    }
  }
}
