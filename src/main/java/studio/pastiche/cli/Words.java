package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.Locale;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;

/// The sentences that more than one voice says.
final class Words {
  private Words() {}

  static String started(Run run) {
    Recipe recipe = run.recipe();
    Stage last = run.pyramid().last();
    int stages = run.pyramid().stages().size();
    return "Painting %s with %s on %s in %s: %s in %s."
        .formatted(
            size(last),
            recipe.network().name(),
            recipe.computation().device(),
            recipe.computation().precision(),
            counted(recipe.schedule().total(), "iteration"),
            counted(stages, "stage"));
  }

  static String levelledOff(Stage stage, int iteration) {
    return "Stage %d ends after %d of its %d iterations: the picture hardly changes any more."
        .formatted(stage.number() + 1, iteration, stage.iterations());
  }

  static String recovered(RunListener.Recovery recovery) {
    String where =
        "stage %d, iteration %d"
            .formatted(recovery.at().stage() + 1, recovery.at().iteration() + 1);
    return recovery.gaveUp()
        ? "The loss was not finite a third time at %s; the last good picture is kept. Try a smaller --learning-rate or smaller weights."
            .formatted(where)
        : "The loss was not finite at %s; back to the last good picture with learning rate %s."
            .formatted(where, Defaults.text(recovery.learningRate()));
  }

  static String saved(Path file, Outcome outcome, double seconds) {
    String what =
        "Saved %s (%d×%d, %s)"
            .formatted(file, outcome.picture().width(), outcome.picture().height(), time(seconds));
    return switch (outcome.end()) {
      case FINISHED -> what + ".";
      case STOPPED -> what + ", stopped where its recipe says.";
      case INTERRUPTED -> what + ", interrupted; it shows what there was.";
      case NOT_FINITE -> what + ", the last good picture.";
    };
  }

  static String stopping() {
    return "Stopping after this iteration…";
  }

  static String size(Stage stage) {
    return stage.width() + "×" + stage.height();
  }

  /// Such as `0:07`, `12:30` or `1:02:03`.
  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  private static String time(double seconds) {
    return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : clock(seconds) + " min";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
