package studio.pastiche.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.util.Pair;
import org.jspecify.annotations.Nullable;

/// Files and other things held over a node and let go there, without the platform's drag and drop,
/// which the headless platform does not have.
final class FakeDrag implements TKClipboard {
  private final Map<DataFormat, Object> content;

  private FakeDrag(Map<DataFormat, Object> content) {
    this.content = content;
  }

  /// Files that are held over a node and let go. Call on the JavaFX thread.
  static void drop(Node node, List<Path> files) {
    drop(node, DataFormat.FILES, files.stream().map(Path::toFile).toList());
  }

  /// Something else that is held over a node and let go.
  static void drop(Node node, DataFormat format, Object content) {
    fire(node, Map.of(format, content), DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED);
  }

  /// Files that are held over a node.
  static void hold(Node node, List<Path> files) {
    fire(
        node,
        Map.of(DataFormat.FILES, files.stream().map(Path::toFile).toList()),
        DragEvent.DRAG_OVER);
  }

  /// What was held over a node is taken away.
  static void leave(Node node) {
    fire(node, Map.of(), DragEvent.DRAG_EXITED);
  }

  @SafeVarargs
  private static void fire(
      Node node, Map<DataFormat, Object> content, EventType<DragEvent>... types) {
    var board = DragboardHelper.createDragboard(new FakeDrag(content));
    for (var type : types) {
      Event.fireEvent(
          node, new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, node, null));
    }
  }

  @Override
  public Set<DataFormat> getContentTypes() {
    return content.keySet();
  }

  @SafeVarargs
  @Override
  public final boolean putContent(Pair<DataFormat, Object>... content) {
    return false;
  }

  @Override
  public @Nullable Object getContent(DataFormat format) {
    return content.get(format);
  }

  @Override
  public boolean hasContent(DataFormat format) {
    return content.containsKey(format);
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
