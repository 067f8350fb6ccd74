package studio.pastiche.picture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import studio.pastiche.file.FileNames;

/// The content of a file, or in words why there is none.
public final class FileBytes {
  /// No array holds more.
  private static final long MOST = Integer.MAX_VALUE - 16L;

  private FileBytes() {}

  /// All of the file.
  ///
  /// @throws PictureException if the file cannot be read
  public static byte[] of(Path file) throws PictureException {
    String name = file.toString();
    try {
      if (Files.isDirectory(file)) {
        throw new PictureException(name, "this is a folder; choose a picture in it");
      }
      if (Files.size(file) > MOST) {
        throw new PictureException(
            name, "the file is larger than 2 GB; export it smaller, or as JPEG");
      }
      return Files.readAllBytes(file);
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw explained(file, e);
    } catch (OutOfMemoryError e) {
      throw SizeLimits.outOfMemory(name, e);
    }
  }

  /// What went wrong with reading `file`, in words.
  static PictureException explained(Path file, IOException e) {
    String name = file.toString();
    if (e instanceof NoSuchFileException) {
      return new PictureException(
          name,
          "there is no such file; check the name and the folder " + FileNames.folderOf(file),
          e);
    }
    if (e instanceof AccessDeniedException) {
      return new PictureException(
          name, "you may not read this file; change its permissions, or copy it", e);
    }
    return new PictureException(
        name, "the file cannot be read (" + e.getMessage() + "); check the disk or network", e);
  }
}
