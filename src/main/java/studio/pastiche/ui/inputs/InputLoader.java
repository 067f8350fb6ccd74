package studio.pastiche.ui.inputs;

import java.io.File;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.InputLookup;
import studio.pastiche.session.InputPicture;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.painting.StyleInput;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// Brings pictures from files, the clipboard and the samples into the wells. Reading is done in the
/// background; what can't be read is said in the window and changes nothing.
public final class InputLoader {
  private final Painting painting;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Reader reader;
  private final Recipes recipes;
  private final Map<Object, Long> newest = new IdentityHashMap<>();
  private RecipeFound recipeFound = _ -> {};
  private final Map<Picture, Path> files = Collections.synchronizedMap(new WeakHashMap<>());
  private @Nullable PhotoFile photoFile;
  private long asked;
  private long cleared;

  public InputLoader(
      Painting painting, Background background, Notices notices, Texts texts, Recipes recipes) {
    this(painting, background, notices, texts, InputPicture::read, recipes);
  }

  InputLoader(
      Painting painting,
      Background background,
      Notices notices,
      Texts texts,
      Reader reader,
      Recipes recipes) {
    this.reader = reader;
    this.recipes = recipes;
    this.painting = painting;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// Who hears of a picture that was painted by a recipe, where it came alone.
  public void onRecipe(RecipeFound listener) {
    recipeFound = listener;
  }

  /// Reads the photo from the first file and adds the others as paintings.
  public void content(List<Path> files) {
    bring(new Place.Content(), files);
  }

  /// Reads paintings and adds them to the others, in this order.
  public void addStyles(List<Path> files) {
    bring(new Place.Styles(), files);
  }

  /// Reads paintings and puts the first in another's place; the others are added.
  public void replaceStyle(StyleInput old, List<Path> files) {
    bring(new Place.Style(old), files);
  }

  /// Reads files, one after the other, so that they arrive together and in order. To the window two
  /// are photo and painting; else the first is the photo if there is none, and the rest are
  /// paintings; it is said what they became.
  public void bring(Place place, List<Path> files) {
    if (refused()) {
      return;
    }
    Intake intake = intake(place, files.size());
    load(
        () -> {
          List<Reading> readings = new ArrayList<>();
          for (Path file : files) {
            readings.add(read(file));
          }
          return readings;
        },
        readings -> arrived(place, intake, readings));
  }

  /// Where a picture goes that is still on its way, as things are now.
  public Consumer<InputPicture> awaiting(Place place) {
    long before = cleared;
    Intake intake = intake(place, 1);
    return painting.toThisDocument(picture -> inTime(before, () -> intake.first().accept(picture)));
  }

  /// The file that a picture was read from, or null where it is from no file.
  public @Nullable Path fileOf(InputPicture input) {
    return files.get(input.picture());
  }

  /// The folder of the photo's file, or null where it is from no file.
  public @Nullable Path photoFolder() {
    PhotoFile from = photoFile;
    return from != null && painting.content().get() == from.photo()
        ? from.file().toAbsolutePath().getParent()
        : null;
  }

  /// Takes the sample photo and one sample painting in place of what is there, and of what is still
  /// being read.
  public void sample(Sample painted) {
    if (refused()) {
      return;
    }
    cleared++;
    Consumer<InputPicture> photo = asContent();
    load(
        () -> List.of(Sample.LAKE.read(), painted.read()),
        both -> {
          photo.accept(both.getFirst());
          painting.styles().setAll(List.of(StyleInput.of(both.getLast())));
        });
  }

  /// Takes the pictures of a recipe in place of what is there: those that were found.
  ///
  /// @param content the photo and its file, or null to keep the one that is there
  /// @param styles the paintings; none to keep those that are there
  public void restored(InputLookup.@Nullable Found<InputPicture> content, List<StyleInput> styles) {
    cleared++;
    if (content != null) {
      painting.content().set(content.input());
      Path file = content.file();
      photoFile = file == null ? null : new PhotoFile(content.input(), file);
    }
    if (!styles.isEmpty()) {
      painting.styles().setAll(styles);
    }
  }

  /// Takes what is on the clipboard: files, or a picture. Where a photo is missing it becomes the
  /// photo, else a painting is added.
  public void paste() {
    paste(Clipboard.getSystemClipboard());
  }

  void paste(Clipboard clipboard) {
    if (clipboard.hasFiles()) {
      bring(new Place.Window(), clipboard.getFiles().stream().map(File::toPath).toList());
      return;
    }
    pixels(new Place.Window(), clipboard.getImage());
  }

  /// Takes pixels that came without a file.
  void pixels(Place place, @Nullable Image image) {
    if (image == null || image.isError() || image.getWidth() < 1) {
      notices.warn(texts.get("notice.nothing-to-paste"), texts.get("notice.nothing-to-paste.why"));
    } else if (!refused()) {
      Consumer<InputPicture> into = intake(place, 1).first();
      load(() -> pixels(image), into);
    }
  }

  private InputPicture pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(
            0, 0, width, height, PixelFormat.getIntArgbInstance(), IntBuffer.wrap(argb), width);
    return InputPicture.ofPixels("clipboard", width, height, argb);
  }

  private void add(InputPicture input) {
    painting.styles().add(StyleInput.of(input));
  }

  private void addAndSay(InputPicture input) {
    add(input);
    notices.done(texts.get("notice.as-style"), input.name());
  }

  private Consumer<InputPicture> said(Consumer<InputPicture> content) {
    return input -> {
      content.accept(input);
      if (painting.content().get() == input) {
        notices.done(texts.get("notice.as-content"), input.name());
      }
    };
  }

  private Consumer<InputPicture> asContent() {
    return newest(painting, painting.content()::set);
  }

