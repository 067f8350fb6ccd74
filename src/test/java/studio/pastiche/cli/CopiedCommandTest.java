package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.session.CommandLine;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.RecipeJson;

/// What the studio copies as a command is understood here as it was meant.
class CopiedCommandTest {
  /// What a run settles, so that the recipe it leaves is the one it was given.
  private static final Computation SETTLED = new Computation("cpu", Precision.FLOAT32, 1);

  private final CommandLineRig rig = new CommandLineRig();

  @TempDir private Path folder = Path.of("");
  private CommandLine.@Nullable Files files;

  @BeforeEach
  void bringPictures() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("it's \"my\" folder, $HOME & more"));
    files =
        new CommandLine.Files(
            CommandLineRig.copy("/reference/content.png", odd),
            List.of(CommandLineRig.copy("/reference/style.png", odd)),
            null,
            odd.resolve("painted.png"));
  }

  static Stream<Recipe> recipes() throws IOException {
    Recipe small = Recipe.defaults(noInputs(1), network()).withComputation(SETTLED);
    small = small.withSchedule(small.schedule().withSize(64).withIterations(1));
    return Stream.of(
        small,
        small
            .withTuning(new Tuning(2.5, 0, 1e-9, 0.1, List.of(3.0)))
            .withLayers(
                new Layers(
                    Layers.weights("relu1_1=0.5,relu3_3=0.125,relu4_1=0"),
                    Layers.weights("relu2_2,relu4_4=0.1"),
                    Statistic.GRAM,
                    Pooling.AVERAGE))
            .withSchedule(new Schedule(70, 2, StagePlan.SINGLE, false, 1.0 / 3, 65, Dial.PRINT))
            .withOptimization(
                new Optimization(OptimizerKind.LBFGS, new Optimization.Decay(0.9, 10), 0.75))
            .withInit(new Init(Init.Kind.MIX, 0.123456789, Init.Noise.NORMAL, -7_000_000_000L)),
        small.withInit(new Init(Init.Kind.NOISE, 0.5, Init.Noise.UNIFORM, 12)));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void theRecipeComesOutAsItWentIn(Recipe recipe) throws IOException {
    Recipe meant = recipe.withInputs(inputs(files(), 1), recipe.network());
    run(CommandLine.painting(meant, files()));
    assertEquals(meant, painted());
  }

  @Test
  void severalStylesAndAStartFromAPictureComeOutToo() throws IOException {
    CommandLine.Files two =
        new CommandLine.Files(
            files().content(),
            List.of(files().styles().getFirst(), files().content()),
            files().styles().getFirst(),
            files().out());
    Inputs inputs = inputs(two, 2);
    Recipe meant = Recipe.defaults(inputs, network()).withComputation(SETTLED);
    meant =
        meant
            .withSchedule(meant.schedule().withSize(64).withIterations(1).withSmallest(64))
            .withTuning(meant.tuning().withStyleMix(List.of(0.7, 0.1 + 0.2)));
    run(CommandLine.painting(meant, two));
    assertEquals(meant, painted());
  }

  @Test
  void aTunedPictureIsRepeatedFromItsWrittenRecipe() throws IOException {
    Recipe start = recipes().findFirst().orElseThrow().withInputs(inputs(files(), 1), network());
    Recipe tuned =
        start
            .withSchedule(start.schedule().withIterations(6))
            .withHistory(
                List.of(new TuningChange(new Moment(0, 2), start.tuning().withStyleWeight(50))),
                new Moment(0, 5));
    Path text = Files.writeString(folder.resolve("the recipe.json"), new RecipeJson().write(tuned));
    run(CommandLine.repeating(text, files()));
    assertEquals(tuned, painted());
    float[] first = PictureReader.read(files().out()).rgb();
    run(CommandLine.repeating(files().out(), withOut("again.png")));
    assertArrayEquals(first, PictureReader.read(withOut("again.png").out()).rgb());
    run(CommandLine.painting(tuned.withHistory(List.of(), null), withOut("untuned.png")));
    assertFalse(Arrays.equals(first, PictureReader.read(withOut("untuned.png").out()).rgb()));
  }

  /// By the shell itself, where there is one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two words",
        "it's",
        "\"quoted\"",
        "$HOME",
        "`ls`",
        "a\\b",
        "雪.jpg",
        "*",
        "#x",
        "~",
        "a;b",
        "x=1,y=2",
        "-n",
        "50%",
        "!!",
        "a\tb"
      })
  void theShellTakesEachWordAsItIs(String word) throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    String line = CommandLine.Shell.POSIX.line(List.of("printf", "%s|", word, "end"));
    Process shell = new ProcessBuilder("/bin/sh", "-c", line).redirectErrorStream(true).start();
    String heard =
        new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(word + "|end|", heard);
  }

  @Test
  void onWindowsNamesAreInDoubleQuotes() {
    assertEquals(CommandLine.Shell.WINDOWS, CommandLine.Shell.of("Windows 11"));
    assertEquals(CommandLine.Shell.POSIX, CommandLine.Shell.of("Mac OS X"));
    assertEquals(
        "pastiche render --content \"C:\\My pictures\\a (1).jpg\" --out C:\\b.png",
        CommandLine.Shell.WINDOWS.line(
            List.of(
                "pastiche",
                "render",
                "--content",
                "C:\\My pictures\\a (1).jpg",
                "--out",
                "C:\\b.png")));
  }

  private void run(List<String> words) {
    assertEquals("pastiche", words.getFirst());
    CommandLineRig.Ran ran =
        rig.run(
            Stream.concat(words.stream().skip(1), Stream.of("--bits=16")).toArray(String[]::new));
    assertEquals(0, ran.code(), ran.err());
  }

  private Recipe painted() throws IOException {
    return new RecipeJson().read(EmbeddedText.read(files().out()).orElseThrow());
  }

  private CommandLine.Files files() {
    return java.util.Objects.requireNonNull(files);
  }

  private CommandLine.Files withOut(String name) {
    return new CommandLine.Files(files().content(), files().styles(), null, folder.resolve(name));
  }

  private static Inputs inputs(CommandLine.Files files, int styles) throws IOException {
    Path init = files.init();
    return new Inputs(
        InputPicture.read(files.content()).reference(),
        List.of(
                InputPicture.read(files.styles().getFirst()).reference(),
                InputPicture.read(files.styles().getLast()).reference())
            .subList(0, styles),
        init == null ? null : InputPicture.read(init).reference());
  }

  private static Inputs noInputs(int styles) {
    var none = new studio.pastiche.engine.PictureReference("", "");
    return new Inputs(none, java.util.Collections.nCopies(styles, none), null);
  }

  private static NetworkReference network() throws IOException {
    return NetworkReference.of(CompactNetwork.load(null).network());
  }
}
