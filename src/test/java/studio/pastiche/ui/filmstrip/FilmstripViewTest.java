package studio.pastiche.ui.filmstrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.pastiche.ui.history.Histories.branch;
import static studio.pastiche.ui.history.Histories.snapshot;
import static studio.pastiche.ui.history.Histories.tuned;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

@ExtendWith(ApplicationExtension.class)
@org.jspecify.annotations.NullUnmarked
class FilmstripViewTest {
  private final ObservableList<Branch> branches = FXCollections.observableArrayList();
  private final ObservableList<Snapshot> snapshots = FXCollections.observableArrayList();
  private FilmstripView strip;
  private ListView<?> list;
  private Stage stage;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    strip = new FilmstripView(branches, snapshots, new Texts(Language.ENGLISH));
    stage.setScene(new Scene((javafx.scene.Parent) strip.node(), 900, 260));
    stage.show();
    list = (ListView<?>) strip.node().lookup("#filmstrip");
  }

  @Test
  void thousandsOfSnapshotsNeedAFewCells() {
    fx(
        () -> {
          branches.add(branch(1, null));
          snapshots.addAll(
              IntStream.rangeClosed(1, 2000).mapToObj(i -> snapshot(1, 1, i, 1)).toList());
          layout();
          return 0;
        });
    int cells = fx(() -> filled().size());
    assertTrue(cells > 2 && cells < 30, () -> cells + " cells");
    assertTrue(fx(() -> words().getLast()).startsWith("Iteration 2000"), "the newest is in sight");
  }

  @Test
  void eachRunHasAHeadThatSaysWhereItComesFrom() {
    fx(
        () -> {
          twoRuns();
          return 0;
        });
    List<String> words = fx(this::words);
    assertTrue(words.get(0).startsWith("Run 1, started anew"), words::toString);
    assertTrue(words.get(3).startsWith("Run 2, from run 1 at 20"), words::toString);
    assertTrue(words.get(4).contains("Style weight β: 8 → 20"), words::toString);
    assertTrue(words.get(2).contains("The lowest distance of this run"), words::toString);
  }

  @Test
  void theKeyboardPassesOverHeads() {
    fx(
        () -> {
          twoRuns();
          list.getSelectionModel().select(2);
          list.getSelectionModel().select(3);
          return 0;
        });
    assertEquals(30, strip.selected().mark().iteration());
    fx(
        () -> {
          list.getSelectionModel().select(3);
          return 0;
        });
    assertEquals(20, strip.selected().mark().iteration());
  }

  @Test
  void theChosenSnapshotStaysChosenWhenItIsPinnedAndOthersCome() {
    fx(
        () -> {
          twoRuns();
          strip.selection().select(snapshots.get(1));
          snapshots.set(1, snapshots.get(1).withPinned(true));
          snapshots.remove(0);
          snapshots.add(snapshot(2, 1, 40, 1));
          return 0;
        });
    assertEquals(1020, strip.selected().id());
    assertTrue(strip.selected().pinned());
    assertEquals(1, fx(() -> list.getSelectionModel().getSelectedIndex()));
  }

  @Test
  void aChosenSnapshotThatIsDeletedIsLetGo() {
    fx(
        () -> {
          twoRuns();
          strip.selection().select(snapshots.get(1));
          snapshots.remove(1);
          return 0;
        });
    assertNull(strip.selected());
    assertEquals(-1, fx(() -> list.getSelectionModel().getSelectedIndex()));
  }

  @Test
  void nothingStaysChosenInAnotherDocument() {
    fx(
        () -> {
          twoRuns();
          strip.selection().select(snapshots.get(1));
          Snapshot same = snapshots.get(1);
          snapshots.setAll(
              new Snapshot(
                  same.id(),
                  same.mark(),
                  same.size(),
                  same.recipe(),
                  same.thumbnail(),
                  Path.of("another"),
                  null,
                  false,
                  false));
          return 0;
        });
    assertNull(strip.selected());
  }

  @Test
  void theNewestIsSeenWholeWhereverTheStripStood() throws Exception {
    fx(() -> branches.add(branch(1, null)));
    for (int i = 1; i <= 24; i++) {
      int iteration = i;
      fx(() -> snapshots.add(snapshot(1, 1, iteration, 1)));
      double width = 300 + 37 * (i % 5);
      fx(
          () -> {
            stage.setWidth(width);
            return 0;
          });
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fx(this::newestIsWhole));
    }
  }

  private boolean newestIsWhole() {
    Bounds seen = list.localToScene(list.getLayoutBounds());
    return list.lookupAll(".snapshot").stream()
        .filter(each -> ((ListCell<?>) each).getIndex() == list.getItems().size() - 1)
        .map(each -> each.localToScene(each.getLayoutBounds()))
        .anyMatch(cell -> cell.getMinX() >= seen.getMinX() && cell.getMaxX() <= seen.getMaxX());
  }

  private void twoRuns() {
    branches.setAll(branch(1, null), branch(2, new Branch.Origin(1, 20)));
    snapshots.setAll(
        snapshot(1, 1, 10, 2), snapshot(1, 1, 20, 1), tuned(snapshot(2, 1, 30, 1), 20));
    layout();
  }

  private void layout() {
    strip.node().applyCss();
    ((javafx.scene.Parent) strip.node()).layout();
  }

  private List<ListCell<?>> filled() {
    return list.lookupAll(".list-cell").stream()
        .filter(Node::isVisible)
        .<ListCell<?>>map(n -> (ListCell<?>) n)
        .filter(c -> c.getItem() != null)
        .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
        .toList();
  }

  private List<String> words() {
    layout();
    return filled().stream().map(Node::getAccessibleText).toList();
  }

  private static <T> T fx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
