package studio.pastiche.ui.inputs;

import java.io.File;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.InputPicture;
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
  private final Map<Object, Long> newest = new IdentityHashMap<>();
  private @Nullable PhotoFile photoFile;
  private long asked;
  private long cleared;

  public InputLoader(Painting painting, Background background, Notices notices, Texts texts) {
    this(painting, background, notices, texts, InputPicture::read);
  }

  InputLoader(
      Painting painting, Background background, Notices notices, Texts texts, Reader reader) {
    this.reader = reader;
    this.painting = painting;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// Reads the photo from the first file and adds the others as paintings.
  public void content(List<Path> files) {
    take(files, this::asContent, this::add);
  }

  /// Reads paintings and adds them to the others, in this order.
  public void addStyles(List<Path> files) {
    take(files, () -> this::add, this::add);
  }

  /// Reads paintings and puts the first in another's place; the others are added.
  public void replaceStyle(StyleInput old, List<Path> files) {
    take(files, () -> newest(old.share(), input -> replace(old, input)), this::add);
  }

  /// Puts files that were dropped beside the wells, or pasted, where they are missing: the first as
  /// the photo if there is none, the rest as paintings; says what they became.
  public void sortIn(List<Path> files) {
    boolean photo = painting.content().get() == null;
    take(files, () -> photo ? said(asContent()) : this::addAndSay, this::addAndSay);
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

  /// Takes what is on the clipboard: files, or a picture. Where a photo is missing it becomes the
  /// photo, else a painting is added.
  public void paste() {
    paste(Clipboard.getSystemClipboard());
  }

  void paste(Clipboard clipboard) {
    boolean photo = painting.content().get() == null;
    if (clipboard.hasFiles()) {
      sortIn(clipboard.getFiles().stream().map(File::toPath).toList());
      return;
    }
    Image image = clipboard.getImage();
    if (image == null || image.isError() || image.getWidth() < 1) {
      notices.warn(texts.get("notice.nothing-to-paste"), texts.get("notice.nothing-to-paste.why"));
      return;
    }
    if (!refused()) {
      load(() -> pixels(image), photo ? said(asContent()) : this::addAndSay);
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

  /// Reads files one after the other, so that they arrive together and in order. The first goes its
  /// own way, the rest become paintings; one that can't be read keeps no other away.
  private void take(
      List<Path> files, Supplier<Consumer<InputPicture>> first, Consumer<InputPicture> others) {
    if (refused()) {
      return;
    }
    Consumer<InputPicture> leading = first.get();
    load(
        () -> {
          List<Reading> readings = new ArrayList<>();
          for (Path file : files) {
            readings.add(read(file));
          }
          return readings;
        },
        readings -> {
          for (int i = 0; i < readings.size(); i++) {
            Consumer<InputPicture> into = i == 0 ? leading : others;
            switch (readings.get(i)) {
              case Reading.Done done -> {
                into.accept(done.picture());
                if (painting.content().get() == done.picture()) {
                  photoFile = new PhotoFile(done.picture(), files.get(i));
                }
              }
              case Reading.Failed failed -> notRead(failed.problem());
            }
          }
        });
  }

  private Reading read(Path file) {
    try {
      return new Reading.Done(reader.read(file));
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

  /// What has been read when a painting has begun meanwhile comes too late.
  private <T> void load(Callable<T> reading, Consumer<T> done) {
    long before = cleared;
    background.run(
        reading,
        read -> {
          if (painting.phase().get().busy()) {
            notices.warn(texts.get("notice.too-late"), texts.get("notice.too-late.why"));
          } else if (before == cleared) {
            painting.edits().together(StepName.of("well.pictures"), () -> done.accept(read));
          }
        },
        this::notRead);
  }

  private void notRead(Throwable problem) {
    notices.error(texts.get("notice.not-read"), texts.said(problem));
  }

  /// How a picture file is read.
  @FunctionalInterface
  interface Reader {
    InputPicture read(Path file) throws IOException;
  }

  private record PhotoFile(InputPicture photo, Path file) {}

  private sealed interface Reading {
    record Done(InputPicture picture) implements Reading {}

    record Failed(Throwable problem) implements Reading {}
  }
}
