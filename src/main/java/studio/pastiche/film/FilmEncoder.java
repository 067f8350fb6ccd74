package studio.pastiche.film;

import java.io.IOException;
import studio.pastiche.picture.Picture;

/// Writes one film, picture after picture.
interface FilmEncoder extends AutoCloseable {
  /// Adds a picture of the film's size, without alpha.
  ///
  /// @param beats how many times the film's 1/rate it stands
  void add(Picture picture, int beats) throws IOException;

  /// Completes the file. Nothing can be added after.
  void finish() throws IOException;

  /// Lets go of the file and the memory, finished or not.
  @Override
  void close() throws IOException;
}
