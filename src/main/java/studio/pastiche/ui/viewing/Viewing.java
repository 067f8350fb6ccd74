package studio.pastiche.ui.viewing;

import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// The canvas, with what decides what it shows and what that is compared with.
public final class Viewing {
  private final CanvasView canvas;
  private final FilmstripView strip;
  private final Showing showing;
  private final Comparing comparing;

  /// @param strip chooses the snapshot that is shown
  /// @param screen makes pictures ready for the screen, and nothing slower than that
  public Viewing(
      Painting painting,
      FilmstripView strip,
      SnapshotStore store,
      Background screen,
      Notices notices,
      Texts texts) {
    this.strip = strip;
    canvas = new CanvasView(texts);
    showing = new Showing(painting, canvas, strip, store, screen, notices, texts);
    comparing = new Comparing(painting, showing, canvas, store, screen, notices, texts);
  }

  /// Lets go of the snapshot that was chosen, so that the painting is followed again.
  public void backToLive() {
    showing.backToLive();
  }

  CanvasView canvas() {
    return canvas;
  }

  /// The snapshots under it.
  public FilmstripView strip() {
    return strip;
  }

  Showing showing() {
    return showing;
  }

  Comparing comparing() {
    return comparing;
  }
}
