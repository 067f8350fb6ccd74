package studio.pastiche.ui.painting;

import studio.pastiche.session.InputPicture;

/// A painting that was chosen, with its share of the mix.
///
/// @param input the picture
/// @param share against the other paintings' shares
public record StyleInput(InputPicture input, Parameter share) {
  /// With a share; one that is not allowed becomes the nearest that is.
  static StyleInput of(InputPicture input, double share) {
    StyleInput made = of(input);
    made.share().set(share);
    return made;
  }

  public static StyleInput of(InputPicture input) {
    return new StyleInput(
        input,
        new Parameter(
            new Parameter.Spec(
                "setting.style-share", 1, 0, 1000, 0, new Scale.Linear(0, 2), true)));
  }
}
