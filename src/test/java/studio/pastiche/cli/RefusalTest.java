package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private final CommandLineRig rig = new CommandLineRig();

  @TempDir private Path folder = Path.of("");
  private Path content = Path.of("");
  private Path style = Path.of("");

  @BeforeEach
  void copyPictures() throws IOException {
    content = CommandLineRig.copy("/reference/content.png", folder);
    style = CommandLineRig.copy("/reference/style.png", folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --size 3                       | --size                 | from 64 to 16384
          --size big                     | --size                 | a whole number
          --size 64.5                    | --size                 | a whole number
          --size                         | --size                 | PIXELS
          --size 64 --size 65            | --size                 | only once
          --out elsewhere.png            | --out                  | only once
          --content-weight -1            | --content-weight       | 0 or more
          --style-weight NaN             | --style-weight         | 0 or more
          --tv-weight much               | --tv-weight            | a number
          --learning-rate 0              | --learning-rate        | above 0
          --learning-rate-decay 0.5      | --learning-rate-decay  | 0.5,100
          --learning-rate-decay 2,10     | --learning-rate-decay  | to 1
          --clip-gradient 0              | --clip-gradient        | above 0
          --iterations -1                | --iterations           | from 0
          --optimizer sgd                | --optimizer            | adam or lbfgs
          --statistic mean               | --statistic            | moments or gram
          --noise pink                   | --noise                | uniform or normal
          --noise-ratio 2                | --noise-ratio          | from 0 to 1
          --seed x                       | --seed                 | a whole number
          --style-scale 0                | --style-scale          | from 0.1 to 10
          --style-layers relu9_1         | --style-layers         | relu1_1 to relu5_4
          --style-layers relu1_1=x       | --style-layers         | 0.25
          --style-layers relu1_1=0       | --style-layers         | above 0
          --content-layers fc6           | --content-layers       | relu1_1 to relu5_4
          --pooling sum                  | --pooling              | max or average
          --stages two                   | --stages               | pyramid or single
          --average yes                  | --average              | on or off
          --precision half               | --precision            | auto or float32 or bfloat16
          --device tpu                   | --device               | cpu, gpu, gpu:N or auto
          --threads -1                   | --threads              | from 0
          --memory 20M                   | --memory               | the least that works
          --memory some                  | --memory               | 700M or 2G
          --tile 100                     | --tile                 | a multiple of 16
          --bits 12                      | --bits                 | 8 or 16
          --quality 0                    | --quality              | 1 to 100
          --style-mix 1,2                | --style-mix            | one share a style image
          --style-mix 0                  | --style-mix            | above 0
          --style-mix a                  | --style-mix            | a number
          --snapshot-every 0             | --snapshot-every       | 1 or more
          --snapshot-dir x               | --snapshot-dir         | --snapshot-every
          --sise 64                      | --sise                 | --size
          --frobnicate                   | --frobnicate           | --help
          stray                          | stray                  | --help
          """)
  void aWrongOptionIsNamedInOneLine(String wrong, String option, String allowed) {
    CommandLineRig.Ran ran = render("out.png", wrong.split(" "));
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains(option), ran.err());
    assertTrue(ran.onlyErrorLine().contains(allowed), ran.err());
    assertFalse(Files.exists(folder.resolve("out.png")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          render --style a.png --out b.png                 | --content
          render --content a.png --out b.png               | --style
          render --content a.png --style b.png             | --out
          render --content a.png --style b.png --out b.gif | --out
          measure --content a.png --style b.png            | --image
          measure --precision bfloat16 --content a.png --style a.png --image a.png | --precision
          recipe                                           | FILE
          bench --aspect wide                              | --aspect
          bench --iterations 0                             | --iterations
          bench --size 1                                   | --size
          paint                                            | paint
          """)
  void whatIsMissingOrUnknownIsNamedInOneLine(String line, String named) {
    CommandLineRig.Ran ran = rig.run(line.split(" "));
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains(named), ran.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bad-truncated.jpg", "bad-empty.png", "bad-not-an-image.jpg", "missing.png"})
  void aContentImageThatCannotBeUsedIsNamedWithItsReason(String name) throws IOException {
    Path file = folder.resolve(name);
    if (name.startsWith("bad")) {
      CommandLineRig.copy("/pictures/odd/" + name, folder);
    }
    CommandLineRig.Ran ran =
        rig.run(
            "render", "--content", file.toString(), "--style", style.toString(), "--out", out());
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains(name), ran.err());
  }

  @Test
  void aMisspeltStartOrPresetIsToldWhatThereIs() {
    CommandLineRig.Ran start = render("out.png", "--init", "nois");
    assertEquals(2, start.code());
    assertTrue(start.onlyErrorLine().contains("content, noise or mix"), start.err());
    CommandLineRig.Ran preset = render("out.png", "--style-layers", "clasic");
    assertEquals(2, preset.code());
    assertTrue(preset.onlyErrorLine().contains("classic nor wide"), preset.err());
  }

  @Test
  void aNetworkThatCannotBeUsedIsNamedWithItsReason() {
    CommandLineRig.Ran ran = render("out.png", "--network", content.toString());
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("content.png"), ran.err());
  }

  @Test
  void aNetworkByNoFilesNameIsAWrongOption() {
    CommandLineRig.Ran ran = render("out.png", "--network", "a\0.safetensors");
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("no file's name"), ran.err());
  }

  @Test
  void aModuleThatCannotBeWrittenIsToldWithItsReason() {
    CommandLineRig.Ran ran =
        rig.run("bench", "--write-module", folder.resolve("none/kernel.pt").toString());
    assertEquals(3, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("there is no folder"), ran.err());
  }

  @Test
  void aNetworkWithoutALayerIsRefused() {
    CommandLineRig.Ran ran = rig.run("bench", "--widths=2,2,2,2,2", "--style-layers=relu5_4");
    assertEquals(3, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("relu5_4"), ran.err());
  }

  @Test
  void aMissingFolderIsToldBeforePainting() {
    CommandLineRig.Ran ran = render("none/out.png", "--iterations", "1000000");
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains(folder.resolve("none").toString()), ran.err());
  }

  @Test
  void thePhotoIsNeverPaintedOver() throws IOException {
    byte[] before = Files.readAllBytes(content);
    CommandLineRig.Ran ran = render("content.png", "--size", "64", "--iterations", "1");
    assertEquals(2, ran.code());
    assertTrue(ran.onlyErrorLine().contains("--out"), ran.err());
    assertArrayEquals(before, Files.readAllBytes(content));
  }

  @Test
  void aSnapshotFolderThatIsAFileIsRefused() {
    CommandLineRig.Ran ran =
        render("out.png", "--snapshot-every", "1", "--snapshot-dir", content.toString());
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("--snapshot-dir"), ran.err());
  }

  @Test
  void aPictureWithoutARecipeIsRefused() {
    CommandLineRig.Ran ran = rig.run("recipe", content.toString());
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("no recipe"), ran.err());
  }

  @Test
  void picturesOfTwoSizesAreNotMeasured() throws IOException {
    Path other = CommandLineRig.copy("/pictures/odd/one-pixel.png", folder);
    CommandLineRig.Ran ran =
        rig.run("measure", "--content=" + content, "--style=" + style, "--image=" + other);
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("one size"), ran.err());
  }

  private CommandLineRig.Ran render(String out, String... options) {
    List<String> all =
        new ArrayList<>(List.of("render", "--content", content.toString(), "--style"));
    all.addAll(List.of(style.toString(), "--out", folder.resolve(out).toString()));
    all.addAll(List.of(options));
    return rig.run(all.toArray(String[]::new));
  }

  private String out() {
    return folder.resolve("out.png").toString();
  }
}
