package studio.pastiche.ui.snapshots;

import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// What is done with the snapshot that is chosen.
final class SnapshotDeeds {
  private final Painting painting;
  private final FilmstripView strip;
  private final SnapshotStore store;
  private final Background background;
  private final Notices notices;
  private final Texts texts;

  SnapshotDeeds(
      Painting painting,
      FilmstripView strip,
      SnapshotStore store,
      Background background,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.strip = strip;
    this.store = store;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// Puts its picture on the clipboard.
  void copy() {
    Snapshot one = strip.selected();
    if (one != null) {
      background.run(
          () -> store.picture(one),
          this::toClipboard,
          problem -> notices.error(texts.get("notice.not-copied"), texts.said(problem)));
    }
  }

  private void toClipboard(Picture picture) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.toArgb(),
            0,
            picture.width());
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
    notices.done(
        texts.get("notice.copied"),
        texts.get(
            "notice.copied.size",
            String.valueOf(picture.width()),
            String.valueOf(picture.height())));
  }

  /// Begins a branch that goes on from it. What is being painted is stopped first, which keeps its
  /// picture.
  void continueFrom() {
    Snapshot one = strip.selected();
    if (one == null) {
      return;
    }
    strip.selection().clearSelection();
    painting.whenIdle(() -> painting.continueFrom(one));
  }

  /// Pins it, or lets it go.
  void pin() {
    Snapshot one = strip.selected();
    if (one != null) {
      painting.history().pin(one, !one.pinned());
    }
  }

  /// Takes it away, with an offer to put it back; its neighbour is chosen.
  void delete() {
    Snapshot one = strip.selected();
    if (one == null) {
      return;
    }
    Snapshot neighbour = neighbour(one);
    List<Snapshot> gone = painting.history().delete(List.of(one));
    if (neighbour == null) {
      strip.selection().clearSelection();
    } else {
      strip.selection().select(neighbour);
    }
    notices.doneInDocument(
        texts.get("notice.snapshot-deleted", String.valueOf(one.mark().iteration())),
        "",
        new Notice.Offer(
            texts.get("notice.put-back"),
            () -> {
              painting.history().putBack(gone);
              gone.stream().findFirst().ifPresent(strip.selection()::select);
            }));
  }

  private @Nullable Snapshot neighbour(Snapshot one) {
    List<Snapshot> run =
        painting.history().of(one.mark().run()).stream().filter(s -> s.id() != one.id()).toList();
    return run.stream()
        .filter(s -> s.mark().iteration() > one.mark().iteration())
        .findFirst()
        .orElse(run.isEmpty() ? null : run.getLast());
  }
}
