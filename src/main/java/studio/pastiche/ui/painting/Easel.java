package studio.pastiche.ui.painting;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.picture.Size;
import studio.pastiche.ui.painting.Painting.LiveFrame;
import studio.pastiche.ui.task.Progress;

/// What stands on the easel: the newest frame, how far its run is, and in which phase.
final class Easel {
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LiveFrame> frame = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();

  ReadOnlyObjectWrapper<Phase> phase() {
    return phase;
  }

  ReadOnlyObjectWrapper<@Nullable Progress> progress() {
    return progress;
  }

  ReadOnlyObjectWrapper<@Nullable LiveFrame> frame() {
    return frame;
  }

  /// Whether something is set that the run in progress can't take.
  ReadOnlyBooleanWrapper outdated() {
    return outdated;
  }

  boolean busy() {
    return phase.get().busy();
  }

  BooleanBinding busyBinding() {
    return Bindings.createBooleanBinding(this::busy, phase);
  }

  /// Shows a frame of a run that ends at `finalSize`, or at the frame's own where that is not
  /// known.
  void show(Frame picture, @Nullable Size finalSize) {
    Size size = finalSize == null ? new Size(picture.width(), picture.height()) : finalSize;
    frame.set(new LiveFrame(picture, size));
  }

  /// Another photo waits now; what was painted of the one before is among the snapshots. Nothing
  /// while it paints.
  void clear() {
    if (!busy()) {
      frame.set(null);
      progress.set(null);
    }
  }
}
