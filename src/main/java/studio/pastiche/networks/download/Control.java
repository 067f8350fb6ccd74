package studio.pastiche.networks.download;

import java.util.concurrent.atomic.AtomicReference;

/// How the user stops what is under way. From any thread.
public final class Control {
  private final AtomicReference<State> state = new AtomicReference<>(State.GOING);

  /// What was asked for.
  private enum State {
    GOING,
    PAUSED,
    CANCELLED
  }

  /// Stops and keeps what is here; fetching again goes on from there.
  public void pause() {
    state.compareAndSet(State.GOING, State.PAUSED);
  }

  /// Stops and throws away what is here, also what was paused.
  public void cancel() {
    state.set(State.CANCELLED);
  }

  public boolean stopped() {
    return state.get() != State.GOING;
  }

  public boolean cancelled() {
    return state.get() == State.CANCELLED;
  }
}
