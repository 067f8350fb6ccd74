package studio.pastiche.film;

import java.io.IOException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// The pictures of a film in their order. They are asked for one at a time and let go again, so
/// that a film of thousands takes no more memory than one of ten.
public interface FilmPictures {
  int count();

  /// One of them, which may be of any size.
  ///
  /// @param index from 0
  /// @throws IOException where it can't be read
  Picture at(int index) throws IOException;

  /// The size that all are shown at before the film's own scaling: that of the finished painting.
  Size size();
}
