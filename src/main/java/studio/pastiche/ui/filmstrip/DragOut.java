package studio.pastiche.ui.filmstrip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import studio.pastiche.session.Snapshot;

/// Lets a snapshot be dragged out of the window as a picture file.
public final class DragOut {
  private Files files = new NoFiles();

  /// Makes the files.
  public interface Files {
    /// The mouse went down on a snapshot: it may be dragged soon.
    void prepare(Snapshot snapshot);

    /// The file, once it is dragged; none where it can't be had soon enough.
    Optional<Path> file(Snapshot snapshot);
  }

  private record NoFiles() implements Files {
    @Override
    public void prepare(Snapshot snapshot) {}

    @Override
    public Optional<Path> file(Snapshot snapshot) {
      return Optional.empty();
    }
  }

  void from(Files maker) {
    files = maker;
  }

  void pressed(MouseEvent event, Snapshot snapshot) {
    if (event.getButton() == MouseButton.PRIMARY) {
      files.prepare(snapshot);
    }
  }

  void begin(Node source, Snapshot snapshot, Image thumbnail) {
    files
        .file(snapshot)
        .ifPresent(
            file -> {
              Dragboard board = source.startDragAndDrop(TransferMode.COPY);
              ClipboardContent content = new ClipboardContent();
              content.putFiles(List.of(file.toFile()));
              board.setContent(content);
              board.setDragView(thumbnail);
            });
  }
}
