package studio.pastiche.ui.inputs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Lets files be dropped on a node, which lights up under them.
public final class PictureDrop {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

  private PictureDrop() {}

  /// @param node where files may be dropped
  /// @param dropped takes them; never empty
  public static void onto(Node node, Consumer<List<Path>> dropped) {
    node.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            node.pseudoClassStateChanged(TARGET, true);
            event.consume();
          }
        });
    node.setOnDragExited(_ -> node.pseudoClassStateChanged(TARGET, false));
    node.setOnDragDropped(event -> drop(node, event, dropped));
  }

  private static void drop(Node node, DragEvent event, Consumer<List<Path>> dropped) {
    node.pseudoClassStateChanged(TARGET, false);
    List<File> files = event.getDragboard().getFiles();
    if (files != null && !files.isEmpty()) {
      dropped.accept(files.stream().map(File::toPath).toList());
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
