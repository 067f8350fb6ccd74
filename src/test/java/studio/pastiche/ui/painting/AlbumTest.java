package studio.pastiche.ui.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.history.Histories;

class AlbumTest {
  private final Album album = new Album();

  @Test
  void anAutosaveWithoutItsRunsStateTakesNoOthersPlaceThatHasIt() {
    Snapshot whole = autosave(10, true);
    Snapshot picture = autosave(20, false);
    Snapshot newer = autosave(30, false);
    album.autosaved(whole);
    album.autosaved(picture);
    assertEquals(List.of(whole, picture), album.autosaves());
    album.autosaved(newer);
    assertEquals(List.of(whole, newer), album.autosaves());
    assertEquals(List.of(picture.file()), album.takeUnused());
    Snapshot again = autosave(40, true);
    album.autosaved(again);
    assertEquals(List.of(again), album.autosaves());
    assertEquals(List.of(whole.file(), Path.of("10.state"), newer.file()), album.takeUnused());
  }

  @Test
  void aSnapshotIsAsGoodAsAnAutosave() {
    Snapshot whole = autosave(10, true);
    album.autosaved(whole);
    album.autosaved(autosave(20, false));
    album.keep(autosave(30, false));
    assertEquals(List.of(whole), album.autosaves());
    album.keep(autosave(40, true));
    assertEquals(List.of(), album.autosaves());
  }

  @Test
  void filesStayUntilNobodyReadsThemAnyMore() {
    album.hold();
    album.hold();
    album.autosaved(autosave(10, false));
    album.forgetAutosaves();
    album.letGo();
    assertEquals(List.of(), album.takeUnused());
    album.letGo();
    assertEquals(1, album.takeUnused().size());
  }

  private static Snapshot autosave(int iteration, boolean state) {
    return Histories.snapshot(1, 1, iteration, 0.5)
        .withState(state ? Path.of(iteration + ".state") : null);
  }
}
