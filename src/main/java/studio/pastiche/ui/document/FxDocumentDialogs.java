package studio.pastiche.ui.document;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.ProjectFile;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.dialog.MessageDialog;
import studio.pastiche.ui.dialog.Replacing;
import studio.pastiche.ui.text.Texts;

/// The system's file dialogs for projects, and the question about unsaved work.
public final class FxDocumentDialogs implements DocumentDialogs {
  private final Stage owner;
  private final DialogService questions;
  private final Texts texts;
  private @Nullable Path last;

  /// @param questions asks whether a file may be replaced
  public FxDocumentDialogs(Stage owner, DialogService questions, Texts texts) {
    this.owner = owner;
    this.questions = questions;
    this.texts = texts;
  }

  @Override
  public Optional<Path> openProject() {
    File file = chooser("project.open", last).showOpenDialog(owner);
    return remembered(file);
  }

  @Override
  public Optional<Path> saveProject(String suggestedName, @Nullable Path beside) {
    FileChooser chooser = chooser("project.save", last == null ? beside : last);
    chooser.setInitialFileName(suggestedName + ProjectFile.EXTENSION);
    return remembered(chooser.showSaveDialog(owner)).flatMap(this::agreed);
  }

  private Optional<Path> remembered(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    last = file.toPath().toAbsolutePath().getParent();
    return Optional.of(file.toPath());
  }

  private Optional<Path> agreed(Path typed) {
    Path file = withExtension(typed);
    return Replacing.mayWrite(typed, file, texts, questions::confirms)
        ? Optional.of(file)
        : Optional.empty();
  }

  static Path withExtension(Path typed) {
    String name = String.valueOf(typed.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(ProjectFile.EXTENSION)
        ? typed
        : typed.resolveSibling(name + ProjectFile.EXTENSION);
  }

  private FileChooser chooser(String titleKey, @Nullable Path folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(titleKey));
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(texts.get("project.files"), "*" + ProjectFile.EXTENSION));
    Path home = Path.of(System.getProperty("user.home", ""));
    Path begin = folder != null && Files.isDirectory(folder) ? folder : home;
    if (Files.isDirectory(begin)) {
      chooser.setInitialDirectory(begin.toFile());
    }
    return chooser;
  }

  @Override
  public Answer unsaved(String name, String losses) {
    ButtonType save = new ButtonType(texts.get("unsaved.save"), ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType(texts.get("unsaved.discard"), ButtonBar.ButtonData.NO);
    ButtonType cancel =
        new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Dialog<ButtonType> dialog =
        MessageDialog.of(
            owner,
            texts.get("app.name"),
            texts.get("unsaved.title", name),
            losses,
            save,
            discard,
            save,
            discard,
            cancel);
    ButtonType answer = dialog.showAndWait().orElse(cancel);
    if (answer == save) {
      return Answer.SAVE;
    }
    return answer == discard ? Answer.DISCARD : Answer.CANCEL;
  }
}
