package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.Continuation;
import studio.pastiche.engine.LayerWeights;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.session.RecipeJson;

class RepeatTest {
  private final CommandLineRig rig = new CommandLineRig();

  @TempDir private Path folder = Path.of("");

  /// Paints `first.png`, with everything it needs beside it.
  @BeforeEach
  void paintOnce() throws IOException {
    Path content = CommandLineRig.copy("/reference/content.png", folder);
    Path style = CommandLineRig.copy("/reference/style.png", folder);
    CommandLineRig.Ran ran =
        rig.quickly(
            "render",
            "--content=" + content,
            "--style=" + style,
            "--size=64",
            "--iterations=6",
            "--bits=16",
            "--out=" + folder.resolve("first.png"));
    assertEquals(0, ran.code(), ran.err());
  }

  @Test
  void theRecipeIsPrintedAsItStandsInThePicture() throws IOException {
    CommandLineRig.Ran ran = rig.run("recipe", folder.resolve("first.png").toString());
    assertEquals(0, ran.code(), ran.err());
    assertEquals(recipeIn("first.png"), new RecipeJson().read(ran.out()));
  }

  @Test
  void aRecipeGivesTheVerySamePixels() throws IOException {
    CommandLineRig.Ran ran = rig.run(repeating("first.png"));
    assertEquals(0, ran.code(), ran.err());
    assertArrayEquals(pixels("first.png"), pixels("again.png"));
    assertEquals(recipeIn("first.png"), recipeIn("again.png"));
  }

  @Test
  void theInputThatWasChosenForANetworkIsRepeated() throws IOException {
    Path network = CommandLineRig.copy("/reference/keras-notop.h5", folder);
    CommandLineRig.Ran other =
        rig.run(repeating("first.png", "--network=" + network, "--input=rgb-caffe"));
    assertEquals(0, other.code(), other.err());
    Files.move(folder.resolve("again.png"), folder.resolve("other.png"));
    assertEquals(InputSpec.RGB_CAFFE, recipeIn("other.png").network().input());

    CommandLineRig.Ran ran = rig.run(repeating("other.png"));
    assertEquals(0, ran.code(), ran.err());
    assertArrayEquals(pixels("other.png"), pixels("again.png"));
    rig.run(repeating("other.png", "--input=bgr-caffe"));
    assertFalse(Arrays.equals(pixels("other.png"), pixels("again.png")));
  }

  @Test
  void laterTuningsAreRepeated() throws IOException {
    rewrite("first.png", RepeatTest::tunedAtThree);
    rig.run(repeating("first.png"));
    float[] tuned = pixels("again.png");
    assertFalse(Arrays.equals(pixels("first.png"), tuned));
    assertEquals(recipeIn("first.png").changes(), recipeIn("again.png").changes());

    Files.move(folder.resolve("again.png"), folder.resolve("tuned.png"));
    rig.run(repeating("tuned.png"));
    assertArrayEquals(tuned, pixels("again.png"));
  }

  @Test
  void anOptionOverridesTheRecipeAndItsTunings() throws IOException {
    rewrite("first.png", RepeatTest::tunedAtThree);
    rig.run(repeating("first.png", "--style-weight", "9", "--seed", "3"));
    Recipe recipe = recipeIn("again.png");
    assertEquals(9, recipe.tuning().styleWeight());
    assertEquals(9, recipe.changes().getFirst().tuning().styleWeight());
    assertEquals(0.25, recipe.changes().getFirst().tuning().contentWeight());
    assertEquals(3, recipe.init().seed());
  }

  @Test
  void tunedLayersAndIterationsAreRepeated() throws IOException {
    rewrite("first.png", RepeatTest::tunedToEight);
    rig.run(repeating("first.png"));
    assertEquals(recipeIn("first.png").changes(), recipeIn("again.png").changes());
    assertNull(recipeIn("again.png").end());
    float[] tuned = pixels("again.png");
    assertFalse(Arrays.equals(pixels("first.png"), tuned));

    Files.move(folder.resolve("again.png"), folder.resolve("tuned.png"));
    rig.run(repeating("tuned.png"));
    assertArrayEquals(tuned, pixels("again.png"));
    assertEquals(recipeIn("tuned.png"), recipeIn("again.png"));
  }

