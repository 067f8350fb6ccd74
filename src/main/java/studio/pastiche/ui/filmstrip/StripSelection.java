package studio.pastiche.ui.filmstrip;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SingleSelectionModel;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Snapshot;

/// The snapshot that is chosen. It stays so when it is pinned or its neighbours go, and is let go
/// with the snapshot itself.
final class StripSelection extends SingleSelectionModel<Snapshot> {
  private final ObservableList<Snapshot> snapshots;

  StripSelection(ObservableList<Snapshot> snapshots) {
    this.snapshots = snapshots;
    snapshots.addListener((ListChangeListener<Snapshot>) _ -> follow());
  }

  private void follow() {
    Snapshot chosen = getSelectedItem();
    if (chosen == null) {
      return;
    }
    for (int i = 0; i < snapshots.size(); i++) {
      if (snapshots.get(i).isSameAs(chosen)) {
        if (!snapshots.get(i).equals(chosen)) {
          setSelectedIndex(i);
          setSelectedItem(snapshots.get(i));
        }
        return;
      }
    }
    clearSelection();
  }

  @Override
  protected @Nullable Snapshot getModelItem(int index) {
    return index >= 0 && index < snapshots.size() ? snapshots.get(index) : null;
  }

  @Override
  protected int getItemCount() {
    return snapshots.size();
  }
}
