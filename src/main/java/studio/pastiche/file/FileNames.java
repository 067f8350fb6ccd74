package studio.pastiche.file;

import java.nio.file.Path;

/// Names of files, taken apart.
public final class FileNames {
  private FileNames() {}

  /// A file's name without its extension; `.hidden` has none.
  public static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// The folder that a file is in; a root is in itself.
  public static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
