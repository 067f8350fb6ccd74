package studio.pastiche.ui.filmstrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.history.Histories;

class StripSelectionTest {
  private final ObservableList<Snapshot> snapshots = FXCollections.observableArrayList();
  private final StripSelection selection = new StripSelection(snapshots);

  @Test
  void whatIsPinnedStaysChosen() {
    Snapshot chosen = Histories.snapshot(1, 1, 10, 0.5);
    snapshots.setAll(chosen, Histories.snapshot(1, 1, 20, 0.5));
    selection.select(chosen);
    snapshots.set(0, chosen.withPinned(true));
    assertEquals(chosen.withPinned(true), selection.getSelectedItem());
  }

  @Test
  void nothingIsChosenInAnotherDocumentForHavingTheSameId() {
    Snapshot chosen = Histories.snapshot(1, 1, 10, 0.5);
    snapshots.setAll(chosen);
    selection.select(chosen);
    snapshots.setAll(
        new Snapshot(
            chosen.id(),
            chosen.mark(),
            chosen.size(),
            chosen.recipe(),
            chosen.thumbnail(),
            Path.of("another.planes"),
            null,
            false,
            false));
    assertNull(selection.getSelectedItem());
  }
}
