package studio.pastiche.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder that one session works in. All that it paints is written there as it comes, so that a
/// session whose process was killed can be opened again. While a process works in it, it holds the
/// folder's lock; the system lets go of that whenever the process ends, however it ends.
public final class SessionFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionFolder.class);
  private static final String PREFIX = "session-";
  private static final String LOCK = "lock";

  /// Beside the sessions' folders; who holds its lock is alone in making or looking for them.
  private static final String TURN = "turn";

  /// How this process's folders begin. Not with its number: another process may have had the same,
  /// and in a container mostly has.
  private static final String OURS = PREFIX + UUID.randomUUID() + "-";

  private final Path folder;
  private final FileChannel lock;

  private SessionFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// A new folder of its own under `parent`, which is made if need be. No other process sees it
  /// before it is locked, and so none takes it for one that was left.
  public static SessionFolder create(Path parent) throws IOException {
    Files.createDirectories(parent);
    return alone(parent, () -> made(parent));
  }

  private static SessionFolder made(Path parent) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(OURS + UUID.randomUUID()));
    SessionFolder made = locked(folder);
    if (made == null) {
      throw new IOException(folder + ": its lock is taken");
    }
    for (Path each : List.of(made.snapshots(), made.states(), made.inputs())) {
      Files.createDirectory(each);
    }
    return made;
  }

  /// The folders under `parent` that sessions have left whose process is gone, oldest first, each
  /// locked for the caller. Ask once, at the start.
  public static List<SessionFolder> leftovers(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    return alone(parent, () -> found(parent));
  }

  private static List<SessionFolder> found(Path parent) throws IOException {
    List<SessionFolder> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path each : folders) {
        @Nullable SessionFolder left = mayBeLeft(each) ? locked(each) : null;
        if (left != null) {
          found.add(left);
        }
      }
    }
    found.sort((a, b) -> Long.compare(a.lastWritten(), b.lastWritten()));
    return found;
  }

  /// This process's folders are known by their names: to ask for their lock would be to lose it, as
  /// POSIX lets go of a file's locks with any channel to it that the process closes.
  private static boolean mayBeLeft(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && !String.valueOf(folder.getFileName()).startsWith(OURS);
  }

  /// Null where another process holds its lock, or it can't be had: the folder is just being
  /// cleared away by another, for example.
  private static @Nullable SessionFolder locked(Path folder) throws IOException {
    @Nullable FileChannel channel = null;
    try {
      channel = open(folder.resolve(LOCK));
      if (channel.tryLock() != null) {
        return new SessionFolder(folder, channel);
      }
    } catch (IOException e) {
      LOG.warn("{} can't be locked", folder, e);
    }
    if (channel != null) {
      channel.close();
    }
    return null;
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  /// Does `work` while neither another process nor another thread of this one is about it. Where
  /// the file system knows no locks, only threads wait for each other.
  private static synchronized <T> T alone(Path parent, Work<T> work) throws IOException {
    try (FileChannel turn = open(parent.resolve(TURN))) {
      try {
        turn.lock();
      } catch (IOException e) {
        LOG.warn("{} can't be locked", parent, e);
      }
      return work.run();
    }
  }

  private static FileChannel open(Path lock) throws IOException {
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  public Path path() {
    return folder;
  }

  /// Where snapshots' pixels and thumbnails are.
  Path snapshots() {
    return folder.resolve("snapshots");
  }

  /// Where runs' states are.
  Path states() {
    return folder.resolve("states");
  }

  /// Where the files of the input pictures are.
  Path inputs() {
    return folder.resolve("inputs");
  }

  /// The highest id that a file there is named by, or 0.
  int highestId() {
    int highest = 0;
    for (Path place : List.of(snapshots(), states())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
        for (Path each : files) {
          String name = String.valueOf(each.getFileName());
          String number = name.substring(0, Math.max(0, name.indexOf('.')));
          if (number.matches("\\d{1,9}")) {
            highest = Math.max(highest, Integer.parseInt(number));
          }
        }
      } catch (IOException e) {
        LOG.warn("{} can't be looked through", place, e);
      }
    }
    return highest;
  }

  /// Where the session's document is.
  Path document() {
    return folder.resolve("session.json");
  }

  /// When the session was last written down, in milliseconds since 1970; 0 where it never was.
  public long lastWritten() {
    try {
      return Files.getLastModifiedTime(document()).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  /// Whether there may be a document to open, even if it can't be read now.
  public boolean holdsDocument() {
    return !Files.notExists(document());
  }

  /// Notes whether a project's file holds all that is in here: then nobody need be asked about it
  /// where the process ends unforeseen. It takes one small operation of the disk, at once, so that
  /// no change goes by unnoted.
  public void markSaved(boolean saved) {
    try {
      if (saved) {
        Files.writeString(savedMark(), "");
      } else {
        Files.deleteIfExists(savedMark());
      }
    } catch (IOException e) {
      LOG.warn("{} can't be marked", folder, e);
    }
  }

  /// Whether a project's file held all that is in here.
  public boolean isSaved() {
    return Files.exists(savedMark());
  }

  private Path savedMark() {
    return folder.resolve("saved");
  }

  /// Leaves everything as it is, for another time.
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("The lock of {} could not be let go", folder, e);
    }
  }

  /// Deletes everything in it, and the folder.
  public void discard() {
    try {
      // Last goes the lock, so that nobody takes half a session for a whole one.
      Files.deleteIfExists(document());
      Files.walkFileTree(folder, new Clearing(folder.resolve(LOCK)));
      close();
      Files.deleteIfExists(folder.resolve(LOCK));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.warn("{} could not be cleared away", folder, e);
      close();
    }
  }

  private final class Clearing extends SimpleFileVisitor<Path> {
    private final Path spared;

    Clearing(Path spared) {
      this.spared = spared;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!file.equals(spared)) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path each, @Nullable IOException problem)
        throws IOException {
      if (!each.equals(folder)) {
        Files.delete(each);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
