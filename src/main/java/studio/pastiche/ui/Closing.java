package studio.pastiche.ui;

import java.util.ArrayList;
import java.util.List;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.text.Texts;

/// Asks before work is lost with the window.
final class Closing {
  private final Painting painting;
  private final Saving saving;
  private final StudioSettings settings;
  private final DialogService dialogs;
  private final Texts texts;

  Closing(
      Painting painting,
      Saving saving,
      StudioSettings settings,
      DialogService dialogs,
      Texts texts) {
    this.painting = painting;
    this.saving = saving;
    this.settings = settings;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  /// Whether the window may close: nothing would be lost, or the artist agrees or does not want to
  /// be asked.
  boolean allowed() {
    List<String> losses = losses();
    return losses.isEmpty()
        || !settings.askBeforeClosing().get()
        || dialogs.confirms(
            new DialogService.Question(
                texts.get("close.title"),
                String.join("\n", losses),
                texts.get("close.yes"),
                texts.get("close.no")));
  }

  private List<String> losses() {
    List<String> losses = new ArrayList<>();
    if (painting.phase().get().busy()) {
      losses.add(texts.get("close.painting"));
    }
    int unsaved = saving.unsaved().size();
    if (unsaved > 0) {
      losses.add(
          texts.get(
              unsaved == 1 ? "close.one-snapshot" : "close.snapshots",
              String.valueOf(unsaved),
              String.valueOf(painting.snapshots().size())));
    }
    return losses;
  }
}
