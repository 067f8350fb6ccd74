package studio.pastiche.ui.inputs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Lets pictures be dropped on nodes, and says what a drop would do while it is held over them.
public final class DropZones {
  private final Drops drops;
  private final ReadOnlyObjectWrapper<@Nullable DropPlan> plan = new ReadOnlyObjectWrapper<>();

  /// What is dragged now: asked for once, for the system takes its time to answer.
  private @Nullable Dragged dragged;

  public DropZones(Drops drops) {
    this.drops = drops;
  }

  /// What would happen if it were dropped now, or null while nothing is dragged.
  public ReadOnlyObjectProperty<@Nullable DropPlan> plan() {
    return plan.getReadOnlyProperty();
  }

  /// Makes a node a place for pictures. Of nodes in each other the innermost counts.
  public void zone(Node node, Place place) {
    node.setOnDragOver(event -> over(event, place));
    node.setOnDragExited(_ -> left(place));
    node.setOnDragDropped(event -> dropped(event, place));
  }

  private void over(DragEvent event, Place place) {
    // What is dragged out of this window, such as a snapshot, is not let fall anywhere in it.
    boolean own = event.getGestureSource() != null && place instanceof Place.Window;
    Dragged now = known(event.getDragboard());
    if (!own && !(now instanceof Dragged.Unknown)) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      DropPlan next = drops.plan(place, now);
      if (!next.equals(plan.get())) {
        plan.set(next);
      }
      event.consume();
    }
  }

  private void left(Place place) {
    if (place instanceof Place.Window) {
      dragged = null;
    }
    if (plan.get() instanceof DropPlan shown && shown.place().equals(place)) {
      plan.set(null);
    }
  }

  private void dropped(DragEvent event, Place place) {
    Dragged now = known(event.getDragboard());
    dragged = null;
    plan.set(null);
    if (!(now instanceof Dragged.Unknown)) {
      event.setDropCompleted(drops.take(now, place, event.getDragboard()::getImage));
      event.consume();
    }
  }

  private Dragged known(Dragboard board) {
    Dragged now = dragged;
    if (now == null) {
      now = Dragged.of(read(board));
      dragged = now;
    }
    return now;
  }

  private static Dragged.Board read(Dragboard board) {
    List<File> files = board.hasFiles() ? board.getFiles() : null;
    List<Path> paths = files == null ? List.of() : files.stream().map(File::toPath).toList();
    return new Dragged.Board(
        paths,
        board.hasHtml() ? board.getHtml() : null,
        board.hasUrl() ? board.getUrl() : null,
        board.hasString() ? board.getString() : null,
        board.hasImage());
  }
}
