package studio.pastiche.ui.dialog;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.film.FilmKind;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.Newest;
import studio.pastiche.ui.text.Texts;

/// The system's file dialogs, and questions in the window's own look.
public final class FxDialogs implements DialogService {
  private static final Logger LOG = LoggerFactory.getLogger(FxDialogs.class);

  private final Stage owner;
  private final Texts texts;
  private final Background background;
  private final Consumer<String> browser;
  private final ObservableValue<Boolean> askBeforeReplacing;
  private @Nullable Path opened;
  private @Nullable Path saved;

  /// What a picture was saved as last.
  private SaveOptions options = new SaveOptions.Png(8);

  /// @param background measures how large a picture's file would be
  /// @param browser opens what an address names, in the program that the system has for it
  /// @param askBeforeReplacing whether the artist wants to be asked before a file is replaced
  public FxDialogs(
      Stage owner,
      Texts texts,
      Background background,
      Consumer<String> browser,
      ObservableValue<Boolean> askBeforeReplacing) {
    this.owner = owner;
    this.background = background;
    this.browser = browser;
    this.askBeforeReplacing = askBeforeReplacing;
    this.texts = texts;
  }

  @Override
  public List<Path> openPictures(boolean several) {
    FileChooser chooser = chooser("dialog.open", opened);
    filters(chooser, "dialog.pictures", patterns());
    List<File> files = several ? chooser.showOpenMultipleDialog(owner) : one(chooser);
    if (files == null || files.isEmpty()) {
      return List.of();
    }
    opened = files.getFirst().toPath().getParent();
    return files.stream().map(File::toPath).toList();
  }

