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
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
import studio.pastiche.ui.notice.Notice;
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
  private record Left(SessionFolder folder, SessionFile.Outline outline) {
    Document document() {
      return outline.document();
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
  }

  /// A session whose document can't be read, by this version at least.
  private record Unreadable(SessionFolder folder, Throwable problem) {}

  private record Found(List<Left> left, List<Unreadable> unreadable) {}

  /// A session that was opened, and where its run goes on.
  private record Ready(
      ProjectFile.Opened opened, Optional<Snapshot> newest, Optional<RunState> state) {}

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
          waiting.addAll(found.left());
          show();
          found.unreadable().forEach(this::tell);
        },
        problem -> LOG.warn("What sessions have left can't be read", problem));
  }

  /// The newest first. What is of no use to anyone is cleared away; what can't be read may be of
  /// use to a newer version, or at another time.
  private static Found found(Path sessions) throws IOException {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    for (SessionFolder each : SessionFolder.leftovers(sessions).reversed()) {
      if (!each.holdsDocument()) {
        each.discard();
        continue;
      }
      try {
        Left left = new Left(each, SessionFile.outline(each));
        if (left.painting() || !left.document().snapshots().isEmpty() && !left.saved()) {
          found.left().add(left);
        } else {
          each.discard();
        }
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        LOG.warn("{} can't be read", each.path(), e);
        each.close();
        found.unreadable().add(new Unreadable(each, e));
      }
    }
    return found;
  }

  private void tell(Unreadable session) {
    notices.error(
        Notice.Topic.OTHER,
        texts.get("recovery.unreadable"),
        texts.get(
            "recovery.unreadable.why",
            texts.said(session.problem()),
            session.folder().path().toString()),
        session.problem(),
        new Notice.Offer(texts.get("recovery.discard"), () -> clear(session.folder())));
  }

  private void show() {
    @Nullable Left left = waiting.peek();
    strip.setVisible(left != null);
    if (left == null) {
      return;
    }
    Path file = left.document().file();
    String photo = left.outline().photo();
    String name =
        file != null
            ? InputPicture.nameOf(file)
            : photo.isEmpty() ? texts.get("project.untitled") : photo;
    String when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.language().get().locale())
            .withZone(ZoneId.systemDefault())
            .format(Instant.ofEpochMilli(left.folder().lastWritten()));
    int iteration = left.document().leftOff().map(s -> s.mark().iteration()).orElse(0);
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
      clear(left.folder());
    }
  }

  private void clear(SessionFolder folder) {
    background.run(
        () -> {
          folder.discard();
          return folder;
        },
        _ -> {},
        problem -> LOG.warn("A session was not cleared away", problem));
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

  private void open(Left left) {
    Documents.Parting meant = documents.parting();
    background.run(
        () -> ready(left.folder()),
        ready -> documents.part(meant, () -> replace(left, ready), () -> putBack(left)),
        problem -> {
          notices.error(texts.get("recovery.failed"), texts.said(problem));
          putBack(left);
        });
  }

  /// Reads everything before anything changes: whether the run's state is whole decides how to go
  /// on.
  private Ready ready(SessionFolder folder) throws IOException {
    ProjectFile.Opened opened = SessionFile.read(folder);
    Optional<Snapshot> newest = opened.document().leftOff();
    return new Ready(opened, newest, newest.flatMap(s -> Optional.ofNullable(store.state(s))));
  }

  private void putBack(Left left) {
    waiting.addFirst(left);
    show();
  }

  private void replace(Left left, Ready ready) {
    documents.replace(left.folder(), withAutosaves(ready.opened().document()));
    documents.markChanged();
    documents.told(texts.get("project.untitled"), ready.opened().damages());
    if (left.painting()) {
      paint(ready.newest(), ready.state());
    }
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

  /// The pictures that were kept last become snapshots like others, so that they can be seen.
  private static Document withAutosaves(Document document) {
    List<Snapshot> snapshots = new ArrayList<>(document.snapshots());
    History history = new History(new ArrayList<>(document.branches()), snapshots);
    document.autosaves().forEach(history::keep);
    return document.with(snapshots);
  }

  /// Leaves what was not answered for the next start.
  public void close() {
    waiting.forEach(left -> left.folder().close());
  }
}
