package studio.pastiche.ui.film;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.pastiche.film.FilmOptions;
import studio.pastiche.film.TimeLapse;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.session.SuggestedName;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.history.Lineage;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.Steps;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Texts;

/// Makes a film of the snapshots: what of, how fast, how large, and where to. It is written beside
/// the painting, and can be called off.
public final class FilmView {
  private final Painting painting;
  private final Supplier<@Nullable Snapshot> chosen;
  private final SnapshotStore store;
  private final DialogService dialogs;
  private final LongTasks tasks;
  private final Notices notices;
  private final Texts texts;
  private final FilmForm form;
  private final Label summary = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button export;
  private final Button cancel;
  private final VBox node;
  private @Nullable TaskProgress running;

  /// @param chosen the snapshot that is shown, if one was chosen
  public FilmView(
      Painting painting,
      Supplier<@Nullable Snapshot> chosen,
      SnapshotStore store,
      DialogService dialogs,
      LongTasks tasks,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.chosen = chosen;
    this.store = store;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.notices = notices;
    this.texts = texts;
    form = new FilmForm(texts, this::refresh);
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    summary.getStyleClass().add("text-muted");
    summary.setId("film-summary");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(texts.bound("film.progress"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    export = texts.label(new Button(), "film.export");
    export.setId("film-export");
    export.getStyleClass().add("accent");
    export.setDefaultButton(true);
    export.setOnAction(_ -> export());
    cancel = texts.label(new Button(), "dialog.cancel");
    cancel.setId("film-cancel");
    cancel.setOnAction(_ -> cancel());
    HBox buttons = new HBox(12, bar, cancel, export);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    node = new VBox(16, form.node(), summary, buttons);
    node.setPadding(new Insets(16));
    node.getStyleClass().add("film");
    painting.snapshots().addListener((ListChangeListener<Snapshot>) _ -> refresh());
    painting.content().addListener((_, _, _) -> refresh());
    texts.language().addListener((_, _, _) -> refresh());
    show(null);
  }

  public Parent node() {
    return node;
  }

  /// Says what the film will be. To be called when it comes into sight, too.
  public void refresh() {
    List<Snapshot> snapshots = snapshots();
    if (snapshots.isEmpty()) {
      summary.setText(texts.get("filmstrip.empty"));
      export.setDisable(true);
      return;
    }
    Size size = snapshots.getLast().mark().finalSize();
    form.offerSizes(size.longSide());
    Optional<FilmOptions> options = form.options();
    export.setDisable(options.isEmpty() || running != null);
    summary.setText(
        options
            .map(chosenOptions -> inWords(chosenOptions, snapshots.size(), size))
            .orElseGet(() -> texts.get("film.wrong")));
  }

  private String inWords(FilmOptions options, int snapshots, Size size) {
    int pictures = snapshots + (photo() == null ? 0 : 1);
    Size film = TimeLapse.size(size, options, form.kind());
    double seconds = TimeLapse.seconds(pictures, options, form.kind());
    return texts.get(
        "film.summary",
        String.valueOf(pictures),
        String.valueOf(Math.round(10 * seconds) / 10.0),
        String.valueOf(film.width()),
        String.valueOf(film.height()));
  }

  private List<Snapshot> snapshots() {
    List<Snapshot> all = painting.snapshots();
    if (all.isEmpty()) {
      return List.of();
    }
    Snapshot one = chosen.get();
    int run = one == null ? all.getLast().mark().run() : one.mark().run();
    return switch (form.scope()) {
      case WAY -> Lineage.to(run, painting.branches()).snapshots(all);
      case ALL -> List.copyOf(all);
    };
  }

  private @Nullable Picture photo() {
    InputPicture content = painting.content().get();
    return content == null || !form.withPhoto() ? null : content.picture();
  }

  private void export() {
    List<Snapshot> snapshots = snapshots();
    FilmOptions options = form.options().orElse(null);
    if (options == null || snapshots.isEmpty()) {
      return;
    }
    SnapshotFilm film = new SnapshotFilm(store, photo(), snapshots);
    InputPicture content = painting.content().get();
    String name = content == null ? "pastiche" : SuggestedName.of(content.reference());
    dialogs.saveFilm(name, form.kind()).ifPresent(file -> start(film, options, file));
  }

  private void start(SnapshotFilm film, FilmOptions options, Path file) {
    String name = String.valueOf(file.getFileName());
    TaskProgress task =
        tasks.export(
            new ReadOnlyStringWrapper(texts.get("film.exporting", name)),
            steps -> write(film, options, file, steps),
            _ -> {
              show(null);
              summary.setText(texts.get("notice.saved", name));
              notices.done(
                  texts.get("notice.saved", name),
                  String.valueOf(file.toAbsolutePath().getParent()));
            },
            problem -> {
              show(null);
              notices.error(texts.get("notice.not-saved", name), texts.said(problem));
            },
            () -> show(null));
    painting.holdFiles(tasks, task);
    show(task);
  }

  private static Path write(SnapshotFilm film, FilmOptions options, Path file, Steps steps)
      throws Exception {
    TimeLapse.write(
        file,
        film,
        options,
        new TimeLapse.Watcher() {
          @Override
          public void progressed(int done, int total) {
            steps.at(done, total);
          }

          @Override
          public boolean cancelled() {
            return steps.cancelled();
          }
        });
    return file;
  }

  private void cancel() {
    TaskProgress task = running;
    if (task != null) {
      task.cancel();
      show(null);
    }
  }

  private void show(@Nullable TaskProgress task) {
    running = task;
    form.disable(task != null);
    bar.progressProperty().unbind();
    bar.setVisible(task != null);
    cancel.setDisable(task == null);
    if (task != null) {
      bar.progressProperty().bind(task.fraction());
    }
    refresh();
  }
}
