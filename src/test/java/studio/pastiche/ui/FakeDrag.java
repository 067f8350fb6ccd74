package studio.pastiche.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.util.Pair;
import org.jspecify.annotations.Nullable;

/// Files held over a node and let go there, without the platform's drag and drop, which the
/// headless platform does not have.
final class FakeDrag implements TKClipboard {
  private final List<File> files;

  private FakeDrag(List<Path> files) {
    this.files = files.stream().map(Path::toFile).toList();
  }

  /// Call on the JavaFX thread.
  static void drop(Node node, List<Path> files) {
    var board = DragboardHelper.createDragboard(new FakeDrag(files));
    for (var type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
      Event.fireEvent(
          node, new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, node, null));
    }
  }

  @Override
  public Set<DataFormat> getContentTypes() {
    return Set.of(DataFormat.FILES);
  }

  @SafeVarargs
  @Override
  public final boolean putContent(Pair<DataFormat, Object>... content) {
    return false;
  }

  @Override
  public @Nullable Object getContent(DataFormat format) {
    return format.equals(DataFormat.FILES) ? files : null;
  }

  @Override
  public boolean hasContent(DataFormat format) {
    return format.equals(DataFormat.FILES);
  }

  @Override
  public Set<TransferMode> getTransferModes() {
    return EnumSet.allOf(TransferMode.class);
  }

  @Override
  public void setDragView(Image image) {}

  @Override
  public void setDragViewOffsetX(double x) {}

  @Override
  public void setDragViewOffsetY(double y) {}

  @Override
  public @Nullable Image getDragView() {
    return null;
  }

  @Override
  public double getDragViewOffsetX() {
    return 0;
  }

  @Override
  public double getDragViewOffsetY() {
    return 0;
  }
}
