package studio.pastiche.ui.foot;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Forecast;
import studio.pastiche.engine.Pyramid;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Stage;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.picture.Size;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Settings;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;

/// Looks ahead: what the next run will take of time, memory and disk. It looks anew whenever
/// something changes that counts, but not while something is painted.
final class Outlook {
  private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);

  private final Painting painting;
  private final EngineRoom engines;
  private final SnapshotStore store;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable Forecast> forecast = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Disk> disk = new ReadOnlyObjectWrapper<>();
  private long asked;
  private @Nullable Callable<Forecast> wanted;
  private boolean working;

  /// The disk that snapshots are kept on.
  ///
  /// @param free bytes
  /// @param needed bytes for the next run's snapshots, or those of the run in hand yet to come
  record Disk(long free, long needed) {
    private static final long LITTLE = 2_000_000_000;

    /// Whether the artist should know.
    boolean scarce() {
      return free < Math.max(LITTLE, needed);
    }
  }

  Outlook(Painting painting, EngineRoom engines, SnapshotStore store, Background background) {
    this.painting = painting;
    this.engines = engines;
    this.store = store;
    this.background = background;
    Settings settings = painting.settings();
    Stream.<Observable>of(
            settings.size().value(),
            settings.iterations().value(),
            settings.stages().value(),
            settings.optimizer().value(),
            settings.statistic().value(),
            settings.pooling().value(),
            settings.precision().value(),
            settings.device().value(),
            settings.network().value(),
            painting.content(),
            painting.styles(),
            painting.phase())
        .forEach(each -> each.addListener(_ -> look()));
    settings.snapshotEvery().value().addListener(_ -> lookAtDisk());
    painting.snapshots().addListener((Observable _) -> lookAtDisk());
    lookAtDisk();
  }

  /// What the next run will take; null while that is not known, or something is painted.
  ReadOnlyObjectProperty<@Nullable Forecast> forecast() {
    return forecast.getReadOnlyProperty();
  }

  /// The disk, or null while that is not known.
  ReadOnlyObjectProperty<@Nullable Disk> disk() {
    return disk.getReadOnlyProperty();
  }

  /// Asks anew; the memory that is free may have changed, for example.
  void look() {
    lookAtDisk();
    long now = ++asked;
    InputPicture photo = painting.content().get();
    Optional<Function<FeatureNetwork, Recipe>> planned = painting.planned();
    if (photo == null || planned.isEmpty() || painting.phase().get().busy()) {
      wanted = null;
      forecast.set(null);
      return;
    }
    Size size = photo.picture().size();
    engines.prepare(
        painting.settings().device().get(),
        painting.settings().network().get(),
        equipment -> {
          if (now == asked) {
            wanted =
                () ->
                    equipment
                        .engine()
                        .forecast(
                            planned.get().apply(equipment.network()), size, equipment.network());
            work();
          }
        },
        _ -> forecast.set(null));
  }

  /// One at a time, and only the newest: the first may take a while, and a slider asks often.
  private void work() {
    Callable<Forecast> next = wanted;
    if (working || next == null) {
      return;
    }
    working = true;
    wanted = null;
    long now = asked;
    background.run(
        next,
        found -> {
          working = false;
          if (now == asked) {
            forecast.set(found);
          }
          work();
        },
        problem -> {
          working = false;
          LOG.warn("There is no forecast", problem);
          if (now == asked) {
            forecast.set(null);
          }
          work();
        });
  }

  private void lookAtDisk() {
    long needed = snapshotBytes();
    background.run(
        () -> new Disk(store.usableBytes(), needed),
        disk::set,
        problem -> {
          if (problem instanceof IOException) {
            disk.set(null);
          }
        });
  }

  /// What the snapshots of the run to come, or of the rest of the run in hand, take of the disk.
  private long snapshotBytes() {
    InputPicture photo = painting.content().get();
    int every = painting.settings().snapshotEvery().getInt();
    Optional<Function<FeatureNetwork, Recipe>> planned = painting.planned();
    if (photo == null || planned.isEmpty()) {
      return 0;
    }
    int done =
        painting.progress().get() != null && painting.phase().get().busy()
            ? painting.progress().get().done()
            : 0;
    double bytes = 0;
    for (Stage stage : pyramid(photo.picture().size())) {
      int left = Math.clamp(stage.before() + stage.iterations() - done, 0, stage.iterations());
      bytes += (double) left / every * stage.width() * stage.height() * Snapshot.BYTES_PER_PIXEL;
    }
    return (long) bytes;
  }

  private Pyramid pyramid(Size photo) {
    return Pyramid.of(photo.width(), photo.height(), painting.settings().schedule());
  }
}
