package studio.pastiche.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Keeps snapshots' pixels on disk as planes of 16 bits, so that a session's heap does not grow
/// with them. The folder goes when the store is closed. Safe to use from several threads.
public final class SnapshotStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
  private static final int THUMBNAIL = 144;
  private static final String PREFIX = "pastiche-session-";

  private final Path folder;
  private final AtomicInteger kept = new AtomicInteger();

  /// A store in a new folder of its own under `parent`. What sessions that were killed have left
  /// there is cleared away.
  public SnapshotStore(Path parent) throws IOException {
    Files.createDirectories(parent);
    clearLeftovers(parent);
    folder = Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-");
  }

  /// A store in the system's folder for temporary files.
  public static SnapshotStore temporary() throws IOException {
    return new SnapshotStore(Path.of(System.getProperty("java.io.tmpdir", ".")));
  }

  /// Writes the picture down. Throws IOException where the disk can't take it.
  public Snapshot keep(Snapshot.Mark mark, Picture picture, Recipe recipe) throws IOException {
    Path file = folder.resolve("%05d.planes".formatted(kept.incrementAndGet()));
    try {
      write(file, picture);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new Snapshot(mark, picture.size(), recipe, thumbnail(picture), file);
  }

  /// The picture of a snapshot, exact to 16 bits.
  public Picture picture(Snapshot snapshot) throws IOException {
    int pixels = (int) snapshot.size().pixels();
    try (FileChannel in = FileChannel.open(snapshot.file(), StandardOpenOption.READ)) {
      boolean hasAlpha = in.size() > 6L * pixels;
      float[] rgb = plane(in, 3 * pixels);
      return Picture.of(
          snapshot.size().width(),
          snapshot.size().height(),
          rgb,
          hasAlpha ? plane(in, pixels) : null);
    }
  }

  /// Deletes one snapshot's pixels.
  public void forget(Snapshot snapshot) throws IOException {
    Files.deleteIfExists(snapshot.file());
  }

  /// What the disk can still take, in bytes.
  public long usableBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /// Deletes everything kept.
  @Override
  public void close() {
    clear(folder);
  }

  private static void clearLeftovers(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
      for (Path each : folders) {
        String pid = String.valueOf(each.getFileName()).substring(PREFIX.length()).split("-", 2)[0];
        boolean dead = pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
        if (dead && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          clear(each);
        }
      }
    }
  }

  private static void clear(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.warn("{} could not be cleared away", folder, e);
    }
  }

  private static Snapshot.Thumbnail thumbnail(Picture picture) {
    Picture small = picture.scaledToLongSide(Math.min(THUMBNAIL, picture.longSide()));
    return new Snapshot.Thumbnail(new Size(small.width(), small.height()), small.toArgb());
  }

  private static void write(Path file, Picture picture) throws IOException {
    float[] alpha = picture.alpha();
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (float[] plane : alpha == null ? List.of(picture.rgb()) : List.of(picture.rgb(), alpha)) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * plane.length);
        for (float value : plane) {
          bytes.putShort((short) Math.round(Math.clamp(value, 0f, 1f) * 65535));
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
    }
  }

  private static float[] plane(FileChannel in, int values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values);
    while (bytes.hasRemaining()) {
      if (in.read(bytes) < 0) {
        throw new IOException("the snapshot's file is cut short");
      }
    }
    bytes.flip();
    float[] plane = new float[values];
    for (int i = 0; i < values; i++) {
      plane[i] = (bytes.getShort() & 0xffff) / 65535f;
    }
    return plane;
  }
}
