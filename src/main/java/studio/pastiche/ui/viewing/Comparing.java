package studio.pastiche.ui.viewing;

import java.io.IOException;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Size;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.canvas.CanvasPicture;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.canvas.CompareMode;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.Progress;
import studio.pastiche.ui.text.Texts;

/// What the picture on the canvas is compared with: the photo it is painted from, or a snapshot.
final class Comparing {
  private final Painting painting;
  private final Showing showing;
  private final CanvasView canvas;
  private final SnapshotStore store;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final ObjectProperty<Target> target = new SimpleObjectProperty<>(new Target.Photo());
  private final BooleanBinding possible;
  private @Nullable Wanted taken;

  /// What to compare with.
  sealed interface Target {
    /// The photo that lies in the well.
    record Photo() implements Target {}

    record Kept(Snapshot snapshot) implements Target {}
  }

  /// A picture at a size; equal where there is no need to make it again.
  private sealed interface Wanted {
    record OfPhoto(InputPicture photo, Size canvas) implements Wanted {}

    record OfSnapshot(Snapshot snapshot) implements Wanted {}
  }

  Comparing(
      Painting painting,
      Showing showing,
      CanvasView canvas,
      SnapshotStore store,
      Background background,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.showing = showing;
    this.canvas = canvas;
    this.store = store;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    possible =
        Bindings.createBooleanBinding(
            () -> paintingShown() && (target.get() instanceof Target.Kept || hasPhoto()),
            showing.shown(),
            painting.content(),
            target);
    possible.addListener((_, _, now) -> follow(now));
    target.addListener((_, _, _) -> bring());
    painting.content().addListener((_, _, _) -> bring());
    painting.frame().addListener((_, _, _) -> bring());
    showing.shown().addListener((_, _, _) -> bring());
    canvas.mode().addListener((_, _, _) -> bring());
    canvas.peeking().addListener((_, _, _) -> bring());
    painting.snapshots().addListener((ListChangeListener<Snapshot>) _ -> followSnapshots());
    canvas
        .paintingLabel()
        .bind(
            Bindings.createStringBinding(
                this::shownInWords, showing.shown(), painting.progress(), texts.language()));
    canvas
        .otherLabel()
        .bind(Bindings.createStringBinding(this::targetInWords, target, texts.language()));
  }

  /// Whether there are two pictures to compare.
  BooleanBinding possible() {
    return possible;
  }

  ReadOnlyObjectProperty<Target> target() {
    return target;
  }

  /// Compares with the photo from now on.
  void compareWithPhoto() {
    target.set(new Target.Photo());
    begin();
  }

  /// Compares with a snapshot from now on, as long as it is there.
  void compareWith(Snapshot snapshot) {
    target.set(new Target.Kept(snapshot));
    begin();
  }

  /// A snapshot in few words.
  String words(Snapshot snapshot) {
    String iteration = String.valueOf(snapshot.mark().iteration());
    boolean severalRuns = painting.snapshots().stream().anyMatch(s -> s.mark().run() > 1);
    return severalRuns
        ? texts.get("side.snapshot-of-run", iteration, String.valueOf(snapshot.mark().run()))
        : texts.get("side.snapshot", iteration);
  }

  private void begin() {
    if (canvas.mode().get() == CompareMode.OFF) {
      canvas.mode().set(CompareMode.WIPE);
    }
  }

  private boolean paintingShown() {
    return showing.shown().get() instanceof Showing.Shown.Live
        || showing.shown().get() instanceof Showing.Shown.Kept;
  }

  private boolean hasPhoto() {
    return painting.content().get() != null;
  }

  private void follow(boolean now) {
    if (now) {
      bring();
    } else {
      canvas.peeking().set(false);
      take(null);
    }
  }

  /// Makes the other picture ready as soon as it is to be seen.
  private void bring() {
    boolean toBeSeen = canvas.mode().get() != CompareMode.OFF || canvas.peeking().get();
    Wanted wanted = possible.get() ? wanted() : null;
    if (wanted == null) {
      take(null);
    } else if (toBeSeen && !wanted.equals(taken)) {
      taken = wanted;
      background.run(
          () -> made(wanted),
          picture -> {
            if (wanted.equals(taken)) {
              canvas.showOther(picture);
            }
          },
          problem -> {
            if (wanted.equals(taken)) {
              take(null);
            }
            notices.error(texts.get("notice.not-shown", targetInWords()), texts.said(problem));
          });
    }
  }

  private void take(@Nullable Wanted nothing) {
    if (taken != nothing) {
      taken = nothing;
      canvas.showOther(null);
    }
  }

  private @Nullable Wanted wanted() {
    InputPicture photo = painting.content().get();
    return switch (target.get()) {
      case Target.Kept kept -> new Wanted.OfSnapshot(kept.snapshot());
      case Target.Photo _ ->
          photo == null ? null : new Wanted.OfPhoto(photo, sizeShown(photo.picture().size()));
    };
  }

  private Size sizeShown(Size otherwise) {
    return switch (showing.shown().get()) {
      case Showing.Shown.Kept kept -> kept.snapshot().mark().finalSize();
      case Showing.Shown.Live _ ->
          painting.frame().get() instanceof Painting.LiveFrame live ? live.finalSize() : otherwise;
      case Showing.Shown.Photo _, Showing.Shown.Nothing _ -> otherwise;
    };
  }

  private CanvasPicture made(Wanted wanted) throws IOException {
    return switch (wanted) {
      case Wanted.OfPhoto of -> Showing.picture(of.photo().picture(), of.canvas());
      case Wanted.OfSnapshot of -> Showing.picture(store, of.snapshot());
    };
  }

  /// A snapshot that was taken again at the same moment stands for the one before.
  private void followSnapshots() {
    if (target.get() instanceof Target.Kept kept
        && !painting.snapshots().contains(kept.snapshot())) {
      Snapshot.Mark gone = kept.snapshot().mark();
      target.set(
          painting.snapshots().stream()
              .filter(s -> s.mark().run() == gone.run() && s.mark().iteration() == gone.iteration())
              .findFirst()
              .<Target>map(Target.Kept::new)
              .orElseGet(Target.Photo::new));
    }
  }

  private String shownInWords() {
    Progress progress = painting.progress().get();
    return switch (showing.shown().get()) {
      case Showing.Shown.Kept kept -> words(kept.snapshot());
      case Showing.Shown.Photo _ -> texts.get("side.photo");
      case Showing.Shown.Live _ ->
          progress == null
              ? texts.get("side.painting")
              : texts.get("side.painting-at", String.valueOf(progress.done()));
      case Showing.Shown.Nothing _ -> "";
    };
  }

  private String targetInWords() {
    return switch (target.get()) {
      case Target.Kept kept -> words(kept.snapshot());
      case Target.Photo _ -> texts.get("side.photo");
    };
  }
}
