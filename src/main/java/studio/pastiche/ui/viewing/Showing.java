package studio.pastiche.ui.viewing;

import java.io.IOException;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
import studio.pastiche.ui.task.Newest;
import studio.pastiche.ui.text.Texts;

/// Decides what the canvas shows: the snapshot that was chosen, else the painting, else the photo
/// that waits to be painted.
public final class Showing {
  /// More pixels a side would cost memory that no screen makes use of.
  static final int MOST = 4096;

  private final Painting painting;
  private final CanvasView canvas;
  private final FilmstripView strip;
  private final SnapshotStore store;
  private final Background background;
  private final Newest frames;
  private final Notices notices;
  private final Texts texts;
  private final BooleanBinding chosen;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing());

  /// What is on the canvas, or will be as soon as it is made ready.
  sealed interface Shown {
    record Nothing() implements Shown {}

    record Photo(InputPicture photo) implements Shown {}

    record Live() implements Shown {}

    record Kept(Snapshot snapshot) implements Shown {}
  }

  /// @param background makes pictures ready for the screen, and nothing slower than that
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
    frames = new Newest(background);
    chosen = Bindings.isNotNull(strip.selection().selectedItemProperty());
    painting.frame().addListener((_, _, frame) -> showLive(frame));
    painting.content().addListener((_, _, photo) -> showPhoto(photo));
    strip.selection().selectedItemProperty().addListener((_, _, one) -> showSnapshot(one));
  }

  /// Whether a snapshot is shown rather than the painting.
  BooleanBinding chosen() {
    return chosen;
  }

  /// What is shown now.
  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Lets go of the snapshot that was chosen, so that the painting is followed again.
  void backToLive() {
    strip.selection().clearSelection();
  }

  private void showLive(Painting.@Nullable LiveFrame live) {
    if (live == null) {
      showNothingUnlessThereIs();
    } else if (!chosen.get()) {
      if (!(shown.get() instanceof Shown.Live)) {
        shown.set(new Shown.Live());
      }
      Shown wanted = shown.get();
      Size size = new Size(live.frame().width(), live.frame().height());
      frames.run(
          () -> CanvasPicture.of(size, live.frame().argb(), live.finalSize()),
          made -> showIfWanted(wanted, made),
          problem -> notShown(texts.get("side.painting"), problem));
    }
  }

  /// A new photo takes the canvas until it is painted.
  private void showPhoto(@Nullable InputPicture photo) {
    backToLive();
    if (photo != null) {
      canvas.fit();
      showWaiting(photo);
    }
    showNothingUnlessThereIs();
  }

  /// A document that was opened anew may have neither a photo nor a painting.
  private void showNothingUnlessThereIs() {
    if (painting.content().get() == null && painting.frame().get() == null && !chosen.get()) {
      shown.set(new Shown.Nothing());
      canvas.clear();
    }
  }

  private void showSnapshot(@Nullable Snapshot snapshot) {
    InputPicture photo = painting.content().get();
    Painting.LiveFrame live = painting.frame().get();
    if (snapshot != null) {
      showLater(
          new Shown.Kept(snapshot),
          () -> picture(store, snapshot),
          texts.get("filmstrip.iteration", String.valueOf(snapshot.mark().iteration())));
    } else if (live != null) {
      showLive(live);
    } else if (photo != null) {
      showWaiting(photo);
    } else {
      showNothingUnlessThereIs();
    }
  }

  private void showWaiting(InputPicture photo) {
    showLater(
        new Shown.Photo(photo),
        () -> picture(photo.picture(), photo.picture().size()),
        photo.name());
  }

  /// Makes a picture in the background; it is shown unless something else was asked for meanwhile.
  private void showLater(Shown wanted, Callable<CanvasPicture> picture, String name) {
    shown.set(wanted);
    background.run(picture, made -> showIfWanted(wanted, made), problem -> notShown(name, problem));
  }

  private void showIfWanted(Shown wanted, CanvasPicture made) {
    // The same moment, not an equal one.
    if (shown.get() == wanted) {
      canvas.show(made);
    }
  }

  private void notShown(String name, Throwable problem) {
    notices.error(texts.get("notice.not-shown", name), texts.said(problem));
  }

  /// A snapshot's pixels for the canvas, at the size at which its run ends.
  static CanvasPicture picture(SnapshotStore store, Snapshot snapshot) throws IOException {
    return CanvasPicture.of(store.picture(snapshot), snapshot.mark().finalSize());
  }

  /// A photo's pixels for the canvas, no more of them than a canvas of that size can show.
  static CanvasPicture picture(Picture photo, Size canvas) {
    int most = Math.min(MOST, canvas.longSide());
    return CanvasPicture.of(photo.scaledToLongSide(Math.min(most, photo.longSide())), photo.size());
  }
}
