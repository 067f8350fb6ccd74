package studio.pastiche.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

class TimeLapseTest {
  private static final FilmOptions TEN_A_SECOND =
      new FilmOptions(new Pace.FramesPerSecond(10), 640, 0, 1);

  @TempDir Path folder;

  @Test
  void anMp4ShowsEveryPictureAndHoldsTheLast() throws IOException {
    Path file = folder.resolve("film.mp4");
    TimeLapse.write(file, stages(6), TEN_A_SECOND, new Eye());
    Mp4Reader film = Mp4Reader.read(file);
    assertEquals("h264", film.codec());
    assertEquals(avutil.AVCOL_SPC_BT709, film.colourSpace());
    assertEquals(15, film.frames().size());
    assertEquals(1.5, film.seconds(), 0.01);
    for (int i = 0; i < 15; i++) {
      Picture source = picture(Math.min(i, 5), 160, 120);
      assertTrue(psnr(source, film.frames().get(i)) > 32, "frame " + i);
    }
  }

  @Test
  void aGifShowsEveryPictureRepeatsAndHoldsTheLast() throws IOException {
    Path file = folder.resolve("film.gif");
    TimeLapse.write(file, stages(6), TEN_A_SECOND, new Eye());
    GifReader film = GifReader.read(file);
    assertEquals(List.of(10, 10, 10, 10, 10, 100), film.delays());
    assertEquals(0, film.loops());
    for (int i = 0; i < 6; i++) {
      assertTrue(psnr(picture(i, 160, 120), film.frames().get(i)) > 30, "picture " + i);
    }
  }

  @Test
  void theGifsDelaysAddUpToThePace() throws IOException {
    Path file = folder.resolve("film.gif");
    TimeLapse.write(
        file, stages(7), new FilmOptions(new Pace.FramesPerSecond(30), 64, 0, 0), new Eye());
    List<Integer> delays = GifReader.read(file).delays();
    assertEquals(Math.round(700 / 30.0), delays.stream().mapToInt(d -> d).sum());
    assertTrue(delays.stream().allMatch(d -> d == 3 || d == 4), delays::toString);
  }

  @Test
  void anMp4OfASlowPaceLastsAsLong() throws IOException {
    Path file = folder.resolve("film.mp4");
    TimeLapse.write(
        file, stages(3), new FilmOptions(new Pace.FramesPerSecond(0.5), 64, 0, 0), new Eye());
    assertEquals(6, Mp4Reader.read(file).seconds(), 0.05);
  }

  @Test
  void anMp4sSidesAreEvenAndNeverLargerThanThePictures() throws IOException {
    Path file = folder.resolve("film.mp4");
    FilmPictures odd = pictures(new Size(101, 67), List.of(picture(0, 101, 67)));
    TimeLapse.write(file, odd, TEN_A_SECOND, new Eye());
    assertEquals(new Size(100, 66), Mp4Reader.read(file).frames().getFirst().size());
  }

  @Test
  void aPictureOfAnotherShapeIsShownWhole() throws IOException {
    Path file = folder.resolve("film.gif");
    Picture tall = Picture.fromArgb(40, 80, filled(40 * 80, 0xffff0000));
    TimeLapse.write(
        file,
        pictures(new Size(80, 80), List.of(tall, tall.resizedTo(80, 80))),
        TEN_A_SECOND,
        new Eye());
    int[] first = GifReader.read(file).frames().getFirst().toArgb();
    assertEquals(0xff6e6e6e, first[40 * 80], "the canvas' grey beside it");
    assertEquals(0xffff0000, first[40 * 80 + 40]);
  }

  @Test
  void aPaceThatNoPlayerKeepsLeavesPicturesOutButNeverTheLast() {
    FilmOptions options = new FilmOptions(new Pace.TotalSeconds(1), 64, 0, 0);
    Schedule schedule = Schedule.of(200, options, 50);
    List<Integer> shown = schedule.shots().stream().map(Schedule.Shot::picture).toList();
    assertEquals(50, shown.size());
    assertEquals(0, shown.getFirst());
    assertEquals(199, shown.getLast());
    assertEquals(1, schedule.seconds(), 1e-9);
  }

  @Test
  void theIndexStandsInFrontSoThatItPlaysWhileItLoads() throws IOException {
    Path file = folder.resolve("film.mp4");
    TimeLapse.write(file, stages(2), TEN_A_SECOND, new Eye());
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertTrue(bytes.indexOf("moov") < bytes.indexOf("mdat"));
  }

