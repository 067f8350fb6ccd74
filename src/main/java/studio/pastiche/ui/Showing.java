package studio.pastiche.ui;

import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.canvas.CanvasPicture;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// Decides what the canvas shows: the snapshot that was chosen, else the painting, else the photo
/// that waits to be painted.
final class Showing {
  private static final int PREVIEW = 2048;

  private final Painting painting;
  private final CanvasView canvas;
  private final FilmstripView strip;
  private final SnapshotStore store;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final BooleanBinding chosen;
  private long asked;

  Showing(
      Painting painting,
      CanvasView canvas,
      FilmstripView strip,
      SnapshotStore store,
      Background background,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.canvas = canvas;
    this.strip = strip;
    this.store = store;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    chosen = Bindings.isNotNull(strip.selection().selectedItemProperty());
    painting.frame().addListener((_, _, frame) -> showLive(frame));
    painting.content().addListener((_, _, photo) -> showPhoto(photo));
    strip.selection().selectedItemProperty().addListener((_, _, one) -> showSnapshot(one));
  }

  /// Whether a snapshot is shown rather than the painting.
  BooleanBinding chosen() {
    return chosen;
  }

  /// Lets go of the snapshot that was chosen, so that the painting is followed again.
  void backToLive() {
    strip.selection().clearSelection();
  }

  private void showLive(Painting.@Nullable LiveFrame live) {
    if (live != null && !chosen.get()) {
      asked++;
      canvas.show(
          new CanvasPicture(
              new Size(live.frame().width(), live.frame().height()),
              live.frame().argb(),
              live.finalSize()));
    }
  }

  /// A new photo takes the canvas until it is painted.
  private void showPhoto(@Nullable InputPicture photo) {
    backToLive();
    if (photo != null) {
      showLater(() -> preview(photo.picture()), photo.name());
    }
  }

  private void showSnapshot(@Nullable Snapshot snapshot) {
    if (snapshot != null) {
      showLater(
          () -> CanvasPicture.of(store.picture(snapshot), snapshot.mark().finalSize()),
          texts.get("filmstrip.iteration", String.valueOf(snapshot.mark().iteration())));
      return;
    }
    InputPicture photo = painting.content().get();
    Painting.LiveFrame live = painting.frame().get();
    if (live != null) {
      showLive(live);
    } else if (photo != null) {
      showLater(() -> preview(photo.picture()), photo.name());
    }
  }

  /// Makes a picture in the background; it is shown unless something else was asked for meanwhile.
  private void showLater(Callable<CanvasPicture> picture, String name) {
    long now = ++asked;
    background.run(
        picture,
        made -> {
          if (now == asked) {
            canvas.show(made);
          }
        },
        problem -> notices.error(texts.get("notice.not-shown", name), texts.said(problem)));
  }

  private static CanvasPicture preview(Picture photo) {
    Picture small = photo.scaledToLongSide(Math.min(PREVIEW, photo.longSide()));
    return CanvasPicture.of(small, photo.size());
  }
}
