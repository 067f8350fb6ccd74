package studio.pastiche.cli;

import java.util.Locale;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Picture;

/// What a painting came to.
///
/// @param picture to save
/// @param recipe that leads to it
/// @param end why it ended
record Outcome(Picture picture, Recipe recipe, End end) {
  enum End {
    FINISHED,
    /// At the moment that the recipe says.
    STOPPED,
    /// By the user.
    INTERRUPTED,
    /// Three times the loss was not finite; the picture is the last good one.
    NOT_FINITE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
