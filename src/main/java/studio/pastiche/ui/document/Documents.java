package studio.pastiche.ui.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.file.FileNames;
import studio.pastiche.session.Damage;
import studio.pastiche.session.Document;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.ProjectFile;
import studio.pastiche.session.RecentProjects;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.session.SuggestedName;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Texts;

/// The document in the window: which file it belongs to, whether it has changed since, and what
/// takes its place. Files are read and written in the background; until a new document is read
/// whole the old one stays.
public final class Documents {
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  private final Painting painting;
  private final SnapshotStore store;
  private final Path sessions;
  private final RecentProjects recent;
  private final LeftOff leftOff;
  private final DocumentDialogs dialogs;
  private final Background background;
  private final LongTasks tasks;
  private final Notices notices;
  private final Texts texts;
  private final Losses losses;
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ProjectSaves saves;
  private Runnable recentChanged = () -> {};
  private long changes;
  private long deeds;
  private boolean replacing;

  /// What would be lost if the document went now.
  public interface Losses {
    /// In words, one a line; none where nothing would.
    List<String> now();
  }

  /// @param sessions the folder of the sessions' own folders
  /// @param losses what is worth asking about
  public Documents(
      Painting painting,
      SnapshotStore store,
      Path sessions,
      RecentProjects recent,
      LeftOff leftOff,
      DocumentDialogs dialogs,
      Background background,
      LongTasks tasks,
      Notices notices,
      Texts texts,
      Losses losses) {
    this.painting = painting;
    this.store = store;
    this.sessions = sessions;
    this.recent = recent;
    this.leftOff = leftOff;
    this.dialogs = dialogs;
    this.background = background;
    this.tasks = tasks;
    this.notices = notices;
    this.texts = texts;
    this.losses = losses;
    saves = new ProjectSaves(painting, store, tasks, notices, texts, () -> changes, this::saved);
    painting.onChange(this::changed);
    painting.onDeed(() -> deeds++);
    dirty.addListener((_, _, changed) -> store.folder().markSaved(!changed));
  }

  private void saved(Path file, long changesThen) {
    dirty.set(changes != changesThen);
    remember(file);
  }

  private void changed() {
    if (!replacing) {
      changes++;
      dirty.set(true);
    }
  }

  /// Whether anything has changed since the document was opened or saved.
  public ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /// The window's title: the project's name, marked where it has changed.
  public StringBinding title() {
    return Bindings.createStringBinding(
        () ->
            texts.get(
                dirty.get() && worthSaving() ? "project.title-changed" : "project.title", name()),
        dirty,
        painting.file(),
        painting.content(),
        painting.snapshots(),
        texts.language());
  }

  private boolean worthSaving() {
    return painting.file().get() != null || !painting.snapshots().isEmpty();
  }

  /// The project's name as the artist knows it.
  String name() {
    Path file = painting.file().get();
    return file == null ? texts.get("project.untitled") : FileNames.stem(InputPicture.nameOf(file));
  }

  // -- leaving a document

  /// Does `then` once the document may go: at once where nothing would be lost, after it is saved
  /// where the artist says so, and not at all where that fails or is called off. What is being
  /// saved comes first: it needs the document's files, and may be all that would be lost.
  public void leave(Runnable then) {
    leave(then, () -> {});
  }

  /// @param stays is done in place of `then` where the document does not go
  private void leave(Runnable then, Runnable stays) {
    saves.whenDone(() -> askAndLeave(then, stays));
  }

  private void askAndLeave(Runnable then, Runnable stays) {
    List<String> lost = losses.now();
    if (lost.isEmpty()) {
      then.run();
      return;
    }
    switch (dialogs.unsaved(name(), String.join("\n", lost))) {
      case SAVE -> save(then, stays);
      case DISCARD -> then.run();
      case CANCEL -> stays.run();
    }
  }

  /// What the artist had done by the time that the document was let go for another.
  record Parting(long deeds) {}

  /// To be remembered while another document is got ready, which may take long.
  Parting parting() {
    return new Parting(deeds);
  }

  /// Does `then`, which puts another document in place, once nothing is painted or saved. Where the
  /// artist has gone on working since, that was not meant to go, and it is asked again; what a run
  /// has brought since was let go with it.
  ///
  /// @param stays is done in place of `then` where the document does not go after all
  void part(Parting meant, Runnable then, Runnable stays) {
    Runnable now = () -> whenAtRest(then);
    if (meant.equals(parting())) {
      now.run();
    } else {
      leave(now, stays);
    }
  }

  private void whenAtRest(Runnable then) {
    painting.whenIdle(
        () -> {
          if (saves.busy()) {
            // something may be painted again when they are done
            saves.whenDone(() -> whenAtRest(then));
          } else {
            then.run();
          }
        });
  }

  // -- new and open

  /// Begins with nothing, after asking.
  public void startAnew() {
    leave(
        () -> {
          Parting meant = parting();
          background.run(
              () -> SessionFolder.create(sessions),
              folder -> part(meant, () -> replace(folder, Document.empty()), () -> giveUp(folder)),
              problem -> notOpened("", problem));
        });
  }

  private void giveUp(SessionFolder folder) {
    background.run(
        () -> {
          folder.discard();
          return folder;
        },
        _ -> {},
        problem -> LOG.warn("A session was not cleared away", problem));
  }

