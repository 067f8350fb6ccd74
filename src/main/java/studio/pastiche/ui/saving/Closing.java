package studio.pastiche.ui.saving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Texts;

/// Knows what would be lost with the document.
public final class Closing {
  private final Painting painting;
  private final Saving saving;
  private final LongTasks tasks;
  private final StudioSettings settings;
  private final BooleanSupplier changed;
  private final Texts texts;

  /// @param changed whether the project has changed since it was saved
  public Closing(
      Painting painting,
      Saving saving,
      LongTasks tasks,
      StudioSettings settings,
      BooleanSupplier changed,
      Texts texts) {
    this.painting = painting;
    this.saving = saving;
    this.tasks = tasks;
    this.settings = settings;
    this.changed = changed;
    this.texts = texts;
  }

  /// What would be lost, one a line; none where nothing would, or where the artist does not want to
  /// be asked. A picture that was saved is not lost, nor is anything that its project's file holds.
  public List<String> losses() {
    List<String> losses = new ArrayList<>();
    if (!settings.askBeforeClosing().get()) {
      return losses;
    }
    if (painting.phase().get().busy()) {
      losses.add(texts.get("close.painting"));
    }
    for (TaskProgress export : tasks.exports()) {
      losses.add(texts.get("close.export", export.title().getValue()));
    }
    int unsaved = saving.unsaved().size();
    if (painting.file().get() != null) {
      if (changed.getAsBoolean()) {
        losses.add(texts.get("close.changes"));
      }
    } else if (unsaved > 0) {
      losses.add(
          texts.get(
              unsaved == 1 ? "close.one-snapshot" : "close.snapshots",
              String.valueOf(unsaved),
              String.valueOf(painting.snapshots().size())));
    }
    return losses;
  }
}
