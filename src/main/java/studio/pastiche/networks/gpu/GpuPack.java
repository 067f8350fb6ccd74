package studio.pastiche.networks.gpu;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import studio.pastiche.file.UserFolders;

/// The folder with PyTorch's libraries for NVIDIA's GPUs, and how far it is. Programs go by the two
/// notes in it: all files are here; a program has computed with them.
///
/// @param folder of this version, in the user's data folder
public record GpuPack(Path folder) {
  /// The system property that tells the engine of the folder.
  public static final String PROPERTY = "pastiche.gpu";

  /// Of PyTorch and CUDA: what DJL's own library in the jar was built for.
  static final String VERSION = "2.7.1";

  static final String FLAVOR = "cu128";

  private static final String COMPLETE = "complete.txt";
  private static final String WORKS = "works.txt";

  /// How far it is.
  public enum State {
    ABSENT,
    /// Something of it has come.
    BEGUN,
    /// All of it is here, but it has not computed yet, or could not.
    UNTRIED,
    /// It has computed on this machine.
    WORKS
  }

  public static GpuPack ofThisUser() {
    return in(UserFolders.ofThisUser());
  }

  public static GpuPack in(UserFolders folders) {
    return new GpuPack(folders.data().resolve("gpu").resolve(VERSION + "-" + FLAVOR));
  }

  public State state() {
    if (!Files.isDirectory(folder)) {
      return State.ABSENT;
    }
    if (!Files.exists(folder.resolve(COMPLETE))) {
      return State.BEGUN;
    }
    return Files.exists(folder.resolve(WORKS)) ? State.WORKS : State.UNTRIED;
  }

  /// Whether the engine should load it: it has worked, and the driver is still there.
  public boolean usable() {
    return state() == State.WORKS && NvidiaDriver.ofThisMachine().isPresent();
  }

  /// What it takes on the disk, in bytes.
  public long bytes() throws IOException {
    long sum = 0;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path each : all) {
          sum += Files.size(each);
        }
      }
    }
    return sum;
  }

  /// Throws it away, all or what there is of it.
  public void remove() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    // first what others go by
    Files.deleteIfExists(folder.resolve(WORKS));
    Files.deleteIfExists(folder.resolve(COMPLETE));
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  /// Notes what a trial came to.
  public void tried(boolean works) throws IOException {
    if (works) {
      Files.writeString(folder.resolve(WORKS), "It has computed on this machine.\n");
    } else {
      Files.deleteIfExists(folder.resolve(WORKS));
    }
  }

  void complete() throws IOException {
    Files.writeString(folder.resolve(COMPLETE), "All files are here.\n");
  }
}