  /// Asks for a project, and opens it.
  public void open() {
    dialogs.openProject().ifPresent(this::open);
  }

  /// Opens a project in place of the document, after asking.
  public void open(Path file) {
    leave(() -> read(file));
  }

  private record Read(SessionFolder folder, ProjectFile.Opened opened) {}

  private void read(Path file) {
    String name = InputPicture.nameOf(file);
    Parting meant = parting();
    tasks.start(
        Bindings.createStringBinding(() -> texts.get("project.opening", name), texts.language()),
        steps -> {
          SessionFolder folder = SessionFolder.create(sessions);
          try {
            ProjectFile.Opened opened =
                ProjectFile.open(
                    file.toAbsolutePath(), folder, done -> steps.at(Math.round(done * 1000), 1000));
            steps.stopIfCancelled();
            return new Read(folder, opened);
          } catch (IOException | RuntimeException | OutOfMemoryError e) {
            folder.discard();
            throw e;
          }
        },
        read ->
            part(
                meant,
                () -> {
                  replace(read.folder(), read.opened().document());
                  told(name, read.opened().damages());
                  remember(file);
                },
                () -> giveUp(read.folder())),
        problem -> notOpened(name, problem));
  }

  private void notOpened(String name, Throwable problem) {
    LOG.warn("A project was not opened", problem);
    notices.error(Notice.Topic.SAVING, texts.get("project.not-opened", name), texts.said(problem));
  }

  /// Says what a damaged project has lost.
  void told(String name, List<Damage> damages) {
    if (damages.isEmpty()) {
      return;
    }
    long snapshots = count(damages, Damage.Kind.SNAPSHOT) + count(damages, Damage.Kind.BRANCH);
    List<String> inputs =
        damages.stream()
            .filter(d -> d.kind() == Damage.Kind.INPUT)
            .map(Damage::name)
            .distinct()
            .toList();
    StringBuilder words = new StringBuilder();
    words.append(
        texts.get(
            "project.rescued",
            String.valueOf(painting.snapshots().size()),
            String.valueOf(snapshots)));
    if (!inputs.isEmpty()) {
      words.append(' ').append(texts.get("project.lost-inputs", String.join(", ", inputs)));
    }
    if (count(damages, Damage.Kind.STATE) > 0) {
      words.append(' ').append(texts.get("project.lost-states"));
    }
    notices.error(texts.get("project.damaged", name), words.toString());
  }

  private static long count(List<Damage> damages, Damage.Kind kind) {
    return damages.stream().filter(d -> d.kind() == kind).count();
  }

  /// Shows a document in place of the one before, whose folder is given up.
  void replace(SessionFolder folder, Document document) {
    SessionFolder old = store.folder();
    // their pictures go with the folder; the artist was asked
    tasks.exports().forEach(TaskProgress::cancel);
    notices.forgetDocument();
    changes++;
    deeds++;
    replacing = true;
    try {
      store.moveTo(folder, document.highestId());
      painting.open(document);
    } finally {
      replacing = false;
    }
    dirty.set(false);
    folder.markSaved(true);
    leftOff.show();
    background.run(
        () -> {
          painting.awaitWritten();
          old.discard();
          return old;
        },
        _ -> {},
        problem -> LOG.warn("The old session was not cleared away", problem));
  }

  /// Marks the document as one that was never saved as it is.
  void markChanged() {
    changed();
  }

  // -- saving

  /// Saves the project in its file, or asks for one.
  public void save() {
    save(() -> {}, () -> {});
  }

  /// @param stays is done in place of `then` where it is not saved
  private void save(Runnable then, Runnable stays) {
    Path file = painting.file().get();
    if (file == null) {
      saveAs(then, stays);
    } else {
      saves.write(file, then, stays);
    }
  }

  /// Asks for a file, and saves the project there.
  public void saveAs() {
    saveAs(() -> {}, () -> {});
  }

  private void saveAs(Runnable then, Runnable stays) {
    Path before = painting.file().get();
    InputPicture photo = painting.content().get();
    String suggested =
        before != null || photo == null ? name() : SuggestedName.of(photo.reference());
    dialogs
        .saveProject(suggested, before == null ? null : before.toAbsolutePath().getParent())
        .ifPresentOrElse(file -> saves.write(file, then, stays), stays);
  }

  // -- recent projects

  private void remember(Path file) {
    background.run(
        () -> {
          recent.add(file);
          return file;
        },
        _ -> recentChanged.run(),
        problem -> LOG.warn("The recent projects were not written", problem));
  }

  /// Reads the list of recent projects, and tells it on the JavaFX thread.
  void recent(Consumer<? super List<RecentProjects.Entry>> then) {
    background.run(
        recent::list, then, problem -> LOG.warn("The recent projects were not read", problem));
  }

  /// Who hears that the list has changed.
  void onRecentChange(Runnable listener) {
    recentChanged = listener;
  }

  /// Forgets the recent projects.
  void clearRecent() {
    background.run(
        () -> {
          recent.clear();
          return true;
        },
        _ -> recentChanged.run(),
        problem -> LOG.warn("The recent projects were not cleared", problem));
  }
}
