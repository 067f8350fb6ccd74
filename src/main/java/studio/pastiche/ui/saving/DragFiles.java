package studio.pastiche.ui.saving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Recipe;
import studio.pastiche.file.FolderUse;
import studio.pastiche.file.Sha256;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.session.SuggestedName;
import studio.pastiche.ui.filmstrip.DragOut;
import studio.pastiche.ui.task.Background;

/// Writes PNG files, recipe inside, for snapshots that are dragged out of the window. Writing
/// begins when the mouse goes down, so that the file is mostly there when the drag begins. The
/// files lie in the cache: where they are dropped they are copied, so they need not last.
public final class DragFiles implements DragOut.Files {
  private static final Logger LOG = LoggerFactory.getLogger(DragFiles.class);
  private static final long LONGEST_WAIT = 1500;
  private static final Duration OLD = Duration.ofDays(1);

  private final Path folder;
  private final SnapshotStore store;
  private final Function<Recipe, String> recipeText;
  private final Map<Path, CompletableFuture<Path>> files = new HashMap<>();

  /// @param cache of the studio
  public DragFiles(Path cache, SnapshotStore store, Function<Recipe, String> recipeText) {
    folder = cache.resolve("drag");
    this.store = store;
    this.recipeText = recipeText;
  }

  @Override
  public void prepare(Snapshot snapshot) {
    files.compute(
        snapshot.file(),
        (_, before) ->
            before == null || failed(before)
                ? Background.alone("drag", () -> write(snapshot))
                : before);
  }

  private static boolean failed(CompletableFuture<Path> file) {
    return file.isDone() && (file.isCompletedExceptionally() || !Files.exists(file.join()));
  }

  @Override
  public Optional<Path> file(Snapshot snapshot) {
    prepare(snapshot);
    CompletableFuture<Path> file = files.get(snapshot.file());
    try {
      return file == null
          ? Optional.empty()
          : Optional.of(file.get(LONGEST_WAIT, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.warn("A snapshot could not be dragged out", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Path write(Snapshot snapshot) throws IOException {
    String own = snapshot.file().toAbsolutePath().toString();
    Path here = folder.resolve(Sha256.of(own.getBytes(StandardCharsets.UTF_8)));
    Files.createDirectories(here);
    Path file = here.resolve(SuggestedName.of(snapshot) + ".png");
    PictureWriter.write(
        file, store.picture(snapshot), new SaveOptions.Png(8), recipeText.apply(snapshot.recipe()));
    return file;
  }

  /// Deletes what earlier sessions have left; another that is open now keeps what it wrote today.
  ///
  /// @return how many snapshots' files went
  public int clearedOld() {
    Instant old = Instant.now().minus(OLD);
    int cleared = 0;
    try (Stream<Path> all = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path each : all.toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
          FolderUse.empty(each);
          Files.delete(each);
          cleared++;
        }
      }
    } catch (IOException e) {
      LOG.warn("{} could not be cleared", folder, e);
    }
    return cleared;
  }
}
