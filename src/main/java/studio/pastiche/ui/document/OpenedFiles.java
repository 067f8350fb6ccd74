package studio.pastiche.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.pastiche.session.ProjectFile;

/// Files that come from outside: by the command line, a double click, or another start.
public final class OpenedFiles {
  private final Documents documents;
  private final Consumer<List<Path>> pictures;

  /// @param pictures takes what is no project
  public OpenedFiles(Documents documents, Consumer<List<Path>> pictures) {
    this.documents = documents;
    this.pictures = pictures;
  }

  /// The first project is opened, whatever comes with it: a window has one. Without one, all are
  /// taken as pictures.
  public void open(List<Path> files) {
    files.stream()
        .filter(ProjectFile::isNamedSo)
        .findFirst()
        .ifPresentOrElse(
            documents::open,
            () -> {
              if (!files.isEmpty()) {
                pictures.accept(files);
              }
            });
  }
}
