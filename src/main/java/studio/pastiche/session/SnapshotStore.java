package studio.pastiche.session;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunState;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Keeps snapshots' pixels and runs' states in the session's folder, so that a session's heap does
/// not grow with them. Safe to use from several threads.
public final class SnapshotStore {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

  private volatile SessionFolder folder;
  private final AtomicInteger ids = new AtomicInteger();

  public SnapshotStore(SessionFolder folder) {
    this.folder = folder;
  }

  /// Works in another folder from now on. Not while anything is painted.
  ///
  /// @param highest of the ids of snapshots that are known there; a session that was killed may
  ///   have left files of higher ones, which are not written over
  public void moveTo(SessionFolder other, int highest) {
    folder = other;
    ids.set(Math.max(highest, other.highestId()));
  }

  public SessionFolder folder() {
    return folder;
  }

  /// Writes the picture down. Throws IOException where the disk can't take it.
  public Snapshot keep(Snapshot.Mark mark, Picture picture, Recipe recipe) throws IOException {
    return keep(mark, picture, recipe, null, _ -> {});
  }

  /// Writes the picture down, and the state of its run where there is one. A state that can't be
  /// written is left out: the picture matters more.
  ///
  /// @param stateLost is told why the state was left out
  /// @throws IOException where the disk can't take the picture
  public Snapshot keep(
      Snapshot.Mark mark,
      Picture picture,
      Recipe recipe,
      @Nullable RunState state,
      Consumer<? super IOException> stateLost)
      throws IOException {
    int id = ids.incrementAndGet();
    SessionFolder here = folder;
    Path file = here.snapshots().resolve("%05d.planes".formatted(id));
    PlaneFile.write(file, picture);
    Snapshot.Thumbnail thumbnail = Snapshot.Thumbnail.of(picture);
    write(thumbnailOf(file), thumbnail);
    Path where = here.states().resolve("%05d.state".formatted(id));
    return new Snapshot(
        id,
        mark,
        picture.size(),
        recipe,
        thumbnail,
        file,
        state != null && written(where, state, stateLost) ? where : null,
        false,
        false);
  }

  private static boolean written(
      Path file, RunState state, Consumer<? super IOException> stateLost) {
    try {
      StateFile.write(file, state);
      return true;
    } catch (IOException e) {
      LOG.warn("The state of a run was not kept", e);
      stateLost.accept(e);
      return false;
    }
  }

  /// The picture of a snapshot, exact to 16 bits.
  ///
  /// @throws FileException where its file is gone or damaged
  public Picture picture(Snapshot snapshot) throws FileException {
    return PlaneFile.read(snapshot.file(), snapshot.size());
  }

  /// What the disk can still take, in bytes.
  public long usableBytes() throws IOException {
    return Files.getFileStore(folder.path()).getUsableSpace();
  }

  /// The state of a snapshot's run at its moment, or null where there is none any more.
  public @Nullable RunState state(Snapshot snapshot) {
    Path file = snapshot.state();
    if (file == null) {
      return null;
    }
    try {
      return StateFile.read(file);
    } catch (IOException e) {
      LOG.warn("It goes on from its picture alone: {}", e.getMessage());
      return null;
    }
  }

  /// When a snapshot's picture was written, in milliseconds since 1970; 0 where its file is gone.
  static long keptAt(Snapshot snapshot) {
    try {
      return Files.getLastModifiedTime(snapshot.file()).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  /// The file with the thumbnail of the picture in `planes`.
  static Path thumbnailOf(Path planes) {
    String name = String.valueOf(planes.getFileName());
    return planes.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".thumb");
  }

  /// Width and height, four bytes each, and the pixels.
  private static void write(Path file, Snapshot.Thumbnail thumbnail) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + thumbnail.rgb().length);
    bytes.putInt(thumbnail.size().width()).putInt(thumbnail.size().height());
    Files.write(file, bytes.put(thumbnail.rgb()).array());
  }

  /// The thumbnail of the picture in `planes`, made anew where its own file is gone or damaged.
  ///
  /// @throws FileException where the picture, too, can't be read
  static Snapshot.Thumbnail thumbnail(Path planes, Size size) throws FileException {
    Path file = thumbnailOf(planes);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Size small = new Size(in.readInt(), in.readInt());
      boolean possible = small.longSide() <= size.longSide() && small.longSide() <= 1 << 10;
      byte[] rgb = possible ? in.readNBytes((int) (3 * small.pixels())) : new byte[0];
      if (rgb.length == 3 * small.pixels()) {
        return new Snapshot.Thumbnail(small, rgb);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.info("A thumbnail is made anew: {}", e.getMessage());
    }
    return Snapshot.Thumbnail.of(PlaneFile.read(planes, size));
  }

  /// Deletes the files of snapshots.
  public static void delete(Iterable<Path> files) {
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
        if (file.toString().endsWith(".planes")) {
          Files.deleteIfExists(thumbnailOf(file));
        }
      } catch (IOException e) {
        LOG.warn("{} could not be deleted", file, e);
      }
    }
  }
}
