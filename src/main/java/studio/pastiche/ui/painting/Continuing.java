package studio.pastiche.ui.painting;

import studio.pastiche.engine.Init;
import studio.pastiche.engine.Schedule;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.RecipeSettings;
import studio.pastiche.session.Snapshot;

/// How a new run goes on from a picture that has been painted, as docs/decisions/0016 has it.
public final class Continuing {
  private Continuing() {}

  /// These settings, but from a picture of that size: the pyramid begins with the first stage that
  /// is as large, so that none of its details are lost.
  static RecipeSettings from(Size size, RecipeSettings settings) {
    Schedule schedule = settings.schedule();
    Init init = settings.init();
    return new RecipeSettings(
        settings.layers(),
        schedule.withSmallest(Math.min(size.longSide(), schedule.size())),
        settings.optimization(),
        new Init(Init.Kind.PICTURE, init.noiseRatio(), init.noise(), init.seed()),
        settings.tuning(),
        settings.computation());
  }

  /// The pixels of a snapshot as a picture to start from, named after where they were painted.
  static InputPicture startPicture(Snapshot snapshot, Picture pixels) {
    return InputPicture.ofPicture(startName(snapshot), pixels);
  }

  /// What a snapshot is called as a picture to start from.
  public static String startName(Snapshot snapshot) {
    String content = snapshot.recipe().inputs().content().name();
    int dot = content.lastIndexOf('.');
    return "%s-run-%d-iteration-%d.png"
        .formatted(
            dot > 0 ? content.substring(0, dot) : content,
            snapshot.mark().run(),
            snapshot.mark().iteration());
  }
}