  static List<String> patterns() {
    return patterns("jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "gif");
  }

  /// Each in small and in capital letters: some systems tell them apart.
  private static List<String> patterns(String... kinds) {
    return Stream.of(kinds)
        .flatMap(kind -> Stream.of("*." + kind, "*." + kind.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private void filters(FileChooser chooser, String key, List<String> patterns) {
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(texts.get(key), patterns),
            new ExtensionFilter(texts.get("dialog.all-files"), "*.*"));
  }

  @Override
  public List<Path> openNetworks() {
    FileChooser chooser = chooser("dialog.open-network", downloads());
    filters(chooser, "dialog.networks", patterns("safetensors", "pth", "pt", "h5", "mat"));
    List<File> files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  /// Where browsers put what they fetch.
  private static Path downloads() {
    return Path.of(System.getProperty("user.home", "")).resolve("Downloads");
  }

  @Override
  public Optional<SaveTarget> savePicture(SaveRequest request) {
    return chosen(request, "export.choose-file")
        .flatMap(
            pane -> {
              FileChooser chooser =
                  chooser("dialog.save", saved == null ? request.beside() : saved);
              String extension = pane.options().extension();
              chooser.getExtensionFilters().add(kind("dialog.pictures", "*" + extension));
              chooser.setInitialFileName(request.suggestedName() + extension);
              File file = chooser.showSaveDialog(owner);
              if (file == null) {
                return Optional.empty();
              }
              saved = file.toPath().getParent();
              return agreed(
                      file.toPath(),
                      pane.options(),
                      texts,
                      question -> !askBeforeReplacing.getValue() || confirms(question))
                  .map(t -> new SaveTarget(t.file(), t.options(), pane.withRecipe()));
            });
  }

  @Override
  public Optional<SaveTarget> savePictures(SaveRequest request) {
    return chosen(request, "export.choose-folder")
        .flatMap(
            pane -> {
              DirectoryChooser chooser = new DirectoryChooser();
              chooser.setTitle(texts.get("export.choose-folder"));
              folder(saved == null ? request.beside() : saved, home())
                  .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
              File folder = chooser.showDialog(owner);
              if (folder == null) {
                return Optional.empty();
              }
              saved = folder.toPath();
              return Optional.of(
                  new SaveTarget(folder.toPath(), pane.options(), pane.withRecipe()));
            });
  }

  /// Asks what to save as.
  private Optional<ExportPane> chosen(SaveRequest request, String nextKey) {
    ExportPane pane = new ExportPane(request.size(), new Newest(background), texts, options);
    ButtonType next = new ButtonType(texts.get(nextKey), ButtonBar.ButtonData.OK_DONE);
    ButtonType no = new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Dialog<ButtonType> dialog =
        MessageDialog.around(owner, texts.get("dialog.save"), pane.node(), next, no);
    Optional<ExportPane> chosen = dialog.showAndWait().filter(next::equals).map(_ -> pane);
    chosen.ifPresent(_ -> options = pane.options());
    return chosen;
  }

  /// The system's dialog asked about the name as it was typed; where an extension is added to it, a
  /// file that has that name is asked about here.
  static Optional<SaveTarget> agreed(
      Path file, SaveOptions wished, Texts texts, Predicate<Question> confirms) {
    SaveTarget target = target(file, wished);
    return Replacing.mayWrite(file, target.file(), texts, confirms)
        ? Optional.of(target)
        : Optional.empty();
  }

  @Override
  public Optional<Path> saveFilm(String suggestedName, FilmKind kind) {
    FileChooser chooser = chooser("film.save", saved);
    chooser.getExtensionFilters().add(new ExtensionFilter(kind.name(), "*." + kind.extension()));
    chooser.setInitialFileName(suggestedName + "." + kind.extension());
    File file = chooser.showSaveDialog(owner);
    if (file == null) {
      return Optional.empty();
    }
    saved = file.toPath().getParent();
    return agreed(
        file.toPath(),
        kind,
        texts,
        question -> !askBeforeReplacing.getValue() || confirms(question));
  }

  /// As for pictures; a name without the kind's extension gets it.
  static Optional<Path> agreed(
      Path file, FilmKind kind, Texts texts, Predicate<Question> confirms) {
    boolean named = FilmKind.of(file).filter(kind::equals).isPresent();
    Path target = named ? file : file.resolveSibling(file.getFileName() + "." + kind.extension());
    return Replacing.mayWrite(file, target, texts, confirms)
        ? Optional.of(target)
        : Optional.empty();
  }

  /// An extension that was typed decides the kind of file; the kind that was picked decides the
  /// rest.
  static SaveTarget target(Path file, SaveOptions wished) {
    try {
      SaveOptions typed = SaveOptions.forFile(file);
      return new SaveTarget(file, typed.getClass() == wished.getClass() ? wished : typed, true);
    } catch (IllegalArgumentException e) {
      return new SaveTarget(
          file.resolveSibling(file.getFileName() + wished.extension()), wished, true);
    }
  }

  @Override
  public boolean confirms(Question question) {
    ButtonType yes = new ButtonType(question.yes(), ButtonBar.ButtonData.OK_DONE);
    ButtonType no = new ButtonType(question.no(), ButtonBar.ButtonData.CANCEL_CLOSE);
    Dialog<ButtonType> dialog =
        MessageDialog.of(
            owner, texts.get("app.name"), question.title(), question.detail(), no, yes, yes, no);
    return dialog.showAndWait().filter(yes::equals).isPresent();
  }

  @Override
  public void showFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      LOG.warn("{} could not be made, to be shown", folder, e);
    }
    browser.accept(folder.toUri().toString());
  }

  /// The folder to begin in: the wished one, else the artist's pictures, else home.
  static Optional<Path> folder(@Nullable Path wished, Path home) {
    return Stream.of(
            Optional.ofNullable(wished), Optional.of(home.resolve("Pictures")), Optional.of(home))
        .flatMap(Optional::stream)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private FileChooser chooser(String titleKey, @Nullable Path wished) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(titleKey));
    folder(wished, home()).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    return chooser;
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", ""));
  }

  private @Nullable List<File> one(FileChooser chooser) {
    File file = chooser.showOpenDialog(owner);
    return file == null ? null : List.of(file);
  }

  private ExtensionFilter kind(String key, String pattern) {
    return new ExtensionFilter(texts.get(key), pattern);
  }
}
