package studio.pastiche.ui.document;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.session.Document;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.ProjectFile;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Texts;

/// Saves the document in its project's file, in the background, one save after the other.
final class ProjectSaves {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectSaves.class);

  private final Painting painting;
  private final SnapshotStore store;
  private final LongTasks tasks;
  private final Notices notices;
  private final Texts texts;
  private final LongSupplier changes;
  private final Listener listener;
  private final Deque<Save> waiting = new ArrayDeque<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private boolean saving;
  private int inHand;

  /// Hears of what is saved.
  interface Listener {
    /// The document in the window was saved as it was after so many changes.
    void saved(Path file, long changes);
  }

  /// @param changes counts those of the document in the window
  ProjectSaves(
      Painting painting,
      SnapshotStore store,
      LongTasks tasks,
      Notices notices,
      Texts texts,
      LongSupplier changes,
      Listener listener) {
    this.painting = painting;
    this.store = store;
    this.tasks = tasks;
    this.notices = notices;
    this.texts = texts;
    this.changes = changes;
    this.listener = listener;
  }

  /// A document that is to be saved.
  ///
  /// @param folder of its session: another may have come when its turn comes
  private record Save(SessionFolder folder, Path file, Runnable then, Runnable stays) {
    /// The same; what was to follow on another that was saved before follows on this one.
    Save after(Save before) {
      return new Save(
          folder,
          file,
          () -> {
            before.then.run();
            then.run();
          },
          () -> {
            before.stays.run();
            stays.run();
          });
    }
  }

  /// Saves the document as it is now. Where it paints, the picture and the run's state of this
  /// moment are saved with the rest; where those can't be kept, nothing is, for the artist may
  /// count on them.
  ///
  /// @param then is done when it is saved, and everything that was asked to be saved meanwhile
  /// @param stays is done in place of `then` where it is not
  void write(Path file, Runnable then, Runnable stays) {
    inHand++;
    Save save = new Save(store.folder(), file, () -> end(then), () -> end(stays));
    switch (painting.phase().get()) {
      case PAINTING, STOPPING ->
          painting.keepWithState(
              () -> write(save),
              problem -> {
                tellNotSaved(save, problem);
                save.stays().run();
              });
      case IDLE, STARTING, PAUSED -> write(save);
    }
  }

  private void end(Runnable follows) {
    try {
      follows.run();
    } finally {
      inHand--;
      if (inHand == 0) {
        List<Runnable> now = List.copyOf(afterwards);
        afterwards.clear();
        now.forEach(this::whenDone);
      }
    }
  }

  /// Whether anything is being saved, or is about to be.
  boolean busy() {
    return inHand > 0;
  }

  /// Does `then` once nothing is being saved, well or not: at once where nothing is.
  void whenDone(Runnable then) {
    if (busy()) {
      afterwards.add(then);
    } else {
      then.run();
    }
  }

  /// Where another is being saved, this one waits for its turn.
  private void write(Save save) {
    if (saving) {
      waiting.add(save);
    } else if (save.folder() != store.folder()) {
      save.stays().run();
      writeNext();
    } else {
      writeNow(save);
    }
  }

  private void writeNow(Save save) {
    long before = changes.getAsLong();
    String name = InputPicture.nameOf(save.file());
    Document document = painting.document();
    saving = true;
    TaskProgress task =
        tasks.start(
            Bindings.createStringBinding(() -> texts.get("project.saving", name), texts.language()),
            steps -> {
              ProjectFile.write(
                  save.file(),
                  document,
                  save.folder(),
                  done -> steps.at(Math.round(done * 1000), 1000));
              return save.file().toAbsolutePath();
            },
            saved -> {
              if (save.folder() == store.folder()) {
                painting.file().set(saved);
                listener.saved(saved, before);
              }
              notices.settle(Notice.Topic.SAVING);
              notices.done(texts.get("notice.saved", name), String.valueOf(saved.getParent()));
              saved(save);
            },
            problem -> {
              tellNotSaved(save, problem);
              notSaved(save);
            },
            () -> notSaved(save));
    painting.holdFiles(tasks, task);
  }

  private void tellNotSaved(Save save, Throwable problem) {
    LOG.warn("The project was not saved", problem);
    notices.error(
        Notice.Topic.SAVING,
        texts.get("notice.not-saved", InputPicture.nameOf(save.file())),
        texts.said(problem));
  }

  /// What follows may end the document, so it waits for the next one's turn.
  private void saved(Save save) {
    saving = false;
    @Nullable Save next = waiting.poll();
    if (next == null) {
      save.then().run();
    } else {
      write(next.after(save));
    }
  }

  private void notSaved(Save save) {
    saving = false;
    save.stays().run();
    writeNext();
  }

  private void writeNext() {
    @Nullable Save next = waiting.poll();
    if (next != null) {
      write(next);
    }
  }
}
