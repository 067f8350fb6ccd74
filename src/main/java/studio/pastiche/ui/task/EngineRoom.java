package studio.pastiche.ui.task;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.NetworkCatalogue;
import studio.pastiche.engine.weights.NetworkLoader;

/// The engines of this session, one a device, and the network. They are made ready before they are
/// asked for, so that Paint need not wait for PyTorch. They stay open until the process ends: a run
/// may be in the middle of an iteration.
public final class EngineRoom {
  private final Map<String, CompletableFuture<Equipment>> byDevice = new ConcurrentHashMap<>();

  private final LongSupplier freeMemory;

  /// The machine's own memory counts.
  public EngineRoom() {
    this(Engine.FREE_MEMORY);
  }

  /// @param freeMemory how many bytes can still be had
  public EngineRoom(LongSupplier freeMemory) {
    this.freeMemory = freeMemory;
  }

  /// What a run needs besides its pictures.
  ///
  /// @param engine on the device that was asked for
  /// @param network the built-in one
  /// @param precision what `auto` comes to there
  public record Equipment(Engine engine, FeatureNetwork network, Precision precision) {}

  /// The equipment on a device (`auto`, `cpu`, `gpu`), begun at the first call; a start that failed
  /// is tried again at the next.
  public CompletableFuture<Equipment> on(String device) {
    return byDevice.compute(
        device,
        (name, before) ->
            before == null || before.isCompletedExceptionally()
                ? Background.alone("engine", () -> open(name))
                : before);
  }

  /// As [#on], with the answer on the JavaFX thread.
  public void prepare(
      String device, Consumer<? super Equipment> ready, Consumer<? super Throwable> failed) {
    on(device)
        .whenComplete(
            (equipment, problem) ->
                Platform.runLater(
                    () -> {
                      if (problem == null) {
                        ready.accept(equipment);
                      } else {
                        failed.accept(problem);
                      }
                    }));
  }

  private Equipment open(String device) throws Exception {
    FeatureNetwork network = NetworkLoader.load(NetworkCatalogue.COMPACT);
    Engine engine = Engine.open(device, 0, freeMemory);
    return new Equipment(engine, network, engine.settle(Precision.AUTO));
  }
}
