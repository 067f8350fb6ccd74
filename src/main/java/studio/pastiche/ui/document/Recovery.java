package studio.pastiche.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.RunState;
import studio.pastiche.session.Document;
import studio.pastiche.session.History;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.ProjectFile;
import studio.pastiche.session.SessionFile;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// Offers, in a strip over the window, what a session has left whose process was killed: to go on
/// painting where it was, or to open it, or to discard it. It stays until it is answered; a studio
/// that is closed before leaves it for the next start.
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Documents documents;
  private final Painting painting;
  private final SnapshotStore store;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Deque<Left> waiting = new ArrayDeque<>();
  private final Label words = new Label();
  private final Button goOn;
  private final HBox strip;

  /// What one session has left.
  private record Left(SessionFolder folder, ProjectFile.Opened opened) {
    Document document() {
      return opened.document();
    }

    /// Whether a run was in progress.
    boolean painting() {
      return document().painting() > 0;
    }

    /// Whether its project's file holds everything.
    boolean saved() {
      Path file = document().file();
      return folder.isSaved() && file != null && Files.isRegularFile(file);
    }

    /// The snapshot to go on from: the last one with the run's state, else the last of its run.
    Optional<Snapshot> newest() {
      List<Snapshot> run =
          Stream.concat(document().snapshots().stream(), Stream.ofNullable(document().autosave()))
              .filter(s -> s.mark().run() == document().painting())
              .sorted(Comparator.comparingInt(s -> s.mark().iteration()))
              .toList();
      return run.stream()
          .filter(s -> s.state() != null)
          .reduce((_, later) -> later)
          .or(() -> run.isEmpty() ? Optional.empty() : Optional.of(run.getLast()));
    }
  }

  public Recovery(
      Documents documents,
      Painting painting,
      SnapshotStore store,
      Background background,
      Notices notices,
      Texts texts) {
    this.documents = documents;
    this.painting = painting;
    this.store = store;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    goOn = new Button();
    goOn.setId("recover");
    goOn.getStyleClass().addAll("accent", "small");
    goOn.setAccessibleText(texts.get("recovery.go-on"));
    goOn.setOnAction(_ -> take());
    goOn.setMinWidth(Region.USE_PREF_SIZE);
    Button discard =
        texts.tip(texts.label(new Button(), "recovery.discard"), "recovery.discard.tip");
    discard.setId("discard-recovery");
    discard.getStyleClass().add("small");
    discard.setOnAction(_ -> discard());
    discard.setMinWidth(Region.USE_PREF_SIZE);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    FontIcon icon = new FontIcon(MaterialDesignL.LIFEBUOY);
    strip = new HBox(12, icon, words, goOn, discard);
    strip.setId("recovery");
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().add("recovery");
    strip.managedProperty().bind(strip.visibleProperty());
    strip.setVisible(false);
    texts.language().addListener((_, _, _) -> show());
  }

  public Node node() {
    return new VBox(strip);
  }

  /// Looks for what sessions have left under `sessions`. Once, at the start.
  public void look(Path sessions) {
    background.run(
        () -> found(sessions),
        found -> {
          waiting.addAll(found);
          show();
        },
        problem -> LOG.warn("What sessions have left can't be read", problem));
  }

  /// The newest first. What is of no use to anyone is cleared away.
  private static List<Left> found(Path sessions) throws IOException {
    List<Left> found = new ArrayList<>();
    for (SessionFolder each : SessionFolder.leftovers(sessions).reversed()) {
      try {
        Left left = new Left(each, SessionFile.read(each));
        if (left.painting() || !left.document().snapshots().isEmpty() && !left.saved()) {
          found.add(left);
          continue;
        }
      } catch (IOException e) {
        LOG.warn("{} holds nothing that can be read: {}", each.path(), e.getMessage());
      }
      each.discard();
    }
    return found;
  }

  private void show() {
    @Nullable Left left = waiting.peek();
    strip.setVisible(left != null);
    if (left == null) {
      return;
    }
    Path file = left.document().file();
    InputPicture photo = left.document().content();
    String name =
        file != null
            ? InputPicture.nameOf(file)
            : photo != null ? photo.name() : texts.get("project.untitled");
    String when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.language().get().locale())
            .withZone(ZoneId.systemDefault())
            .format(Instant.ofEpochMilli(left.folder().lastWritten()));
    int iteration = left.newest().map(s -> s.mark().iteration()).orElse(0);
    words.setText(
        left.painting()
            ? texts.get("recovery.painting", name, String.valueOf(iteration), when)
            : texts.get(
                "recovery.snapshots",
                name,
                String.valueOf(left.document().snapshots().size()),
                when));
    goOn.setText(texts.get(left.painting() ? "recovery.go-on" : "recovery.open"));
    goOn.setAccessibleText(goOn.getText() + ". " + words.getText());
  }

  private void discard() {
    Left left = waiting.poll();
    show();
    if (left != null) {
      background.run(
          () -> {
            left.folder().discard();
            return left;
          },
          _ -> {},
          problem -> LOG.warn("A session was not cleared away", problem));
    }
  }

  private void take() {
    documents.leave(
        () -> {
          Left left = waiting.poll();
          show();
          if (left != null) {
            open(left);
          }
        });
  }

  /// Reads the run's state before anything changes: whether it is whole decides how to go on.
  private void open(Left left) {
    Optional<Snapshot> newest = left.newest();
    background.run(
        () -> Optional.ofNullable(newest.isPresent() ? store.state(newest.get()) : null),
        state -> {
          painting.whenIdle(
              () -> {
                documents.replace(left.folder(), withAutosave(left.document()));
                documents.markChanged();
                documents.told(texts.get("project.untitled"), left.opened().damages());
                if (left.painting()) {
                  paint(newest, state);
                }
              });
        },
        problem -> notices.error(texts.get("recovery.failed"), texts.said(problem)));
  }

  private void paint(Optional<Snapshot> newest, Optional<RunState> state) {
    if (newest.isEmpty()) {
      painting.paint();
    } else if (state.isPresent()) {
      painting.goOn(newest.get(), state.get());
    } else {
      painting.continueFrom(newest.get());
    }
  }

  /// The picture that was kept last becomes a snapshot like others, so that it can be seen.
  private static Document withAutosave(Document document) {
    Snapshot autosave = document.autosave();
    if (autosave == null) {
      return document;
    }
    List<Snapshot> snapshots = new ArrayList<>(document.snapshots());
    new History(new ArrayList<>(document.branches()), snapshots).keep(autosave);
    return document.with(snapshots);
  }

  /// Leaves what was not answered for the next start.
  public void close() {
    waiting.forEach(left -> left.folder().close());
  }
}
