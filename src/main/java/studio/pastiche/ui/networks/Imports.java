package studio.pastiche.ui.networks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.InputEvidence;
import studio.pastiche.engine.weights.InputInDoubtException;
import studio.pastiche.networks.NetworkException;
import studio.pastiche.networks.NetworkImport.Imported;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Texts;

/// Imports weight files, one after the other, and asks where only the artist can know. On the
/// JavaFX thread.
public final class Imports {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

  private final NetworkAccess access;
  private final NetworkShelf shelf;
  private final LongTasks tasks;
  private final Texts texts;
  private final Deque<Wanted> waiting = new ArrayDeque<>();
  private final Set<InputQuestion> questions = new LinkedHashSet<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Consumer<Imported> imported = _ -> {};
  private BiConsumer<Path, Throwable> failed = (_, _) -> {};
  private Runnable asked = () -> {};

  /// A file to import.
  ///
  /// @param name to keep it by, or null for its own
  /// @param input that it wants, or null to find out
  record Wanted(Path file, @Nullable String name, @Nullable InputSpec input) {}

  /// What is going on.
  sealed interface State {
    /// Nothing.
    record Idle() implements State {}

    /// A file is read.
    record Reading(Wanted wanted, TaskProgress progress) implements State {}

    /// Which input does it want?
    record AskingInput(InputQuestion question) implements State {}

    /// The name is taken, or can't be one.
    ///
    /// @param name that it can't have
    record AskingName(Wanted wanted, String name) implements State {}
  }

  public Imports(NetworkAccess access, NetworkShelf shelf, LongTasks tasks, Texts texts) {
    this.access = access;
    this.shelf = shelf;
    this.tasks = tasks;
    this.texts = texts;
  }

  /// Who hears of a network that is kept now.
  public void onImported(Consumer<Imported> listener) {
    imported = listener;
  }

  /// Who hears why a file can't be used.
  public void onFailed(BiConsumer<Path, Throwable> listener) {
    failed = listener;
  }

  /// Who hears that the artist must say something.
  public void onAsked(Runnable listener) {
    asked = listener;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Imports files of any kind.
  void bring(List<Path> files) {
    files.forEach(file -> waiting.add(new Wanted(file, null, null)));
    next();
  }

  /// Imports a file by a name.
  void bring(Path file, String name) {
    waiting.add(new Wanted(file, name, null));
    next();
  }

  /// Asks about a network that is here, once nothing else is going on.
  void ask(InputQuestion question) {
    questions.add(question);
    next();
  }

  /// Answers the question about the input.
  void answer(InputSpec input) {
    if (!(state.get() instanceof State.AskingInput(InputQuestion question))) {
      return;
    }
    state.set(new State.Idle());
    switch (question) {
      case InputQuestion.InDoubt(Wanted wanted) ->
          waiting.addFirst(new Wanted(wanted.file(), wanted.name(), input));
      case InputQuestion.OfKept kept -> {
        if (kept.network().input() != input) {
          shelf.changeInput(
              kept.network().name(),
              input,
              problem -> failed.accept(kept.network().file(), problem));
        }
      }
    }
    next();
  }

  /// Keeps the file by another name.
  void rename(String name) {
    if (state.get() instanceof State.AskingName(Wanted wanted, String _)) {
      waiting.addFirst(new Wanted(wanted.file(), name, wanted.input()));
      state.set(new State.Idle());
      next();
    }
  }

  /// Leaves a question unanswered, and what it is about as it is.
  void leave() {
    if (state.get() instanceof State.AskingInput || state.get() instanceof State.AskingName) {
      state.set(new State.Idle());
      next();
    }
  }

  private void next() {
    if (!(state.get() instanceof State.Idle)) {
      return;
    }
    if (!questions.isEmpty()) {
      InputQuestion question = questions.iterator().next();
      questions.remove(question);
      state.set(new State.AskingInput(question));
      return;
    }
    if (waiting.isEmpty()) {
      return;
    }
    Wanted wanted = waiting.remove();
    String leaf = String.valueOf(wanted.file().getFileName());
    TaskProgress progress =
        tasks.start(
            texts.bound("networks.importing", new ReadOnlyStringWrapper(leaf)),
            _ -> access.networks().imports().keep(wanted.file(), wanted.name(), wanted.input()),
            done -> kept(wanted, done),
            problem -> failed(wanted, problem),
            this::over);
    state.set(new State.Reading(wanted, progress));
  }

  private void kept(Wanted wanted, Imported done) {
    shelf.changed(done.network().name());
    imported.accept(done);
    if (done.evidence().question().isPresent()) {
      ask(
          new State.AskingInput(
              new InputQuestion.Doubtful(done.network(), done.evidence().source())));
    } else {
      over();
    }
  }

  private void failed(Wanted wanted, Throwable problem) {
    if (problem instanceof InputInDoubtException) {
      ask(new State.AskingInput(new InputQuestion.InDoubt(wanted)));
      return;
    }
    if (problem instanceof NetworkException taken && taken.refusedName().isPresent()) {
      ask(new State.AskingName(wanted, taken.refusedName().get()));
      return;
    }
    LOG.warn("{} could not be imported", wanted.file(), problem);
    failed.accept(wanted.file(), problem);
    over();
  }

  private void ask(State question) {
    state.set(question);
    asked.run();
  }

  private void over() {
    state.set(new State.Idle());
    next();
  }

  /// A question that only the artist can answer: which input does a network want?
  sealed interface InputQuestion {
    /// Nothing in the file tells, so it is not kept yet.
    record InDoubt(Wanted wanted) implements InputQuestion {}

    /// It is about a network that is kept.
    sealed interface OfKept extends InputQuestion {
      StoredNetwork.Sound network();
    }

    /// Something tells, and something speaks against it.
    record Doubtful(StoredNetwork.Sound network, InputEvidence.Source source) implements OfKept {}

    /// The artist wants to change it.
    record Changing(StoredNetwork.Sound network) implements OfKept {}
  }
}
