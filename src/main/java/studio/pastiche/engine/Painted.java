package studio.pastiche.engine;

import studio.pastiche.picture.Picture;

/// An iteration that is done. [#frame()] and [#picture()] can be asked for while the listener is
/// being told, not later.
public interface Painted {
  Stage stage();

  /// How many stages there are.
  int stages();

  /// Iterations done in this stage, from 1.
  int iteration();

  /// Iterations done in all, from 1.
  int done();

  /// Iterations there will be in all.
  int total();

  /// The weighted sum of the distances, of the image that this iteration started from.
  double loss();

  /// Of the image that this iteration started from.
  Distances distances();

  /// What ruled this iteration.
  Tuning tuning();

  /// The picture for the screen.
  Frame frame();

  /// The picture in full precision, with the content image's alpha.
  Picture picture();

  /// The recipe that ends here.
  Recipe recipe();
}