  @Test
  void theWatcherHearsOfEveryPicture() throws IOException {
    Eye eye = new Eye();
    TimeLapse.write(folder.resolve("film.gif"), stages(4), TEN_A_SECOND, eye);
    assertEquals(List.of("1/4", "2/4", "3/4", "4/4"), eye.heard);
  }

  @Test
  void aFilmThatIsCalledOffLeavesTheOldOneAndNothingBeside() throws IOException {
    for (String name : List.of("film.mp4", "film.gif")) {
      Path file = Files.writeString(folder.resolve(name), "the old one");
      Eye eye = new Eye();
      eye.most = 2;
      assertThrows(
          CancellationException.class, () -> TimeLapse.write(file, stages(5), TEN_A_SECOND, eye));
      assertEquals("the old one", Files.readString(file));
      assertEquals(2, eye.heard.size());
      Files.delete(file);
      assertEquals(List.of(), list());
    }
  }

  @Test
  void aPictureThatCannotBeReadEndsInItsOwnWords() throws IOException {
    FilmPictures broken =
        new FilmPictures() {
          @Override
          public int count() {
            return 3;
          }

          @Override
          public Picture at(int index) throws IOException {
            throw new FileException("00007.planes", "is cut short; leave it out", null);
          }

          @Override
          public Size size() {
            return new Size(64, 64);
          }
        };
    FileException e =
        assertThrows(
            FileException.class,
            () -> TimeLapse.write(folder.resolve("film.mp4"), broken, TEN_A_SECOND, new Eye()));
    assertEquals("00007.planes: is cut short; leave it out", e.getMessage());
    assertEquals(List.of(), list());
  }

  @Test
  void aNameOfNoKindOfFilmIsRefused() {
    FileException e =
        assertThrows(
            FileException.class,
            () -> TimeLapse.write(folder.resolve("film.avi"), stages(2), TEN_A_SECOND, new Eye()));
    assertEquals("film.avi: a film's name ends in .mp4 or .gif; name it so", e.getMessage());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = folder.resolve("missing").resolve("film.mp4");
    FileException e =
        assertThrows(
            FileException.class, () -> TimeLapse.write(file, stages(2), TEN_A_SECOND, new Eye()));
    assertTrue(String.valueOf(e.getMessage()).startsWith("film.mp4: there is no folder"));
  }

  @Test
  void aFullDiskIsSaid() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));
    IOException e =
        assertThrows(
            IOException.class,
            () -> {
              try (FilmEncoder film =
                  Mp4Encoder.open(Path.of("film.mp4"), full, new Size(160, 120), 10)) {
                for (int i = 0; i < 20; i++) {
                  film.add(picture(i, 160, 120), 1);
                }
                film.finish();
              }
            });
    assertEquals("No space left on device", e.getMessage());
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /// Pictures of a painting: the first half at half the size, as an early stage has.
  private static FilmPictures stages(int count) {
    return pictures(
        new Size(160, 120),
        IntStream.range(0, count)
            .mapToObj(i -> i < count / 2 ? picture(i, 80, 60) : picture(i, 160, 120))
            .toList());
  }

  private static FilmPictures pictures(Size size, List<Picture> pictures) {
    return new FilmPictures() {
      @Override
      public int count() {
        return pictures.size();
      }

      @Override
      public Picture at(int index) {
        return pictures.get(index);
      }

      @Override
      public Size size() {
        return size;
      }
    };
  }

  /// Soft waves of every colour, different for each number.
  private static Picture picture(int number, int width, int height) {
    float[] rgb = new float[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int channel = i / (width * height);
      double x = (i % width + 0.5) / width;
      double y = (i / width % height + 0.5) / height;
      rgb[i] = (float) (0.5 + 0.4 * Math.sin(3 * x + (2 + channel) * y + 0.7 * number + channel));
    }
    return Picture.of(width, height, rgb);
  }

  private static int[] filled(int pixels, int argb) {
    return IntStream.range(0, pixels).map(_ -> argb).toArray();
  }

  private static double psnr(Picture one, Picture other) {
    assertEquals(one.size(), other.size());
    double sum = 0;
    for (int i = 0; i < one.rgb().length; i++) {
      sum += Math.pow(one.rgb()[i] - other.rgb()[i], 2);
    }
    return -10 * Math.log10(sum / one.rgb().length);
  }

  private static final class Eye implements TimeLapse.Watcher {
    final List<String> heard = new ArrayList<>();
    int most = Integer.MAX_VALUE;

    @Override
    public void progressed(int done, int total) {
      heard.add(done + "/" + total);
    }

    @Override
    public boolean cancelled() {
      return heard.size() >= most;
    }
  }
}
