package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.settings.StudioSettings;

/// Every screen of a studio at once: pictures in the wells, something painted and paused, messages
/// of every kind, a long task, everything unfolded, and every window that opens beside it.
final class Screens {
  private final Desk desk;

  Screens(Desk desk) {
    this.desk = desk;
  }

  /// Brings all that there is to see.
  void furnish(Path folder) {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 80, 60, 0.3));
    desk.drop(
        "#style-wells .well",
        Desk.waves(folder.resolve("one.png"), 60, 60, 1.7),
        Desk.waves(folder.resolve("two.png"), 60, 60, 2.3));
    desk.until("all are read", () -> desk.painting().styles().size() == 2);
    desk.fx(
        () -> {
          desk.painting().settings().size().set(64);
          desk.painting().settings().iterations().set(1_000_000);
          desk.painting().settings().snapshotEvery().set(5);
          desk.painting().paint();
          return 0;
        });
    desk.until("it paints and keeps snapshots", () -> desk.painting().snapshots().size() > 3);
    desk.fx(
        () -> {
          desk.painting().pause();
          ((TitledPane) desk.node("#more")).setExpanded(true);
          Notices notices = desk.studio.notices();
          notices.done("What is done", "And what comes next");
          notices.warn("What may go wrong", "And what to do");
          notices.error(
              Notice.Topic.OTHER, "What happened", "What to do", new IllegalStateException("x"));
          var _ =
              desk.studio
                  .tasks()
                  .start(
                      new SimpleStringProperty("Exporting a film"),
                      steps -> {
                        steps.at(1, 4);
                        Thread.sleep(60_000);
                        return "";
                      },
                      _ -> {},
                      _ -> {});
          return 0;
        });
    desk.act("action.settings");
    desk.act("action.shortcuts");
    desk.act("action.log");
    desk.fx(
        () -> {
          desk.stage.requestFocus();
          return 0;
        });
    desk.act("action.palette");
    desk.until("everything is there", () -> roots().size() == 4);
  }

  /// The contents of all windows: the main one first, then settings, shortcuts and the log.
  List<Parent> roots() {
    return desk.fx(
        () ->
            Window.getWindows().stream()
                .filter(window -> window instanceof Stage)
                .map(window -> window.getScene().getRoot())
                .toList());
  }

  /// Lays everything out anew, as if the main window were that large.
  void layOut(double width, double height) {
    for (Parent root : roots()) {
      if (root == desk.stage.getScene().getRoot()) {
        root.resize(width, height);
      }
      root.applyCss();
      root.layout();
    }
  }

  StudioSettings settings() {
    return desk.settings;
  }
}
