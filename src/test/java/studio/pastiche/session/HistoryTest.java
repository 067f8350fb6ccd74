package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.picture.Size;

class HistoryTest {
  private static final Size FINAL = new Size(30, 20);
  private final List<Branch> branches = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final History history = new History(branches, snapshots);
  private int ids;

  @Test
  void aSnapshotOfTheSameMomentTakesTheOthersPlaceAndItsMarks() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    Snapshot paused = keep(1, 40, "1.state");
    history.pin(paused, true);
    List<Path> unused = history.keep(snapshot(1, 40, "2.state", Sessions.RECIPE));
    assertEquals(1, snapshots.size());
    assertTrue(snapshots.getFirst().pinned());
    assertEquals(List.of(Path.of("1.planes"), Path.of("1.state")), unused);
  }

  @Test
  void onlyABranchsNewestStateIsKept() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    history.begin(2, null, Sessions.RECIPE, FINAL);
    keep(1, 10, "1.state");
    keep(2, 10, "2.state");
    List<Path> unused = history.keep(snapshot(1, 20, "3.state", Sessions.RECIPE));
    assertEquals(List.of(Path.of("1.state")), unused);
    keep(1, 30, null);
    List<String> states = snapshots.stream().map(s -> String.valueOf(s.state())).toList();
    assertEquals(List.of("null", "2.state", "3.state", "null"), states);
  }

  @Test
  void whatWasTunedIsToldSinceTheSnapshotBefore() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    keep(snapshot(1, 10, null, tuned(1)));
    Snapshot second = keep(snapshot(1, 20, null, tuned(3)));
    assertEquals(tuned(3).changes().subList(1, 3), history.tunedBefore(second));
    history.delete(List.of(snapshots.getFirst()));
    assertEquals(tuned(3).changes(), history.tunedBefore(second));
  }

  @Test
  void aBranchsFirstSnapshotIsComparedWithTheOneItGoesOnFrom() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    Snapshot parent = keep(snapshot(1, 10, null, tuned(1)));
    history.begin(2, Branch.Origin.of(parent), Sessions.RECIPE, FINAL);
    Snapshot child = keep(snapshot(2, 20, null, tuned(2)));
    assertEquals(parent, history.origin(child).orElseThrow());
    assertEquals(tuned(2).changes().subList(1, 2), history.tunedBefore(child));
  }

  @Test
  void whatWasDeletedIsPutBackWhereItWas() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    for (int i = 1; i <= 5; i++) {
      keep(1, i * 10, null);
    }
    List<Snapshot> before = List.copyOf(snapshots);
    List<Snapshot> deleted = history.delete(List.of(before.get(1), before.get(3)));
    assertEquals(3, snapshots.size());
    history.putBack(deleted);
    assertEquals(before, snapshots);
  }

  /// Ids begin anew with each document, and a picture may be written while another one comes.
  @Test
  void aSnapshotOfAnotherDocumentMarksNoneOfThisOne() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    Snapshot other = snapshot(1, 10, null, Sessions.RECIPE);
    ids = 0;
    Snapshot own = keep(1, 10, null).withSaved(false);
    history.saved(
        new Snapshot(
            own.id(),
            own.mark(),
            own.size(),
            own.recipe(),
            own.thumbnail(),
            Path.of("elsewhere").resolve(other.file()),
            null,
            false,
            false));
    assertEquals(List.of(own), snapshots);
  }

  @Test
  void aRunThatKeptNothingLeavesNoBranch() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    keep(1, 10, null);
    history.begin(history.nextNumber(), null, Sessions.RECIPE, FINAL);
    history.forgetIfEmpty(2);
    history.forgetIfEmpty(1);
    assertEquals(List.of(1), branches.stream().map(Branch::number).toList());
    assertEquals(2, history.nextNumber());
  }

  @Test
  void anotherDocumentsSnapshotOfTheSameNumberIsNotMarked() {
    history.begin(1, null, Sessions.RECIPE, FINAL);
    Snapshot mine = keep(1, 10, null);
    Snapshot before =
        new Snapshot(
            mine.id(),
            mine.mark(),
            FINAL,
            Sessions.RECIPE,
            mine.thumbnail(),
            Path.of("before", "1.planes"),
            null,
            false,
            false);
    history.saved(before);
    assertFalse(snapshots.getFirst().saved());
    history.saved(mine);
    assertTrue(snapshots.getFirst().saved());
  }

  private static Recipe tuned(int times) {
    List<TuningChange> changes = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      changes.add(new TuningChange(new Moment(0, i), Sessions.RECIPE.tuning().withStyleWeight(i)));
    }
    return Sessions.RECIPE.withHistory(changes, new Moment(0, times));
  }

  private Snapshot keep(int run, int iteration, @Nullable String state) {
    return keep(snapshot(run, iteration, state, Sessions.RECIPE));
  }

  private Snapshot keep(Snapshot snapshot) {
    history.keep(snapshot);
    return snapshot;
  }

  private Snapshot snapshot(int run, int iteration, @Nullable String state, Recipe recipe) {
    ids++;
    return new Snapshot(
        ids,
        Sessions.mark(run, iteration),
        FINAL,
        recipe,
        new Snapshot.Thumbnail(new Size(1, 1), new byte[3]),
        Path.of(ids + ".planes"),
        state == null ? null : Path.of(state),
        false,
        false);
  }
}
