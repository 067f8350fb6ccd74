package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.film.FilmKind;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.ui.dialog.DialogService;

/// Answers what the window asks, as a test has told it, and remembers the questions.
final class FakeDialogs implements DialogService {
  final List<Question> asked = new ArrayList<>();
  final List<Path> folders = new ArrayList<>();
  List<Path> open = List.of();
  List<Path> networks = List.of();
  @Nullable Path saveTo;
  @Nullable Path beside;
  String suggested = "";
  int bits = 8;
  boolean yes;
  boolean recipe = true;

  @Override
  public List<Path> openPictures(boolean several) {
    return open;
  }

  @Override
  public List<Path> openNetworks() {
    return networks;
  }

  @Override
  public Optional<SaveTarget> savePicture(SaveRequest request) {
    beside = request.beside();
    suggested = request.suggestedName();
    return Optional.ofNullable(saveTo)
        .map(file -> new SaveTarget(file, SaveOptions.forFile(file).withBits(bits), recipe));
  }

  @Override
  public Optional<SaveTarget> savePictures(SaveRequest request) {
    return Optional.ofNullable(saveTo)
        .map(folder -> new SaveTarget(folder, new SaveOptions.Png(bits), recipe));
  }

  @Override
  public Optional<Path> saveFilm(String suggestedName, FilmKind kind) {
    suggested = suggestedName;
    return Optional.ofNullable(saveTo);
  }

  @Override
  public void showFolder(Path folder) {
    folders.add(folder);
  }

  @Override
  public boolean confirms(Question question) {
    asked.add(question);
    return yes;
  }
}
