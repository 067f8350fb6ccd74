package studio.pastiche.ui.film;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.pastiche.film.FilmKind;
import studio.pastiche.film.FilmOptions;
import studio.pastiche.film.Pace;
import studio.pastiche.ui.text.Options;
import studio.pastiche.ui.text.Texts;

/// What the artist chooses of a film.
final class FilmForm {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<Integer> SIZES = List.of(320, 480, 640, 800, 1024, 1440, 1920, 2560);

  /// How long the photo stands, where the film begins with it.
  private static final double PHOTO_SECONDS = 1;

  /// Which snapshots the film shows.
  enum Scope {
    /// The way to the snapshot that is shown, from the first run it goes on from.
    WAY("film.way"),
    ALL("film.all");

    private final String key;

    Scope(String key) {
      this.key = key;
    }
  }

  /// What the number beside it means.
  enum Speed {
    FRAMES("film.frames", 10),
    SECONDS("film.seconds", 10);

    private final String key;
    private final double first;

    Speed(String key, double first) {
      this.key = key;
      this.first = first;
    }
  }

  private final Texts texts;
  private final ComboBox<FilmKind> kind = new ComboBox<>();
  private final ComboBox<Scope> scope = new ComboBox<>();
  private final ComboBox<Speed> speed = new ComboBox<>();
  private final TextField pace = new TextField();
  private final ComboBox<Integer> size = new ComboBox<>();
  private final TextField hold = new TextField("2");
  private final CheckBox photo = new CheckBox();
  private final GridPane node = new GridPane(12, 10);
  private int rows;

  /// @param changed is told of every change
  FilmForm(Texts texts, Runnable changed) {
    this.texts = texts;
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    node.getColumnConstraints().setAll(words, fields);
    kind.getItems().setAll(FilmKind.MP4, FilmKind.GIF);
    kind.setValue(FilmKind.MP4);
    choices(scope, List.of(Scope.values()), one -> one.key);
    choices(speed, List.of(Speed.values()), one -> one.key);
    pace.setText(number(speed.getValue().first));
    row("film.kind", kind);
    row("film.scope", scope);
    row("film.speed", speed);
    row("film.pace", pace);
    row("film.size", size);
    row("film.hold", hold);
    texts.label(photo, "film.photo");
    photo.setId("film-photo");
    photo.setSelected(true);
    node.add(photo, 1, rows);
    speed.valueProperty().addListener((_, _, one) -> pace.setText(number(one.first)));
    List<Observable> all =
        List.of(
            kind.valueProperty(),
            scope.valueProperty(),
            pace.textProperty(),
            size.valueProperty(),
            hold.textProperty(),
            photo.selectedProperty());
    all.forEach(each -> each.addListener((InvalidationListener) _ -> changed.run()));
  }

  Node node() {
    return node;
  }

  void disable(boolean now) {
    node.setDisable(now);
  }

  FilmKind kind() {
    return kind.getValue();
  }

  Scope scope() {
    return scope.getValue();
  }

  boolean withPhoto() {
    return photo.isSelected();
  }

  /// Offers the sizes up to that of the pictures.
  void offerSizes(int longSide) {
    int most = Math.min(longSide, kind().largest());
    List<Integer> fitting =
        Stream.concat(SIZES.stream().filter(s -> s < most), Stream.of(most)).toList();
    if (!size.getItems().equals(fitting)) {
      Integer before = size.getValue();
      int usual = kind() == FilmKind.GIF ? Math.min(480, most) : most;
      size.getItems().setAll(fitting);
      size.setValue(before != null && fitting.contains(before) ? before : usual);
    }
  }

  /// The options, or none where a number is not one; its field is marked then.
  Optional<FilmOptions> options() {
    Double fast = positive(pace, 1e-3, 1e4);
    Double still = positive(hold, 0, 60);
    Integer side = size.getValue();
    if (fast == null || still == null || side == null) {
      return Optional.empty();
    }
    Pace chosen =
        switch (speed.getValue()) {
          case FRAMES -> new Pace.FramesPerSecond(fast);
          case SECONDS -> new Pace.TotalSeconds(fast);
        };
    return Optional.of(
        new FilmOptions(
            chosen, Math.max(FilmOptions.SMALLEST, side), withPhoto() ? PHOTO_SECONDS : 0, still));
  }

  private static @Nullable Double positive(TextField field, double least, double most) {
    try {
      double number = Double.parseDouble(field.getText().trim().replace(',', '.'));
      boolean right = number >= least && number <= most;
      field.pseudoClassStateChanged(WRONG, !right);
      return right ? number : null;
    } catch (NumberFormatException e) {
      field.pseudoClassStateChanged(WRONG, true);
      return null;
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private void row(String key, Control field) {
    Label label = texts.label(new Label(), key);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setId(key.replace('.', '-'));
    field.setMaxWidth(Double.MAX_VALUE);
    field.accessibleTextProperty().bind(texts.bound(key));
    texts.tip(field, key + ".tip");
    node.addRow(rows++, label, field);
  }

  private <T> void choices(ComboBox<T> box, List<T> all, Function<T, String> key) {
    box.getItems().setAll(all);
    box.setValue(all.getFirst());
    Options.name(box, one -> texts.bound(key.apply(one)));
  }
}
