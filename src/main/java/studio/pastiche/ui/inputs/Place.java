package studio.pastiche.ui.inputs;

import studio.pastiche.ui.painting.StyleInput;

/// Where pictures are brought to.
public sealed interface Place {
  /// The photo's well.
  record Content() implements Place {}

  /// The wells of the paintings as a whole.
  record Styles() implements Place {}

  /// One painting's well.
  record Style(StyleInput input) implements Place {}

  /// Anywhere else: the pictures go where they are missing.
  record Window() implements Place {}
}
