package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import studio.pastiche.session.RecentProjects;
import studio.pastiche.ui.document.DocumentDialogs;
import studio.pastiche.ui.document.Documents;
import studio.pastiche.ui.document.LeftOff;
import studio.pastiche.ui.document.OpenedFiles;
import studio.pastiche.ui.document.Recovery;
import studio.pastiche.ui.saving.Closing;
import studio.pastiche.ui.saving.Saving;

/// The document in the window: what would be lost with it, what opens in its place, and what killed
/// sessions have left.
final class DocumentRoom implements AutoCloseable {
  private final Workplace place;
  private final Documents documents;
  private final Recovery recovery;
  private final OpenedFiles files;

  /// @param saving knows what has not been saved
  /// @param pictures takes pictures that are opened from outside
  DocumentRoom(
      Workplace place, DocumentDialogs dialogs, Saving saving, Consumer<List<Path>> pictures) {
    this.place = place;
    Closing closing =
        new Closing(
            place.painting(),
            saving,
            place.tasks(),
            place.settings(),
            this::changed,
            place.texts());
    documents =
        new Documents(
            place.painting(),
            place.store(),
            place.sessions(),
            new RecentProjects(place.folders().data().resolve("recent-projects")),
            new LeftOff(
                place.painting(),
                place.store(),
                place.background(),
                place.notices(),
                place.texts()),
            dialogs,
            place.background(),
            place.tasks(),
            place.notices(),
            place.texts(),
            closing::losses);
    recovery =
        new Recovery(
            documents,
            place.painting(),
            place.store(),
            place.background(),
            place.notices(),
            place.texts());
    files = new OpenedFiles(documents, pictures);
  }

  private boolean changed() {
    return documents.dirty().get();
  }

  Documents documents() {
    return documents;
  }

  /// Opens files from outside: a project in place of the document, pictures into the wells.
  void open(List<Path> these) {
    files.open(these);
  }

  /// The offer to go on with what a killed session has left, while there is one.
  Node recovery() {
    return recovery.node();
  }

  /// Looks for what killed sessions have left.
  void look() {
    recovery.look(place.sessions());
  }

  /// Sees to it that the document as it is now could be opened again. On any thread.
  void makeSafe() {
    try {
      place.painting().makeSafe();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    recovery.close();
  }
}
