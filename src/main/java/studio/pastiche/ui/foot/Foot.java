package studio.pastiche.ui.foot;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.text.Texts;

/// The foot of the window: the long work in hand, and under it how the painting and its engine are.
public final class Foot {
  private final EngineRoom engines;
  private final Texts texts;
  private final StatusFoot status;
  private final VBox node;

  /// @param still whether nothing may move by itself
  public Foot(
      Painting painting,
      EngineRoom engines,
      SnapshotStore store,
      Background background,
      LongTasks tasks,
      ObservableBooleanValue still,
      Texts texts) {
    this.engines = engines;
    this.texts = texts;
    Outlook outlook = new Outlook(painting, engines, store, background);
    status = new StatusFoot(painting, outlook, still, texts);
    node = new VBox(new TasksView(tasks, still, texts).node(), status.node());
  }

  public Node node() {
    return node;
  }

  /// Opens the engine while the artist still looks for pictures, and says how it is.
  public void openEngine(String device, Notices notices) {
    EngineStart.begin(engines, device, status, notices, texts);
  }
}
