package studio.pastiche.ui.task;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.networks.Networks;

/// The engines of this session, one a device, and the networks. They are made ready before they are
/// asked for, so that Paint need not wait for PyTorch. They stay open until the process ends: a run
/// may be in the middle of an iteration.
public final class EngineRoom {
  private final Networks networks;
  private final LongSupplier freeMemory;
  private final Map<String, CompletableFuture<Opened>> engines = new ConcurrentHashMap<>();
  private final Map<Place, CompletableFuture<Equipment>> equipments = new ConcurrentHashMap<>();

  /// What a run needs besides its pictures.
  ///
  /// @param engine on the device that was asked for
  /// @param network that was asked for
  /// @param precision what `auto` comes to there
  public record Equipment(Engine engine, FeatureNetwork network, Precision precision) {}

  private record Opened(Engine engine, Precision precision) {}

  private record Place(String device, String network) {}

  /// With this user's networks and the machine's own memory.
  public EngineRoom() {
    this(Networks.ofThisUser(), Engine.FREE_MEMORY);
  }

  /// @param freeMemory how many bytes can still be had
  public EngineRoom(Networks networks, LongSupplier freeMemory) {
    this.networks = networks;
    this.freeMemory = freeMemory;
  }

  /// The equipment on a device (`auto`, `cpu`, `gpu`) with a network, begun at the first call; a
  /// start that failed is tried again at the next.
  ///
  /// @param network its name, or a file's
  public CompletableFuture<Equipment> on(String device, String network) {
    return begun(equipments, new Place(device, network), this::equip);
  }

  /// Reads a network anew when it is wanted next: there is another one of that name now.
  public void forget(String network) {
    equipments.keySet().removeIf(place -> place.network().equals(network));
  }

  /// As [#on], with the answer on the JavaFX thread.
  public void prepare(
      String device,
      String network,
      Consumer<? super Equipment> ready,
      Consumer<? super Throwable> failed) {
    on(device, network)
        .whenComplete(
            (equipment, problem) ->
                Platform.runLater(
                    () -> {
                      if (problem == null) {
                        ready.accept(equipment);
                      } else {
                        failed.accept(cause(problem));
                      }
                    }));
  }

  private CompletableFuture<Equipment> equip(Place place) {
    CompletableFuture<Opened> opening =
        begun(engines, place.device(), device -> Background.alone("engine", () -> open(device)));
    return Background.alone(
            "network", () -> networks.load(networks.choice(place.network()), null).network())
        .thenCombine(
            opening,
            (network, opened) -> new Equipment(opened.engine(), network, opened.precision()));
  }

  private static <K, V> CompletableFuture<V> begun(
      Map<K, CompletableFuture<V>> all, K key, Function<K, CompletableFuture<V>> start) {
    return all.compute(
        key,
        (wanted, before) ->
            before == null || before.isCompletedExceptionally() ? start.apply(wanted) : before);
  }

  private static Throwable cause(Throwable problem) {
    Throwable cause = problem.getCause();
    return problem instanceof CompletionException && cause != null ? cause : problem;
  }

  private Opened open(String device) throws Exception {
    Engine engine = Engine.open(device, 0, freeMemory);
    return new Opened(engine, engine.settle(Precision.AUTO));
  }
}
