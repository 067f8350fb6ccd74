package studio.pastiche.ui.document;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.ProjectFile;
import studio.pastiche.ui.dialog.DialogService;
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

  /// The system's dialog asked about the name as it was typed; where the extension is added to it,
  /// a file that has that name is asked about here.
  private Optional<Path> agreed(Path typed) {
    Path file = withExtension(typed);
    if (file.equals(typed) || Files.notExists(file)) {
      return Optional.of(file);
    }
    return questions.confirms(
            new DialogService.Question(
                texts.get("dialog.replace", String.valueOf(file.getFileName())),
                texts.get("dialog.replace.detail"),
                texts.get("dialog.replace.yes"),
                texts.get("dialog.replace.no")))
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
        new ButtonType(texts.get("unsaved.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Label title = new Label(texts.get("unsaved.title", name));
    title.getStyleClass().add("title-4");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label detail = new Label(losses);
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = new VBox(8, title, detail);
    words.setPrefWidth(460);
    words.setPadding(new Insets(16));
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("app.name"));
    dialog.getDialogPane().setContent(words);
    dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    dialog.getDialogPane().getButtonTypes().addAll(save, discard, cancel);
    dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    Button first = (Button) dialog.getDialogPane().lookupButton(save);
    first.setDefaultButton(true);
    dialog.getDialogPane().lookupButton(discard).getStyleClass().add("danger");
    ButtonType answer = dialog.showAndWait().orElse(cancel);
    if (answer == save) {
      return Answer.SAVE;
    }
    return answer == discard ? Answer.DISCARD : Answer.CANCEL;
  }
}
