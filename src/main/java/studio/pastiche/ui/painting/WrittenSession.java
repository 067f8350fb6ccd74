package studio.pastiche.ui.painting;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Document;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.task.Journal;

/// The session as a document: written down after every change for the case that the process is
/// killed, and opened again.
final class WrittenSession implements AutoCloseable {
  private final Chosen chosen;
  private final Album album;
  private final Runs runs;
  private final Journal journal;
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();

  /// Kept from being written down while another session is opened, piece by piece.
  private boolean opening;

  WrittenSession(
      SnapshotStore store,
      Chosen chosen,
      Album album,
      Runs runs,
      Consumer<? super PaintingEvent> events) {
    this.chosen = chosen;
    this.album = album;
    this.runs = runs;
    journal = new Journal(store, problem -> events.accept(new PaintingEvent.NotWritten(problem)));
    file.addListener((_, _, _) -> write());
  }

  /// The project's file, or null where this session was never saved.
  ObjectProperty<@Nullable Path> file() {
    return file;
  }

  /// Everything there is now.
  Document document() {
    return new Document(
        chosen.content().get(),
        chosen.documentStyles(),
        chosen.documentSettings(),
        album.branches(),
        album.snapshots(),
        album.autosaves(),
        runs.inHand(),
        file.get());
  }

  /// Shows another session in place of this one, whose folder the store must have moved to.
  void open(Document document) {
    opening = true;
    try {
      chosen.open(document);
      album.open(document);
      file.set(document.file());
      runs.forget();
    } finally {
      opening = false;
    }
    write();
  }

  /// Writes the session down.
  void write() {
    if (!opening) {
      journal.write(document(), album.takeUnused());
    }
  }

  /// Waits until the session is written down.
  void awaitWritten() throws InterruptedException {
    journal.finish();
  }

  @Override
  public void close() {
    journal.close();
  }
}
