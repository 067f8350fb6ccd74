package studio.pastiche.networks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sees to it that only one process, and one thread of it, makes a network of a name. The file
/// stays: whoever removed it could remove another's lock.
final class NameLock implements AutoCloseable {
  private final String name;
  private final Set<String> taken;
  private final FileChannel channel;

  private NameLock(String name, Set<String> taken, FileChannel channel) {
    this.name = name;
    this.taken = taken;
    this.channel = channel;
  }

  /// Takes the lock.
  ///
  /// @param folder one that is there
  /// @param taken the names that this process works at: on most systems a process that so much as
  ///   closes a file that it has locked gives the lock away
  /// @throws NetworkException where another has it
  static NameLock take(String name, Path folder, Set<String> taken) throws IOException {
    if (!taken.add(name)) {
      throw busy(name);
    }
    @Nullable FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        throw busy(name);
      }
      return new NameLock(name, taken, channel);
    } catch (IOException e) {
      if (channel != null) {
        channel.close();
      }
      taken.remove(name);
      throw e;
    }
  }

  private static NetworkException busy(String name) {
    return new NetworkException(
        name, "it is being fetched or imported already; wait for that to end, or stop it");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /// Gives the lock back.
  @Override
  public void close() throws IOException {
    channel.close();
    taken.remove(name);
  }
}
