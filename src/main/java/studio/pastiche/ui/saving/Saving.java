package studio.pastiche.ui.saving;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Recipe;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.session.SuggestedName;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Texts;

/// Saves what the canvas shows, with its recipe inside, and knows what has not been saved.
public final class Saving {
  private final Painting painting;
  private final FilmstripView strip;
  private final SnapshotStore store;
  private final DialogService dialogs;
  private final Supplier<@Nullable Path> photoFolder;
  private final Background background;
  private final LongTasks tasks;
  private final Notices notices;
  private final Texts texts;
  private final Function<Recipe, String> recipeText;

  public Saving(
      Painting painting,
      FilmstripView strip,
      SnapshotStore store,
      DialogService dialogs,
      Supplier<@Nullable Path> photoFolder,
      Background background,
      LongTasks tasks,
      Notices notices,
      Texts texts,
      Function<Recipe, String> recipeText) {
    this.painting = painting;
    this.strip = strip;
    this.store = store;
    this.dialogs = dialogs;
    this.photoFolder = photoFolder;
    this.background = background;
    this.tasks = tasks;
    this.notices = notices;
    this.texts = texts;
    this.recipeText = recipeText;
  }

  /// Whether the canvas shows what can be saved: a chosen snapshot, or a painting rather than the
  /// photo that waits.
  public BooleanBinding possible() {
    return Bindings.createBooleanBinding(
        () -> strip.selected() != null || paintingShown(),
        strip.selection().selectedItemProperty(),
        painting.snapshots(),
        painting.frame(),
        painting.phase());
  }

  private boolean paintingShown() {
    return switch (painting.phase().get()) {
      case PAINTING -> true;
      case STARTING -> false;
      case IDLE, PAUSED, STOPPING ->
          painting.frame().get() != null && !painting.snapshots().isEmpty();
    };
  }

  /// Saves the chosen snapshot, or the painting as it is now.
  public void saveShown() {
    @Nullable Snapshot chosen = strip.selected();
    if (chosen != null) {
      save(chosen);
    } else {
      painting.keep(this::save);
    }
  }

  /// The snapshots that are not saved, of all runs; none where the newest one of each run is, for
  /// then nothing is lost that one would ask about.
  List<Snapshot> unsaved() {
    List<Snapshot> all = painting.snapshots();
    boolean harmless = all.stream().allMatch(s -> newestOf(s.mark().run()).saved());
    return harmless ? List.of() : all.stream().filter(s -> !s.saved()).toList();
  }

  private Snapshot newestOf(int run) {
    return painting.snapshots().reversed().stream()
        .filter(s -> s.mark().run() == run)
        .findFirst()
        .orElseThrow();
  }

  private void save(Snapshot snapshot) {
    dialogs.savePicture(request(snapshot)).ifPresent(target -> write(snapshot, target));
  }

  /// The picture is read once, for however many kinds of files it is measured.
  private DialogService.SaveRequest request(Snapshot snapshot) {
    Picture[] read = new Picture[1];
    return new DialogService.SaveRequest(
        SuggestedName.of(snapshot),
        photoFolder.get(),
        (options, recipe) -> {
          synchronized (read) {
            if (read[0] == null) {
              read[0] = store.picture(snapshot);
            }
            return PictureWriter.size(
                read[0], options, recipe ? recipeText.apply(snapshot.recipe()) : null);
          }
        });
  }

  private void write(Snapshot snapshot, DialogService.SaveTarget target) {
    background.run(
        () -> {
          write(snapshot, target, target.file());
          return target.file();
        },
        file -> {
          painting.history().saved(snapshot);
          said(String.valueOf(file.getFileName()), file.toAbsolutePath().getParent());
        },
        problem -> notSaved(String.valueOf(target.file().getFileName()), problem));
  }

  private void write(Snapshot snapshot, DialogService.SaveTarget target, Path file)
      throws FileException {
    PictureWriter.write(
        file,
        store.picture(snapshot),
        target.options(),
        target.recipe() ? recipeText.apply(snapshot.recipe()) : null);
  }

  private void said(String what, @Nullable Path where) {
    notices.settle(Notice.Topic.SAVING);
    notices.done(texts.get("notice.saved", what), String.valueOf(where));
  }

  private void notSaved(String what, Throwable problem) {
    notices.error(
        Notice.Topic.SAVING, texts.get("notice.not-saved", what), texts.said(problem), problem);
  }

  /// Saves every snapshot as a picture of its own, in a folder; none takes another file's place.
  public void saveAll() {
    List<Snapshot> all = List.copyOf(painting.snapshots());
    dialogs
        .savePictures(request(all.getLast()))
        .ifPresent(
            target -> {
              String what = texts.get("export.pictures", String.valueOf(all.size()));
              TaskProgress task =
                  tasks.export(
                      new ReadOnlyStringWrapper(what),
                      steps -> {
                        for (int i = 0; i < all.size(); i++) {
                          steps.at(i, all.size());
                          write(all.get(i), target, free(target, SuggestedName.of(all.get(i))));
                        }
                        return target.file();
                      },
                      folder -> {
                        all.forEach(painting.history()::saved);
                        said(what, folder);
                      },
                      problem -> notSaved(what, problem),
                      () -> {});
              painting.holdFiles(tasks, task);
            });
  }

  /// A file of this name that is not there yet.
  private static Path free(DialogService.SaveTarget target, String name) {
    String extension = target.options().extension();
    Path file = target.file().resolve(name + extension);
    for (int i = 2; Files.exists(file); i++) {
      file = target.file().resolve("%s (%d)%s".formatted(name, i, extension));
    }
    return file;
  }

  /// Whether there is anything to save.
  public BooleanBinding anyPossible() {
    return Bindings.isNotEmpty(painting.snapshots());
  }
}
