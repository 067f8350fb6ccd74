package studio.pastiche.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A file of numbers that is gone with its closing, or with the program.
final class ScratchFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  ScratchFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Fills `into` with what lies at `position` in bytes.
  ///
  /// @throws ScratchException where the disk fails
  void read(ByteBuffer into, long position) {
    try {
      long at = position;
      while (into.hasRemaining()) {
        int count = channel.read(into, at);
        if (count < 0) {
          throw new IOException("ended before " + (at + into.remaining()));
        }
        at += count;
      }
    } catch (IOException e) {
      throw new ScratchException(path, "can't be read", e);
    }
  }

  /// Writes all of `from` at `position` in bytes.
  ///
  /// @throws ScratchException where the disk is full or fails
  void write(ByteBuffer from, long position) {
    try {
      long at = position;
      while (from.hasRemaining()) {
        at += channel.write(from, at);
      }
    } catch (IOException e) {
      throw new ScratchException(path, "can't be written", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new ScratchException(path, "can't be closed", e);
    }
  }
}