  @Test
  void optionsOverrideTunedLayersAndIterations() throws IOException {
    rewrite("first.png", RepeatTest::tunedToEight);
    CommandLineRig.Ran ran =
        rig.run(repeating("first.png", "--iterations", "7", "--style-layers", "relu1_1,relu2_1"));
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("1 of its 2 tunings"), ran.err());
    Tuning later = recipeIn("again.png").changes().getFirst().tuning();
    assertNull(later.layers());
    assertNull(later.iterations());
    assertEquals(3, later.tvWeight());
  }

  @Test
  void aRecipeIsRepeatedFromItsTextToo() throws IOException {
    Files.writeString(
        folder.resolve("recipe.json"),
        rig.run("recipe", folder.resolve("first.png").toString()).out());
    CommandLineRig.Ran ran = rig.run(repeating("recipe.json"));
    assertEquals(0, ran.code(), ran.err());
    assertArrayEquals(pixels("first.png"), pixels("again.png"));
  }

  @Test
  void anEarlyEndIsRepeated() throws IOException {
    rewrite("first.png", recipe -> recipe.withHistory(List.of(), new Moment(0, 2)));
    CommandLineRig.Ran ran = rig.run(repeating("first.png", "--json"));
    assertEquals("stopped", rig.json(ran.out().lines().toList().getLast()).path("end").asString());
    assertEquals(new Moment(0, 2), recipeIn("again.png").end());
  }

  /// The first painting, left after two iterations, is gone on from for the rest.
  @Test
  void aPaintingThatGoesOnFromAnotherIsRepeatedWithIt() throws IOException {
    Path whole = folder.resolve("first.png");
    Recipe left = recipeIn("first.png").withHistory(List.of(), new Moment(0, 2));
    rewrite("first.png", _ -> left);
    Recipe second =
        left.withTuning(left.tuning().withStyleWeight(30))
            .goingOnFrom(new Continuation(left, new Moment(0, 2), true, false));
    Path goneOn = Files.copy(whole, folder.resolve("second.png"));
    rewrite("second.png", _ -> second);
    CommandLineRig.Ran ran = rig.run(repeating("second.png", "--json"));
    assertEquals(0, ran.code(), ran.err());
    assertEquals(second, recipeIn("again.png"));
    assertEquals(4, ran.out().lines().filter(l -> l.contains("\"done\":")).count() - 2, ran.out());
    float[] pixels = pixels("again.png");
    assertFalse(Arrays.equals(pixels("first.png"), pixels));

    Files.move(folder.resolve("again.png"), goneOn, StandardCopyOption.REPLACE_EXISTING);
    rig.run(repeating("second.png"));
    assertArrayEquals(pixels, pixels("again.png"));
  }

  @Test
  void whatItGoesOnFromIsLeftOutWhereItsStagesAreOverridden() throws IOException {
    Recipe left = recipeIn("first.png").withHistory(List.of(), new Moment(0, 2));
    rewrite(
        "first.png", _ -> left.goingOnFrom(new Continuation(left, new Moment(0, 2), true, false)));
    CommandLineRig.Ran ran = rig.run(repeating("first.png", "--iterations", "3"));
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("the painting it goes on from"), ran.err());
    assertNull(recipeIn("again.png").continues());
  }

  @Test
  void aPaintingThatWasLeftBeforeItsFirstIterationIsRepeatedToo() throws IOException {
    rewrite("first.png", recipe -> recipe.withHistory(List.of(), Moment.START));
    CommandLineRig.Ran ran = rig.run(repeating("first.png"));
    assertEquals(0, ran.code(), ran.err());
    assertEquals(Moment.START, recipeIn("again.png").end());
  }

  @Test
  void whatDoesNotFitAnotherScheduleIsLeftOutAndSaid() throws IOException {
    rewrite(
        "first.png", r -> tunedAtThree(r).withHistory(tunedAtThree(r).changes(), new Moment(0, 5)));
    CommandLineRig.Ran ran = rig.run(repeating("first.png", "--iterations", "3"));
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("early end and 1 of its 1 tunings"), ran.err());
    assertEquals(List.of(), recipeIn("again.png").changes());
    assertNull(recipeIn("again.png").end());
  }

  @Test
  void anotherNumberOfStylesIsMixedEqually() throws IOException {
    rewrite("first.png", RepeatTest::tunedAtThree);
    String style = folder.resolve("style.png").toString();
    CommandLineRig.Ran ran = rig.run(repeating("first.png", "--style", style, "--style", style));
    assertEquals(0, ran.code(), ran.err());
    assertEquals(List.of(1.0, 1.0), recipeIn("again.png").changes().getFirst().tuning().styleMix());
  }

  @Test
  void aMissingInputIsNamedWithItsOption() throws IOException {
    Files.move(folder.resolve("style.png"), folder.resolve("elsewhere.png"));
    CommandLineRig.Ran ran = rig.run(repeating("first.png"));
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("style.png"), ran.err());
    assertTrue(ran.err().contains("--style FILE"), ran.err());

    CommandLineRig.Ran named =
        rig.run(repeating("first.png", "--style", folder.resolve("elsewhere.png").toString()));
    assertEquals(0, named.code(), named.err());
    assertArrayEquals(pixels("first.png"), pixels("again.png"));
  }

  @Test
  void anInputThatChangedIsRefusedUnlessItIsGiven() throws IOException {
    Path content = folder.resolve("content.png");
    PictureWriter.write(content, PictureReader.read(content), new SaveOptions.Png(16), null);
    CommandLineRig.Ran ran = rig.run(repeating("first.png"));
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("content.png"), ran.err());
    assertTrue(ran.err().contains("--content FILE"), ran.err());

    CommandLineRig.Ran given = rig.run(repeating("first.png", "--content", content.toString()));
    assertEquals(0, given.code(), given.err());
  }

  @Test
  void aMissingNetworkIsNamedWithItsOption() throws IOException {
    rewrite(
        "first.png",
        r -> r.withInputs(r.inputs(), new NetworkReference("other.safetensors", "00")));
    CommandLineRig.Ran ran = rig.run(repeating("first.png"));
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("other.safetensors"), ran.err());
    assertTrue(ran.err().contains("--network FILE"), ran.err());
  }

  @Test
  void aDamagedRecipeIsRefusedInOneLine() throws IOException {
    Path file = folder.resolve("first.png");
    String text = EmbeddedText.read(file).orElseThrow().replace("\"size\" : 64", "\"size\" : 1");
    PictureWriter.write(file, PictureReader.read(file), new SaveOptions.Png(8), text);
    CommandLineRig.Ran ran = rig.run(repeating("first.png"));
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains("size must be from 64"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"content.png", "style.png", "first.png"})
  void whatARecipeIsRepeatedFromIsNeverPaintedOver(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] before = Files.readAllBytes(file);
    CommandLineRig.Ran ran =
        rig.run("render", "--recipe=" + folder.resolve("first.png"), "--out=" + file);
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("--out: " + file), ran.err());
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aNetworkThatWasLookedUpIsNeverPaintedOver() throws IOException {
    Path network = CommandLineRig.copy("/reference/timm.safetensors", folder);
    Path file = Files.move(network, folder.resolve("network.png"));
    String sha256 = NetworkReader.read(file, null).network().sha256();
    rewrite(
        "first.png", r -> r.withInputs(r.inputs(), new NetworkReference("network.png", sha256)));
    byte[] before = Files.readAllBytes(file);
    CommandLineRig.Ran ran =
        rig.run("render", "--recipe=" + folder.resolve("first.png"), "--out=" + file);
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.onlyErrorLine().contains("--out: " + file), ran.err());
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  private static Recipe tunedAtThree(Recipe recipe) {
    return recipe.withHistory(
        List.of(new TuningChange(new Moment(0, 3), recipe.tuning().withContentWeight(0.25))), null);
  }

  /// More iterations from the third on, and a tuning among those.
  private static Recipe tunedToEight(Recipe recipe) {
    LayerWeights others =
        new LayerWeights(
            Layers.weights("relu1_1=0,relu2_1=1,relu3_1=1,relu4_1=0.5,relu5_1=0"),
            Layers.weights("relu4_2=2"));
    Tuning more = recipe.tuning().withIterations(8).withLayers(others).withTvWeight(3);
    return recipe.withHistory(
        List.of(
            new TuningChange(new Moment(0, 3), more),
            new TuningChange(new Moment(0, 7), more.withTvWeight(1))),
        null);
  }

  private String[] repeating(String file, String... options) {
    List<String> all = new ArrayList<>(List.of("render", "--bits=16", "--recipe"));
    all.addAll(List.of(folder.resolve(file).toString(), "--out"));
    all.add(folder.resolve("again.png").toString());
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private void rewrite(String name, UnaryOperator<Recipe> change) throws IOException {
    Path file = folder.resolve(name);
    @Nullable String text = new RecipeJson().write(change.apply(recipeIn(name)));
    PictureWriter.write(file, PictureReader.read(file), new SaveOptions.Png(16), text);
  }

  private Recipe recipeIn(String name) throws IOException {
    return new RecipeJson().read(EmbeddedText.read(folder.resolve(name)).orElseThrow());
  }

  private float[] pixels(String name) throws IOException {
    return PictureReader.read(folder.resolve(name)).rgb();
  }
}
