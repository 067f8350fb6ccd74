package studio.pastiche.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The folder where a run keeps what its memory is too small for. Its files go with it.
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final List<ScratchFile> files = new ArrayList<>();

  Scratch(Path folder) {
    this.folder = folder;
  }

  /// A new, empty file.
  ///
  /// @throws ScratchException where none can be made
  ScratchFile file() {
    try {
      Files.createDirectories(folder);
      Path path = Files.createTempFile(folder, "picture", ".tmp");
      ScratchFile file =
          new ScratchFile(
              path,
              FileChannel.open(
                  path,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
      files.add(file);
      return file;
    } catch (IOException e) {
      throw new ScratchException(folder, "can't be written", e);
    }
  }

  /// Throws ScratchException where the disk has no room for so many bytes.
  void requireRoom(long bytes) {
    try {
      Files.createDirectories(folder);
      long room = Files.getFileStore(folder).getUsableSpace();
      if (room < bytes) {
        throw new ScratchException(folder, bytes, room);
      }
    } catch (IOException e) {
      throw new ScratchException(folder, "can't be written", e);
    }
  }

  @Override
  public void close() {
    files.forEach(ScratchFile::close);
  }
}
