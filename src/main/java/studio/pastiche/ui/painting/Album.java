package studio.pastiche.ui.painting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Size;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Document;
import studio.pastiche.session.History;
import studio.pastiche.session.Snapshot;

/// The session's history as lists that can be observed, and the files that it needs no more.
final class Album {
  private final ObservableList<Branch> branches = FXCollections.observableArrayList();
  private final ObservableList<Snapshot> snapshots = FXCollections.observableArrayList();
  private final History history = new History(branches, snapshots);
  private int holds;
  private List<Path> unused = new ArrayList<>();
  private List<Snapshot> autosaves = List.of();

  /// Whether what changes now comes of a run, and not of the artist's hand.
  private boolean byItself;

  ObservableList<Branch> branches() {
    return branches;
  }

  ObservableList<Snapshot> snapshots() {
    return snapshots;
  }

  History history() {
    return history;
  }

  /// What was kept last for the case that the process is killed: see [Document].
  List<Snapshot> autosaves() {
    return autosaves;
  }

  void onChange(Runnable changed) {
    branches.addListener((ListChangeListener<Branch>) _ -> changed.run());
    snapshots.addListener((ListChangeListener<Snapshot>) _ -> changed.run());
  }

  /// Tells of what the artist changes, and not of what runs bring.
  void onDeed(Runnable deed) {
    onChange(
        () -> {
          if (!byItself) {
            deed.run();
          }
        });
  }

  private void byItself(Runnable change) {
    byItself = true;
    try {
      change.run();
    } finally {
      byItself = false;
    }
  }

  /// Takes a run in that has begun, unless it is there.
  void begin(int number, Branch.@Nullable Origin origin, Recipe recipe, Size finalSize) {
    if (history.branch(number).isEmpty()) {
      byItself(() -> history.begin(number, origin, recipe, finalSize));
    }
  }

  /// Lets a branch go that has no snapshots.
  void forgetIfEmpty(int number) {
    byItself(() -> history.forgetIfEmpty(number));
  }

  private void take(Snapshot snapshot) {
    byItself(() -> unused.addAll(history.keep(snapshot)));
  }

  /// Takes a snapshot in, which is as good as an autosave.
  void keep(Snapshot snapshot) {
    take(snapshot);
    replaceAutosaves(snapshot.state() == null ? withState() : List.of());
  }

  /// Gives snapshots up, with their files.
  void giveUp(List<Snapshot> surplus) {
    byItself(() -> history.delete(surplus).forEach(this::giveUpFiles));
  }

  /// Takes the newest picture in place of the one before; only one that has the run's state, too,
  /// replaces another that has it.
  void autosaved(Snapshot newest) {
    List<Snapshot> now = new ArrayList<>(newest.state() == null ? withState() : List.of());
    now.add(newest);
    replaceAutosaves(now);
  }

  /// The run is over, and its last snapshot could not be written: what was kept last takes its
  /// place.
  void keepAutosaves() {
    List<Snapshot> last = autosaves;
    autosaves = List.of();
    last.forEach(this::take);
  }

  /// The run is over.
  void forgetAutosaves() {
    replaceAutosaves(List.of());
  }

  private List<Snapshot> withState() {
    return autosaves.stream().filter(s -> s.state() != null).toList();
  }

  private void replaceAutosaves(List<Snapshot> now) {
    autosaves.stream().filter(old -> !now.contains(old)).forEach(this::giveUpFiles);
    autosaves = List.copyOf(now);
  }

  private void giveUpFiles(Snapshot snapshot) {
    unused.add(snapshot.file());
    if (snapshot.state() != null) {
      unused.add(snapshot.state());
    }
  }

  /// Keeps every file while they are being read, by a project that is saved for example, until it
  /// is let go as often as it was held.
  void hold() {
    holds++;
  }

  void letGo() {
    holds--;
  }

  /// The files that are to be deleted once a document without them is written; each is named once.
  List<Path> takeUnused() {
    if (holds > 0) {
      return List.of();
    }
    List<Path> now = unused;
    unused = new ArrayList<>();
    return now;
  }

  /// Shows another session's history. Its files are elsewhere, and the old one's its folder's.
  void open(Document document) {
    unused = new ArrayList<>();
    autosaves = List.of();
    branches.setAll(document.branches());
    snapshots.setAll(document.snapshots());
  }
}
