package studio.pastiche.ui.painting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Document;
import studio.pastiche.session.History;
import studio.pastiche.session.Snapshot;

/// The session's history as lists that can be observed, and the files that it needs no more.
final class Album {
  private final ObservableList<Branch> branches = FXCollections.observableArrayList();
  private final ObservableList<Snapshot> snapshots = FXCollections.observableArrayList();
  private final History history = new History(branches, snapshots);
  private List<Path> unused = new ArrayList<>();
  private @Nullable Snapshot autosave;
  private boolean held;

  ObservableList<Branch> branches() {
    return branches;
  }

  ObservableList<Snapshot> snapshots() {
    return snapshots;
  }

  History history() {
    return history;
  }

  /// What was kept last for the case that the process is killed.
  @Nullable Snapshot autosave() {
    return autosave;
  }

  void onChange(Runnable changed) {
    branches.addListener((ListChangeListener<Branch>) _ -> changed.run());
    snapshots.addListener((ListChangeListener<Snapshot>) _ -> changed.run());
  }

  void keep(Snapshot snapshot) {
    unused.addAll(history.keep(snapshot));
  }

  /// Gives snapshots up, with their files.
  void giveUp(List<Snapshot> surplus) {
    for (Snapshot each : history.delete(surplus)) {
      unused.add(each.file());
      if (each.state() != null) {
        unused.add(each.state());
      }
    }
  }

  /// Takes the newest state in place of the one before; null where the run is over.
  void autosaved(@Nullable Snapshot newest) {
    Snapshot old = autosave;
    if (old != null) {
      unused.add(old.file());
      if (old.state() != null) {
        unused.add(old.state());
      }
    }
    autosave = newest;
  }

  /// Keeps every file while they are being read, by a project that is saved for example.
  void hold(boolean on) {
    held = on;
  }

  /// The files that are to be deleted once a document without them is written; each is named once.
  List<Path> takeUnused() {
    if (held) {
      return List.of();
    }
    List<Path> now = unused;
    unused = new ArrayList<>();
    return now;
  }

  /// Shows another session's history. Its files are elsewhere, and the old one's its folder's.
  void open(Document document) {
    unused = new ArrayList<>();
    autosave = null;
    branches.setAll(document.branches());
    snapshots.setAll(document.snapshots());
  }
}