  /// The share stays with the place, so it tells the place after another replacement, too.
  private void replace(StyleInput old, InputPicture input) {
    StyleInput there =
        painting.styles().stream().filter(s -> s.share() == old.share()).findFirst().orElse(null);
    if (there == null) {
      add(input);
    } else {
      painting.styles().set(painting.styles().indexOf(there), new StyleInput(input, old.share()));
    }
  }

  /// Only what was asked for last gets into a place, however long each took to read.
  private Consumer<InputPicture> newest(Object place, Consumer<InputPicture> into) {
    long mine = ++asked;
    newest.put(place, mine);
    return input -> {
      if (Objects.equals(newest.get(place), mine)) {
        into.accept(input);
      }
    };
  }

  /// Where pictures go that are brought to a place now.
  private Intake intake(Place place, int pictures) {
    return switch (place) {
      case Place.Content _ -> new Intake(asContent(), this::add);
      case Place.Styles _ -> new Intake(this::add, this::add);
      case Place.Style(StyleInput old) ->
          new Intake(newest(old.share(), input -> replace(old, input)), this::add);
      case Place.Window _ -> {
        boolean photo = painting.content().get() == null || pictures == 2;
        yield new Intake(photo ? said(asContent()) : this::addAndSay, this::addAndSay);
      }
    };
  }

  /// One that can't be read keeps no other away.
  private void arrived(Place place, Intake intake, List<Reading> readings) {
    if (place instanceof Place.Window
        && readings.size() == 2
        && readings.getFirst() instanceof Reading.Done photo
        && readings.getLast() instanceof Reading.Done style) {
      pair(photo, style);
      return;
    }
    if (readings.size() == 1
        && readings.getFirst() instanceof Reading.Done done
        && done.recipe().isPresent()) {
      painted(place, intake, done, done.recipe().get());
      return;
    }
    for (int i = 0; i < readings.size(); i++) {
      switch (readings.get(i)) {
        case Reading.Done done -> put(done, i == 0 ? intake.first() : intake.others());
        case Reading.Failed failed -> notRead(failed.problem());
      }
    }
  }

  private void put(Reading.Done done, Consumer<InputPicture> into) {
    into.accept(done.picture());
    if (painting.content().get() == done.picture()) {
      photoFile = new PhotoFile(done.picture(), done.file());
    }
  }

  /// Two at once take the place of what was there; which is which can be changed with a click.
  private void pair(Reading.Done photo, Reading.Done style) {
    cleared++;
    put(photo, painting.content()::set);
    painting.styles().setAll(List.of(StyleInput.of(style.picture())));
    notices.done(
        texts.get("notice.pair"),
        texts.get("notice.pair.which", photo.picture().name(), style.picture().name()),
        new Notice.Offer(
            texts.get("notice.pair.swap"),
            () -> {
              if (!refused()) {
                painting.edits().together(StepName.of("well.pictures"), () -> pair(style, photo));
              }
            }));
  }

  /// A painting that Pastiche made, brought to the window, may be meant for its recipe rather than
  /// for its pixels.
  private void painted(Place place, Intake intake, Reading.Done done, Recipe recipe) {
    boolean asked = place instanceof Place.Window;
    Runnable use =
        () -> {
          if (!refused()) {
            put(done, asContent());
          }
        };
    if (!asked) {
      put(done, intake.first());
    }
    recipeFound.found(new FoundRecipe(done.file(), recipe, asked ? use : null));
  }

  private Reading read(Path file) {
    try {
      InputPicture input = reader.read(file);
      files.put(input.picture(), file.toAbsolutePath());
      return new Reading.Done(input, file, recipes.in(file));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return new Reading.Failed(e);
    }
  }

  /// Whether pictures can't change now, which is said.
  private boolean refused() {
    boolean busy = painting.phase().get().busy();
    if (busy) {
      notices.warn(texts.get("notice.painting-now"), texts.get("notice.painting-now.why"));
    }
    return busy;
  }

  private <T> void load(Callable<T> reading, Consumer<T> done) {
    long before = cleared;
    Consumer<T> arrives = read -> inTime(before, () -> done.accept(read));
    background.run(reading, painting.toThisDocument(arrives), this::notRead);
  }

  /// What has been read when a painting has begun meanwhile comes too late.
  private void inTime(long before, Runnable arrives) {
    if (painting.phase().get().busy()) {
      notices.warn(texts.get("notice.too-late"), texts.get("notice.too-late.why"));
    } else if (before == cleared) {
      painting.edits().together(StepName.of("well.pictures"), arrives);
    }
  }

  private void notRead(Throwable problem) {
    notices.error(texts.get("notice.not-read"), texts.said(problem));
  }

  /// How a picture file is read.
  @FunctionalInterface
  interface Reader {
    InputPicture read(Path file) throws IOException;
  }

  /// How a recipe inside a picture file is found.
  @FunctionalInterface
  public interface Recipes {
    Optional<Recipe> in(Path file);
  }

  /// Hears of a picture that was painted by a recipe.
  @FunctionalInterface
  public interface RecipeFound {
    void found(FoundRecipe found);
  }

  /// A picture that was painted by a recipe.
  ///
  /// @param file the picture
  /// @param recipe inside it
  /// @param useAsPhoto takes it as the photo all the same, or null where it has been taken
  public record FoundRecipe(Path file, Recipe recipe, @Nullable Runnable useAsPhoto) {}

  /// Where the first picture goes, and where the others do.
  private record Intake(Consumer<InputPicture> first, Consumer<InputPicture> others) {}

  private record PhotoFile(InputPicture photo, Path file) {}

  private sealed interface Reading {
    record Done(InputPicture picture, Path file, Optional<Recipe> recipe) implements Reading {}

    record Failed(Throwable problem) implements Reading {}
  }
}
