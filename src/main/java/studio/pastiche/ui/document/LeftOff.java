package studio.pastiche.ui.document;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.RunState;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// Where an opened session was left off: what was painted last is shown again, and where that was
/// in the middle of a run, an offer goes on with it as if it had never been interrupted.
public final class LeftOff {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOff.class);

  private final Painting painting;
  private final SnapshotStore store;
  private final Background background;
  private final Notices notices;
  private final Texts texts;

  public LeftOff(
      Painting painting, SnapshotStore store, Background background, Notices notices, Texts texts) {
    this.painting = painting;
    this.store = store;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// Shows the session that was just opened as it was left.
  void show() {
    if (painting.snapshots().isEmpty()) {
      return;
    }
    Snapshot newest = painting.snapshots().getLast();
    background.run(
        () -> store.picture(newest),
        picture -> {
          if (painting.showAgain(newest, picture) && !newest.mark().last()) {
            offer(newest);
          }
        },
        problem -> LOG.warn("The newest snapshot is not shown", problem));
  }

  private void offer(Snapshot newest) {
    if (newest.state() == null) {
      return;
    }
    Notice notice =
        notices.offerInDocument(
            texts.get("project.left-off", String.valueOf(newest.mark().iteration())),
            texts.get("project.left-off.detail"),
            new Notice.Offer(texts.get("recovery.go-on"), () -> goOn(newest)));
    painting.phase().addListener(withdrawing(notice));
  }

  /// It is answered as soon as anything is painted.
  private ChangeListener<Phase> withdrawing(Notice notice) {
    return new ChangeListener<>() {
      @Override
      public void changed(ObservableValue<? extends Phase> phase, Phase before, Phase now) {
        notices.withdraw(notice);
        phase.removeListener(this);
      }
    };
  }

  private void goOn(Snapshot newest) {
    background.run(
        () -> Optional.ofNullable(store.state(newest)),
        state -> goOn(newest, state),
        problem -> {
          LOG.warn("The state of a run can't be read; it goes on from its picture", problem);
          goOn(newest, Optional.empty());
        });
  }

  private void goOn(Snapshot newest, Optional<RunState> state) {
    if (painting.snapshots().stream().noneMatch(newest::isSameAs)) {
      // Another document has come meanwhile.
      return;
    }
    state.ifPresentOrElse(s -> painting.goOn(newest, s), () -> painting.continueFrom(newest));
  }
}
