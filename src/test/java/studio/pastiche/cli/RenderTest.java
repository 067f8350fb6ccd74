package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.session.RecipeJson;
import tools.jackson.databind.JsonNode;

class RenderTest {
  private final CommandLineRig rig = new CommandLineRig();

  @TempDir private Path folder = Path.of("");
  private Path content = Path.of("");
  private Path style = Path.of("");

  @BeforeEach
  void copyPictures() throws IOException {
    content = CommandLineRig.copy("/reference/content.png", folder);
    style = CommandLineRig.copy("/reference/style.png", folder);
  }

  @Test
  void aPictureIsPaintedAtTheWantedSizeAndSaved() throws IOException {
    CommandLineRig.Ran ran = render("out.png", "--size", "96", "--iterations", "4");
    assertEquals(0, ran.code(), ran.err());
    Picture painted = PictureReader.read(folder.resolve("out.png"));
    assertEquals(96, painted.longSide());
    assertTrue(ran.out().contains("Saved " + folder.resolve("out.png")), ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void everySettingIsInTheRecipeThatThePictureCarries() throws IOException {
    Path init = CommandLineRig.copy("/reference/image.png", folder);
    CommandLineRig.Ran ran =
        render(
            "out.jpg",
            words(
                "--style %s --style-mix 0.7,0.3 --size 64 --iterations 3 --content-weight 2"
                    + " --style-weight 3 --tv-weight 0.5 --learning-rate 0.01"
                    + " --learning-rate-decay 0.5,10 --clip-gradient 4 --optimizer lbfgs"
                    + " --statistic gram --noise normal --noise-ratio 0.2 --seed 7"
                    + " --style-scale 0.5 --style-layers relu1_1=0.5,relu2_1"
                    + " --content-layers relu3_1 --pooling average --stages single"
                    + " --average off --network compact --quality 80 --device cpu --init %s",
                style, init));
    assertEquals(0, ran.code(), ran.err());
    Recipe recipe = recipeIn("out.jpg");
    assertEquals(List.of(0.7, 0.3), recipe.tuning().styleMix());
    assertEquals(2, recipe.tuning().contentWeight());
    assertEquals("{relu1_1=0.5, relu2_1=1.0}", recipe.layers().style().toString());
    assertEquals("{relu3_1=1.0}", recipe.layers().content().toString());
    assertEquals(
        "Optimization[optimizer=lbfgs, decay=Decay[factor=0.5, steps=10], clipGradient=4.0]",
        recipe.optimization().toString());
    assertEquals(new Schedule(64, 3, StagePlan.SINGLE, false, 0.5), recipe.schedule());
    assertEquals(
        "Init[kind=picture, noiseRatio=0.2, noise=normal, seed=7]", recipe.init().toString());
    assertEquals(
        "Computation[device=cpu, precision=float32, threads=1, tile=null]",
        recipe.computation().toString());
    assertEquals(64, recipe.inputs().content().sha256().length());
  }

  @Test
  void presetsNameTheStyleLayers() throws IOException {
    render("out.png", "--size", "64", "--iterations", "1", "--style-layers", "wide");
    assertEquals(
        "[relu1_1, relu2_1, relu3_3, relu4_4, relu5_1]",
        recipeIn("out.png").layers().style().keySet().toString());
  }

  @Test
  void noRecipeLeavesItOut() throws IOException {
    render("out.png", "--size", "64", "--iterations", "1", "--no-recipe");
    assertTrue(EmbeddedText.read(folder.resolve("out.png")).isEmpty());
  }

  @Test
  void bitsGoIntoTheFile() throws IOException {
    render("8.png", "--size", "64", "--iterations", "2");
    render("16.png", "--size", "64", "--iterations", "2", "--bits", "16");
    float[] coarse = PictureReader.read(folder.resolve("8.png")).rgb();
    float[] fine = PictureReader.read(folder.resolve("16.png")).rgb();
    assertFalse(Arrays.equals(coarse, fine));
    for (int i = 0; i < fine.length; i++) {
      assertEquals(coarse[i], fine[i], 0.503 / 255);
    }
  }

  @Test
  void theSameCommandGivesTheSamePicture() throws IOException {
    String[] options = words("--size 64 --iterations 3 --init noise --seed 5");
    render("a.png", options);
    render("b.png", options);
    assertArrayEquals(pixels("a.png"), pixels("b.png"));
  }

  @Test
  void jsonLinesTellTheWholePainting() {
    CommandLineRig.Ran ran =
        render("out.png", words("--size 181 --iterations 6 --style-weight 6 --tv-weight 5 --json"));
    List<JsonNode> lines = ran.out().lines().map(rig::json).toList();
    List<String> events = lines.stream().map(l -> l.path("event").asString()).toList();
    assertEquals("started", events.getFirst());
    assertTrue(lines.getFirst().path("tile").isNull(), ran.out());
    assertEquals("saved", events.getLast());
    assertEquals(6, events.stream().filter("painted"::equals).count());
    assertEquals(2, events.stream().filter("stage"::equals).count());
    JsonNode last = lines.get(lines.size() - 2);
    assertEquals(2, last.path("stage").asInt());
    assertEquals(6, last.path("done").asInt());
    assertEquals(181, last.path("width").asInt());
    assertEquals(
        last.path("loss").asDouble(),
        last.path("content").asDouble()
            + 6 * last.path("style").asDouble()
            + 5 * last.path("total_variation").asDouble(),
        1e-6);
    assertTrue(last.path("ms").isNumber());
    assertEquals("finished", lines.getLast().path("end").asString());
  }

  @Test
  void jsonLinesTellTheTiles() {
    CommandLineRig.Ran ran = render("out.png", words("--size 64 --iterations 1 --tile 80 --json"));
    assertEquals(80, rig.json(ran.out().lines().findFirst().orElseThrow()).path("tile").asInt());
  }

  @Test
  void snapshotsCarryTheirOwnMomentAndCanBeRepeated() throws IOException {
    CommandLineRig.Ran ran =
        render(
            "out.png",
            "--size=181",
            "--iterations=6",
            "--snapshot-every=2",
            "--snapshot-dir=" + folder.resolve("new/shots"),
            "--bits=16");
    assertEquals(0, ran.code(), ran.err());
    for (String name :
        List.of(
            "stage-01-iteration-2.png", "stage-01-iteration-4.png", "stage-02-iteration-2.png")) {
      Path shot = folder.resolve("new/shots").resolve(name);
      assertTrue(Files.exists(shot), name);
      CommandLineRig.Ran repeated =
          repeat(
              "new/shots/" + name,
              "again.png",
              words("--content %s --style %s --bits 16", content, style));
      assertEquals(0, repeated.code(), repeated.err());
      assertArrayEquals(PictureReader.read(shot).rgb(), pixels("again.png"), name);
    }
  }

  @Test
  void ctrlCSavesWhatThereIsAndItsRecipeRepeatsIt() throws IOException {
    rig.interruptedAt(line -> line.contains("\"done\":3,"));
    CommandLineRig.Ran ran =
        render("out.png", "--size", "64", "--iterations", "500", "--json", "--bits", "16");
    assertEquals(130, ran.code(), ran.err());
    JsonNode last = rig.json(ran.out().lines().toList().getLast());
    assertEquals("saved", last.path("event").asString());
    assertEquals("interrupted", last.path("end").asString());
    assertEquals("Moment[stage=0, iteration=3]", String.valueOf(recipeIn("out.png").end()));

    CommandLineRig.Ran repeated = repeat("out.png", "again.png", "--bits", "16");
    assertEquals(0, repeated.code(), repeated.err());
    assertArrayEquals(pixels("out.png"), pixels("again.png"));
  }

  @Test
  void theProgressBarIsOneLineThatIsWrittenOver() {
    rig.onTerminal();
    CommandLineRig.Ran ran = render("out.png", "--size", "64", "--iterations", "4");
    assertEquals(0, ran.code(), ran.err());
    String bar =
        Arrays.stream(ran.out().split("[\r\n]"))
            .filter(l -> l.contains("4/4"))
            .findFirst()
            .orElse("");
    assertTrue(bar.contains("stage 1/1 64×"), ran.out());
    assertTrue(bar.contains("0:00 left"), ran.out());
    assertTrue(bar.length() < 80, bar);
  }

  private CommandLineRig.Ran render(String out, String... options) {
    List<String> all =
        new ArrayList<>(List.of("render", "--content", content.toString(), "--style"));
    all.addAll(List.of(style.toString(), "--out", folder.resolve(out).toString()));
    all.addAll(List.of(options));
    return rig.quickly(all.toArray(String[]::new));
  }

  private CommandLineRig.Ran repeat(String recipe, String out, String... options) {
    List<String> all = new ArrayList<>(List.of("render", "--recipe"));
    all.addAll(List.of(folder.resolve(recipe).toString(), "--out", folder.resolve(out).toString()));
    all.addAll(List.of(options));
    return rig.quickly(all.toArray(String[]::new));
  }

  private Recipe recipeIn(String name) throws IOException {
    return new RecipeJson().read(EmbeddedText.read(folder.resolve(name)).orElseThrow());
  }

  private float[] pixels(String name) throws IOException {
    return PictureReader.read(folder.resolve(name)).rgb();
  }

  private static String[] words(String text, Object... values) {
    return text.formatted(values).split(" ");
  }
}
