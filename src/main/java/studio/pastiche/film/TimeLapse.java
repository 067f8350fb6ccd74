package studio.pastiche.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Size;

/// Makes a film of how a picture was painted.
public final class TimeLapse {
  private TimeLapse() {}

  /// Hears of a film in the making, on the thread that makes it.
  public interface Watcher {
    /// So many of the film's pictures are written.
    void progressed(int done, int total);

    /// Asked before each picture; once true, the film is given up.
    boolean cancelled();
  }

  /// How long a film will last, in seconds.
  public static double seconds(int count, FilmOptions options, FilmKind kind) {
    return Schedule.of(count, options, kind.fastest()).seconds();
  }

  /// The size a film will have.
  public static Size size(Size pictures, FilmOptions options, FilmKind kind) {
    return kind.fitted(pictures, options.longSide());
  }

  /// Writes a film, replacing what is there once it is complete.
  ///
  /// @param file whose extension says the kind
  /// @throws FileException where a picture can't be read or the film not be written; what was there
  ///   is untouched then
  /// @throws CancellationException where the watcher says so; likewise
  public static void write(Path file, FilmPictures pictures, FilmOptions options, Watcher watcher)
      throws FileException {
    FilmKind kind =
        FilmKind.of(file)
            .orElseThrow(
                () ->
                    new FileException(
                        file.toString(), "a film's name ends in .mp4 or .gif; name it so", null));
    if (pictures.count() < 1) {
      throw new FileException(file.toString(), "there is no picture to make a film of", null);
    }
    BesideFile.writeWith(file, beside -> write(file, beside, kind, pictures, options, watcher));
  }

  private static void write(
      Path file,
      Path beside,
      FilmKind kind,
      FilmPictures pictures,
      FilmOptions options,
      Watcher watcher)
      throws IOException {
    Schedule schedule = Schedule.of(pictures.count(), options, kind.fastest());
    Size size = kind.fitted(pictures.size(), options.longSide());
    int total = schedule.shots().size();
    try (FilmEncoder encoder = encoder(file, beside, kind, size, schedule, pictures)) {
      for (int i = 0; i < total; i++) {
        if (watcher.cancelled()) {
          throw new CancellationException();
        }
        Schedule.Shot shot = schedule.shots().get(i);
        encoder.add(Framing.framed(pictures.at(shot.picture()), size), shot.beats());
        watcher.progressed(i + 1, total);
      }
      encoder.finish();
    }
  }

  private static FilmEncoder encoder(
      Path file, Path beside, FilmKind kind, Size size, Schedule schedule, FilmPictures pictures)
      throws IOException {
    return switch (kind) {
      case GIF ->
          new GifEncoder(beside, schedule.rate(), Palette.of(pictures, schedule.shots(), size));
      case MP4 -> Mp4Encoder.open(file, beside, size, schedule.rate());
    };
  }
}
