package studio.pastiche.ui.inputs;

import java.io.File;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import studio.pastiche.session.InputPicture;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
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

  public InputLoader(Painting painting, Background background, Notices notices, Texts texts) {
    this.painting = painting;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// Reads the photo.
  public void content(Path file) {
    load(() -> InputPicture.read(file), painting.content()::set);
  }

  /// Reads a painting and adds it to the others.
  public void addStyle(Path file) {
    load(() -> InputPicture.read(file), this::add);
  }

  /// Reads a painting and puts it in another's place.
  public void replaceStyle(StyleInput old, Path file) {
    load(() -> InputPicture.read(file), input -> replace(old, input));
  }

  /// Puts files that were dropped beside the wells where they are missing: the first as the photo
  /// if there is none, the rest as paintings; a single one replaces the photo when nothing is
  /// missing.
  public void sortIn(List<Path> files) {
    boolean photoMissing = painting.content().get() == null;
    boolean photoFirst = photoMissing || files.size() > 1 || !painting.styles().isEmpty();
    if (photoFirst) {
      content(files.getFirst());
    }
    files.stream().skip(photoFirst ? 1 : 0).forEach(this::addStyle);
  }

  /// Takes the sample photo and one sample painting in place of what is there.
  public void sample(Sample painted) {
    load(
        () -> List.of(Sample.LAKE.read(), painted.read()),
        both -> {
          painting.content().set(both.getFirst());
          painting.styles().setAll(List.of(StyleInput.of(both.getLast())));
        });
  }

  /// Takes what is on the clipboard: files, or a picture. Where a photo is missing it becomes the
  /// photo, else a painting is added.
  public void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      sortIn(clipboard.getFiles().stream().map(File::toPath).toList());
      return;
    }
    Image image = clipboard.getImage();
    if (image == null || image.isError() || image.getWidth() < 1) {
      notices.warn(texts.get("notice.nothing-to-paste"), texts.get("notice.nothing-to-paste.why"));
      return;
    }
    boolean photo = painting.content().get() == null;
    load(() -> pixels(image), photo ? painting.content()::set : this::add);
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

  private void replace(StyleInput old, InputPicture input) {
    int at = painting.styles().indexOf(old);
    if (at < 0) {
      add(input);
    } else {
      painting.styles().set(at, new StyleInput(input, old.share()));
    }
  }

  private <T> void load(Callable<T> reading, Consumer<T> done) {
    if (painting.phase().get().busy()) {
      notices.warn(texts.get("notice.painting-now"), texts.get("notice.painting-now.why"));
      return;
    }
    background.run(
        reading,
        done,
        problem ->
            notices.error(
                texts.get("notice.not-read"),
                problem instanceof OutOfMemoryError
                    ? texts.get("notice.out-of-memory")
                    : String.valueOf(problem.getMessage())));
  }
}
