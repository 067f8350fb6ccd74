package studio.pastiche.ui.painting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The steps that led to the present state, to be taken back and done again. States are immutable
/// and whole, so that a step can't be taken back by halves.
///
/// @param <S> the state
public final class EditHistory<S> {
  private final int most;
  private final Predicate<List<S>> tooMuch;
  private final Deque<Step<S>> done = new ArrayDeque<>();
  private final Deque<Step<S>> undone = new ArrayDeque<>();
  private S present;

  /// A step, with the states on both sides of it.
  ///
  /// @param name for the menu
  public record Step<S>(StepName name, S before, S after) {}

  /// @param first the state to begin with
  /// @param most steps that are kept
  /// @param tooMuch whether these states together take too much memory; the oldest step goes then
  public EditHistory(S first, int most, Predicate<List<S>> tooMuch) {
    this.most = most;
    this.tooMuch = tooMuch;
    present = first;
  }

  public S present() {
    return present;
  }

  /// A step from the present state to `after`; what had been taken back can't be done again then. A
  /// state that is equal to the present one is no step.
  public void step(StepName name, S after) {
    if (after.equals(present)) {
      return;
    }
    done.addLast(new Step<>(name, present, after));
    undone.clear();
    present = after;
    while (done.size() > most || done.size() > 1 && tooMuch.test(states())) {
      done.removeFirst();
    }
  }

  /// Changes what every state is, the present one too: something happened that is no step.
  public void revise(UnaryOperator<S> change) {
    present = change.apply(present);
    revise(done, change);
    revise(undone, change);
  }

  private static <S> void revise(Deque<Step<S>> steps, UnaryOperator<S> change) {
    List<Step<S>> revised =
        steps.stream()
            .map(
                step ->
                    new Step<>(
                        step.name(), change.apply(step.before()), change.apply(step.after())))
            .toList();
    steps.clear();
    steps.addAll(revised);
  }

  /// Opens the last step again: the next one goes from where that began.
  public void reopen() {
    Step<S> step = done.pollLast();
    if (step != null) {
      present = step.before();
    }
  }

  /// The step that [#undo()] would take back.
  public Optional<Step<S>> last() {
    return Optional.ofNullable(done.peekLast());
  }

  /// The step that [#redo()] would do again.
  public Optional<Step<S>> next() {
    return Optional.ofNullable(undone.peekLast());
  }

  /// Takes the last step back. Returns the state before it; the present one where there is none.
  public S undo() {
    Step<S> step = done.pollLast();
    if (step != null) {
      undone.addLast(step);
      present = step.before();
    }
    return present;
  }

  /// Does again what was taken back last. Returns the state after it.
  public S redo() {
    Step<S> step = undone.pollLast();
    if (step != null) {
      done.addLast(step);
      present = step.after();
    }
    return present;
  }

  /// Lets every step go; the present state stays.
  public void forget() {
    done.clear();
    undone.clear();
  }

  private List<S> states() {
    List<S> states = new ArrayList<>();
    done.forEach(step -> states.add(step.before()));
    states.add(present);
    return states;
  }
}
