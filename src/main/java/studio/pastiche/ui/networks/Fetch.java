package studio.pastiche.ui.networks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.networks.download.Control;
import studio.pastiche.networks.download.Listener.Turn;
import studio.pastiche.networks.download.Progress;

/// A network whose fetching was begun, as the window sees it: on the JavaFX thread.
final class Fetch {
  private final CatalogueNetwork network;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.GOING);
  private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Turn> turn = new ReadOnlyObjectWrapper<>();
  private Source source;
  private Control control = new Control();
  private @Nullable Throwable problem;

  /// Where it is.
  enum State {
    GOING,
    /// It was asked to stop, and will in a moment.
    STOPPING,
    /// What has come is kept.
    PAUSED,
    /// It could not be fetched; what has come may be kept.
    FAILED
  }

  Fetch(CatalogueNetwork network, Source source) {
    this.network = network;
    this.source = source;
  }

  CatalogueNetwork network() {
    return network;
  }

  String name() {
    return network.name();
  }

  /// Where it comes from.
  Source source() {
    return source;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// How far it is; null before the server has answered.
  ReadOnlyObjectProperty<@Nullable Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /// What turned out last that the artist may want to know, or null.
  ReadOnlyObjectProperty<@Nullable Turn> turn() {
    return turn.getReadOnlyProperty();
  }

  /// Why it failed, where it did.
  @Nullable Throwable problem() {
    return problem;
  }

  Control begun(Source from) {
    source = from;
    control = new Control();
    problem = null;
    turn.set(null);
    state.set(State.GOING);
    return control;
  }

  void progressed(Progress now) {
    progress.set(now);
  }

  void turned(Turn now) {
    turn.set(now);
  }

  void pause() {
    if (state.get() == State.GOING) {
      state.set(State.STOPPING);
      control.pause();
    }
  }

  void cancel() {
    state.set(State.STOPPING);
    control.cancel();
  }

  void paused() {
    state.set(State.PAUSED);
  }

  void failed(Throwable why) {
    problem = why;
    state.set(State.FAILED);
  }
}
