package studio.pastiche.ui.networks;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.networks.NetworkFetch;
import studio.pastiche.networks.NetworkFetch.Order;
import studio.pastiche.networks.NetworkFetch.Outcome;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.networks.download.Control;
import studio.pastiche.networks.download.Listener;
import studio.pastiche.networks.download.Progress;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.Relay;
import studio.pastiche.ui.task.Steps;
import studio.pastiche.ui.text.Texts;

/// Fetches networks, each as long work that can be paused and called off. Nothing is fetched but by
/// [#start]. On the JavaFX thread.
public final class Fetches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);

  private final NetworkAccess access;
  private final NetworkShelf shelf;
  private final LongTasks tasks;
  private final Background background;
  private final Texts texts;
  private final ObservableMap<String, Fetch> begun = FXCollections.observableHashMap();
  private Consumer<StoredNetwork.Sound> fetched = _ -> {};
  private BiConsumer<String, Throwable> failed = (_, _) -> {};

  public Fetches(
      NetworkAccess access,
      NetworkShelf shelf,
      LongTasks tasks,
      Background background,
      Texts texts) {
    this.access = access;
    this.shelf = shelf;
    this.tasks = tasks;
    this.background = background;
    this.texts = texts;
    shelf.onChange(this::settle);
  }

  /// What came by another way, or is not wanted any more, need not go on.
  private void settle(String name) {
    Fetch fetch = begun.get(name);
    if (fetch != null
        && (fetch.state().get() == Fetch.State.PAUSED
            || fetch.state().get() == Fetch.State.FAILED)) {
      cancel(name);
    }
  }

  /// Who hears of a network that has come.
  public void onFetched(Consumer<StoredNetwork.Sound> listener) {
    fetched = listener;
  }

  /// Who hears, by a network's name, why it could not be fetched.
  public void onFailed(BiConsumer<String, Throwable> listener) {
    failed = listener;
  }

  /// A server that networks are fetched from in place of the original ones, or null.
  @Nullable URI mirror() {
    return access.mirror();
  }

  /// Those that were begun and have neither come nor been given up, by name.
  ObservableMap<String, Fetch> begun() {
    return begun;
  }

  /// Whether a network of that name comes now, or waits to go on.
  public boolean has(String name) {
    return begun.containsKey(name);
  }

  /// Fetches a network from its best source, or goes on where that was paused or broke off.
  public void start(CatalogueNetwork network) {
    Fetch before = begun.get(network.name());
    start(network, before == null ? network.sources().getFirst() : before.source());
  }

  /// As [#start(CatalogueNetwork)], from a source of the artist's choice.
  void start(CatalogueNetwork network, Source source) {
    Fetch fetch = begun.get(network.name());
    if (fetch != null
        && (fetch.state().get() == Fetch.State.GOING
            || fetch.state().get() == Fetch.State.STOPPING)) {
      return;
    }
    if (fetch == null) {
      fetch = new Fetch(network, source);
      begun.put(network.name(), fetch);
    }
    begin(fetch, fetch.begun(source));
  }

  private void begin(Fetch fetch, Control control) {
    Order order = new Order(fetch.name(), fetch.source().id(), access.mirror());
    Relay<Progress> progress = new Relay<>(fetch::progressed);
    Relay<Listener.Turn> turn = new Relay<>(fetch::turned);
    tasks.start(
        texts.bound("networks.fetching-name", new ReadOnlyStringWrapper(fetch.name())),
        new Work(access, order, control, progress, turn),
        outcome -> ended(fetch, outcome),
        problem -> {
          LOG.warn("{} could not be fetched", fetch.name(), problem);
          fetch.failed(problem);
          failed.accept(fetch.name(), problem);
        },
        () -> gone(fetch));
  }

  /// One network's fetching. It is never interrupted: that would break off what is done to files.
  private record Work(
      NetworkAccess access,
      Order order,
      Control control,
      Relay<Progress> progress,
      Relay<Listener.Turn> turn)
      implements LongTasks.Work<Outcome> {
    @Override
    public Outcome run(Steps steps) throws IOException, InterruptedException {
      NetworkFetch fetch = access.networks().fetch();
      try {
        return fetch.fetch(order, control, new Ear(steps, control, progress, turn));
      } catch (CancellationException e) {
        // called off while its progress was told
        if (control.cancelled()) {
          fetch.forget(order.name());
        }
        throw e;
      }
    }

    /// Called off in the main window; what the window's end calls off is paused already.
    @Override
    public void callOff(Thread worker) {
      if (!control.stopped()) {
        control.cancel();
      }
    }
  }

  /// Hears of a download on its own thread.
  private record Ear(
      Steps steps, Control control, Relay<Progress> progress, Relay<Listener.Turn> turn)
      implements Listener {
    @Override
    public void progressed(Progress now) {
      progress.offer(now);
      if (!control.stopped()) {
        steps.at(now.done(), now.total(), now.secondsLeft());
      }
    }

    @Override
    public void turned(Turn now) {
      turn.offer(now);
    }
  }

  private void ended(Fetch fetch, Outcome outcome) {
    switch (outcome) {
      case Outcome.Fetched(StoredNetwork.Sound network) -> here(fetch, network);
      case Outcome.AlreadyHere(StoredNetwork.Sound network) -> here(fetch, network);
      case Outcome.Paused() -> fetch.paused();
      case Outcome.Cancelled() -> gone(fetch);
    }
  }

  private void here(Fetch fetch, StoredNetwork.Sound network) {
    begun.remove(fetch.name());
    shelf.changed(fetch.name());
    fetched.accept(network);
  }

  private void gone(Fetch fetch) {
    begun.remove(fetch.name());
    shelf.refresh();
  }

  /// Stops and keeps what has come.
  void pause(String name) {
    Fetch fetch = begun.get(name);
    if (fetch != null) {
      fetch.pause();
    }
  }

  /// Stops, or gives up what was paused or failed, and throws away what has come.
  void cancel(String name) {
    Fetch fetch = begun.get(name);
    if (fetch == null) {
      return;
    }
    switch (fetch.state().get()) {
      case GOING, STOPPING -> fetch.cancel();
      case PAUSED, FAILED -> {
        fetch.cancel();
        background.run(
            () -> {
              access.networks().fetch().forget(name);
              return name;
            },
            _ -> gone(fetch),
            problem -> {
              LOG.warn("What has come of {} could not be removed", name, problem);
              gone(fetch);
            });
      }
    }
  }

  /// Pauses everything, for the window's end.
  @Override
  public void close() {
    begun.values().forEach(Fetch::pause);
  }
}
