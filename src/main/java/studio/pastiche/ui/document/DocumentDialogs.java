package studio.pastiche.ui.document;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions about projects that have to be answered before work can go on. Called on the JavaFX
/// thread.
public interface DocumentDialogs {
  /// The project that the artist picks, if any.
  Optional<Path> openProject();

  /// Where to save a project, with its extension, or nothing where it was called off. A file that
  /// is there was agreed to be replaced.
  ///
  /// @param suggestedName without an extension
  /// @param beside the folder to begin in, or null for that of the artist's own files
  Optional<Path> saveProject(String suggestedName, @Nullable Path beside);

  /// What to do with work that is not saved.
  ///
  /// @param name of the project
  /// @param losses what would be lost, one a line
  Answer unsaved(String name, String losses);

  /// What the artist says.
  enum Answer {
    SAVE,
    DISCARD,
    CANCEL
  }
}
