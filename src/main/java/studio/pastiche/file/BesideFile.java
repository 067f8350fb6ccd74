package studio.pastiche.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Replaces a file whole or not at all: written beside, flushed, then moved into place.
public final class BesideFile {
  /// What files are called, as a folder is searched, while they are written beside.
  public static final String PATTERN = ".pastiche-*.part";

  private BesideFile() {}

  /// Writes what goes into a file.
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /// Makes a file that is not there yet.
  @FunctionalInterface
  public interface Filler {
    void fill(Path file) throws IOException;
  }

  /// Writes `content` to `file`, replacing what is there.
  ///
  /// @throws FileException if it cannot be written; what was there is untouched then
  public static void write(Path file, byte[] content) throws FileException {
    write(
        file,
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(content);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        });
  }

  /// Writes `content` to `file`, replacing what is there. A FileException that the content throws
  /// comes out as it is.
  ///
  /// @throws FileException if it cannot be written; what was there is untouched then
  public static void write(Path file, Content content) throws FileException {
    writeWith(file, beside -> fill(beside, content));
  }

  /// As [#write(Path, Content)], for those that can only write a file by its name: `filler` makes
  /// the file it is given. A CancellationException of its comes out as it is, too.
  ///
  /// @throws FileException if it cannot be written; what was there is untouched then
  public static void writeWith(Path file, Filler filler) throws FileException {
    if (Files.isDirectory(file)) {
      throw new FileException(file.toString(), "this is a folder; give a file name in it", null);
    }
    Path beside = null;
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      beside = target.resolveSibling(PATTERN.replace("*", UUID.randomUUID().toString()));
      filler.fill(beside);
      flush(beside);
      move(beside, target);
    } catch (CancellationException e) {
      deleteQuietly(beside, e);
      throw e;
    } catch (IOException | RuntimeException e) {
      FileException failure = e instanceof FileException own ? own : explained(file, e);
      deleteQuietly(beside, failure);
      throw failure;
    }
  }

  private static void fill(Path beside, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.writeTo(channel);
    }
  }

  private static void flush(Path beside) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path beside, Path target) throws IOException {
    try {
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(@Nullable Path beside, Exception failure) {
    try {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /// What went wrong with writing `file`, in words.
  public static FileException explained(Path file, Exception e) {
    Path folder = FileNames.folderOf(file);
    String name = file.toString();
    if (e instanceof AccessDeniedException) {
      return new FileException(
          name, "you may not write in " + folder + "; save in another folder", e);
    } else if (!Files.isDirectory(folder)) {
      return new FileException(
          name, "there is no folder " + folder + "; make it, or save in another one", e);
    } else if (e instanceof NoSuchFileException) {
      return new FileException(
          name, "nothing can be written in " + folder + "; save in another folder", e);
    }
    return new FileException(
        name,
        "it could not be written in "
            + folder
            + " ("
            + reason(e)
            + "); free space or save elsewhere",
        e);
  }

  /// Why something could not be written, in the system's own words, without the name of the file
  /// that was written beside.
  public static String reason(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
