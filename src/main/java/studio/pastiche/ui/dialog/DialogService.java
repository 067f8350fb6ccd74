package studio.pastiche.ui.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.film.FilmKind;
import studio.pastiche.picture.SaveOptions;

/// Questions that have to be answered before work can go on. Called on the JavaFX thread.
public interface DialogService {
  /// The picture files the artist picks, in their order; none where it was called off.
  ///
  /// @param several whether more than one may be picked
  List<Path> openPictures(boolean several);

  /// The weight files the artist picks; none where it was called off.
  List<Path> openNetworks();

  /// Where and how to save a picture, or nothing where it was called off. A file that is there was
  /// agreed to be replaced.
  Optional<SaveTarget> savePicture(SaveRequest request);

  /// How to save several pictures, and into which folder; nothing where it was called off.
  Optional<SaveTarget> savePictures(SaveRequest request);

  /// Where to save a film, or nothing where it was called off.
  ///
  /// @param suggestedName without an extension
  /// @param kind decides the extension
  Optional<Path> saveFilm(String suggestedName, FilmKind kind);

  /// Whether the artist says yes to a question.
  boolean confirms(Question question);

  /// Shows a folder in the system's file manager. One that is not there yet is made first.
  void showFolder(Path folder);

  /// A picture to be saved.
  ///
  /// @param suggestedName without an extension, so that the kind that is picked decides
  /// @param beside the folder to begin in unless a picture was saved before; null for that of the
  ///   artist's pictures
  /// @param size tells how large the file would be
  record SaveRequest(String suggestedName, @Nullable Path beside, FileSize size) {}

  /// Encodes a picture to tell its size; not on the JavaFX thread.
  @FunctionalInterface
  interface FileSize {
    /// In bytes.
    long of(SaveOptions options, boolean recipe) throws IOException;
  }

  /// A place for a picture.
  ///
  /// @param recipe whether its recipe goes into it
  record SaveTarget(Path file, SaveOptions options, boolean recipe) {}

  /// A question with two answers, both verbs.
  ///
  /// @param title the question
  /// @param detail what a yes would mean
  /// @param yes the button that does it
  /// @param no the button that leaves everything as it is
  record Question(String title, String detail, String yes, String no) {}
}
