package studio.pastiche.ui.layers;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import studio.pastiche.engine.FeatureMaps;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Picture;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.Newest;

/// Computes feature maps in the background. What is asked for last is what is told.
final class MapComputer {
  /// Larger pictures are shrunk to this first: the maps are to be looked at side by side, and the
  /// first layer of a 4096 px picture alone would take 2 GB.
  static final int LONGEST = 512;

  private final EngineRoom engines;
  private final Newest newest;
  private long asked;

  /// A layer's maps, ready to be shown.
  ///
  /// @param maps the numbers
  /// @param small each map for the grid
  record Computed(FeatureMaps maps, List<MapImage> small) {}

  /// What to compute.
  ///
  /// @param device of the engine
  /// @param network by its name
  /// @param picture reads the picture, in the background
  record Order(
      String device, String network, Callable<Picture> picture, Layer layer, Pooling pooling) {}

  MapComputer(EngineRoom engines, Background background) {
    this.engines = engines;
    newest = new Newest(background);
  }

  /// Computes, and tells on the JavaFX thread unless something else was asked for or it was
  /// cancelled meanwhile.
  void compute(Order order, Consumer<Computed> done, Consumer<Throwable> failed) {
    long mine = ++asked;
    newest.run(
        () -> computed(order),
        result -> {
          if (mine == asked) {
            done.accept(result);
          }
        },
        problem -> {
          if (mine == asked) {
            failed.accept(problem);
          }
        });
  }

  /// Nothing that was asked for so far is told any more.
  void cancel() {
    asked++;
  }

  private Computed computed(Order order) throws Exception {
    EngineRoom.Equipment equipment = engines.on(order.device(), order.network()).get();
    Picture picture = order.picture().call();
    Picture fitting = picture.scaledToLongSide(Math.min(LONGEST, picture.longSide()));
    FeatureMaps maps =
        equipment
            .engine()
            .featureMaps(fitting.overWhite(), equipment.network(), order.layer(), order.pooling());
    List<MapImage> small =
        IntStream.range(0, maps.channels())
            .mapToObj(channel -> MapImage.small(maps, channel, MapGrid.SIDE))
            .toList();
    return new Computed(maps, small);
  }
}
