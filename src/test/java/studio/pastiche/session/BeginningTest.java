package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Continuation;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Goes on from snapshots with the real engine, in a plan of two stages: six iterations at 128
/// pixels and three at 181.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeginningTest {
  private static final int ITERATIONS = 9;

  private final Engine engine = Engine.open("cpu", 1);
  private final FeatureNetwork network = network();
  private final InputPicture photo = waves("photo", 50, 40);
  private final InputPicture painting = waves("painting", 40, 44);
  private final List<Snapshot> kept = new ArrayList<>();
  @TempDir Path parent;
  private @Nullable SnapshotStore store;

  @AfterAll
  void close() {
    engine.close();
  }

  @BeforeEach
  void open() throws IOException {
    kept.clear();
    store = new SnapshotStore(SessionFolder.create(parent));
  }

  @ParameterizedTest
  @EnumSource
  void withItsStateASnapshotIsGoneOnFromBitForBit(OptimizerKind kind) throws Exception {
    Recipe recipe = recipe(kind);
    Picture whole = paint(new Beginning(recipe, materials(), null), 0).picture();
    RunResult part = paint(new Beginning(recipe, materials(), null), 5);
    Snapshot snapshot = kept.getLast();
    assertNotNull(snapshot.state());
    Beginning begin = from(snapshot, branch(recipe), part.recipe().tuning(), true);
    assertEquals(recipe, begin.recipe());
    RunResult rest = paint(begin, 0);
    assertArrayEquals(whole.rgb(), rest.picture().rgb());
    assertNull(rest.recipe().continues());
  }

  @Test
  void anotherTuningRulesFromThereOn() throws Exception {
    Recipe recipe = recipe(OptimizerKind.ADAM);
    paint(new Beginning(recipe, materials(), null), 5);
    Tuning other = recipe.tuning().withStyleWeight(90);
    RunResult rest = paint(from(kept.getLast(), branch(recipe), other, true), 0);
    assertEquals(recipe.tuning(), rest.recipe().tuning());
    assertEquals(new Moment(0, 5), rest.recipe().changes().getFirst().at());
    assertEquals(other, rest.recipe().changes().getFirst().tuning());
  }

  @ParameterizedTest
  @EnumSource
  void fromThePictureAloneItGoesOnAtTheSamePlaceOfThePlan(OptimizerKind kind) throws Exception {
    Recipe recipe = recipe(kind);
    paint(new Beginning(recipe, materials(), null), 7);
    Snapshot snapshot = kept.getLast();
    Beginning begin = from(snapshot, branch(recipe), recipe.tuning(), false);
    List<Integer> done = new ArrayList<>();
    RunResult rest = run(begin, painted -> done.add(painted.done()), 0);
    assertEquals(List.of(8, 9), done);
    assertEquals(
        new Continuation(snapshot.recipe(), new Moment(1, 1), true, false),
        rest.recipe().continues());
    assertArrayEquals(rest.picture().rgb(), repeated(rest.recipe()).rgb());
  }

  @Test
  void fromAStagesEndItGoesOnWithTheNext() throws Exception {
    Recipe recipe = recipe(OptimizerKind.ADAM);
    paint(new Beginning(recipe, materials(), null), 6);
    List<Integer> done = new ArrayList<>();
    Beginning begin = from(kept.getLast(), branch(recipe), recipe.tuning(), false);
    run(begin, painted -> done.add(painted.done()), 0);
    assertEquals(List.of(7, 8, 9), done);
  }

  @Test
  void fromTheEndTheLastStageIsPaintedOnceMore() throws Exception {
    for (boolean withState : List.of(true, false)) {
      Recipe recipe = recipe(OptimizerKind.ADAM);
      paint(new Beginning(recipe, materials(), null), ITERATIONS);
      Beginning begin = from(kept.getLast(), branch(recipe), recipe.tuning(), withState);
      List<Integer> done = new ArrayList<>();
      RunResult rest = run(begin, painted -> done.add(painted.done()), 0);
      assertEquals(List.of(7, 8, 9), done);
      assertEquals(
          new Continuation(kept.getLast().recipe(), new Moment(1, 0), true, withState),
          rest.recipe().continues());
      assertArrayEquals(rest.picture().rgb(), repeated(rest.recipe()).rgb());
    }
  }

  @Test
  void aSnapshotOfABranchThatGoesOnCanBeGoneOnFrom() throws Exception {
    Recipe recipe = recipe(OptimizerKind.ADAM);
    paint(new Beginning(recipe, materials(), null), 3);
    Beginning second = from(kept.getLast(), branch(recipe), recipe.tuning(), false);
    paint(second, 7);
    RunResult third =
        paint(from(kept.getLast(), branch(second.recipe()), recipe.tuning(), true), 0);
    RunResult whole = paint(from(kept.getFirst(), branch(recipe), recipe.tuning(), false), 0);
    assertArrayEquals(whole.picture().rgb(), third.picture().rgb());
    assertEquals(whole.recipe(), third.recipe());
  }

  @Test
  void anotherNetworkIsRefusedByName() throws Exception {
    Recipe recipe = recipe(OptimizerKind.ADAM);
    paint(new Beginning(recipe, materials(), null), 2);
    Recipe others =
        recipe.withInputs(recipe.inputs(), new NetworkReference("vgg19.safetensors", "ff"));
    FileException e =
        assertThrows(
            FileException.class, () -> from(kept.getLast(), branch(others), recipe.tuning(), true));
    assertTrue(String.valueOf(e.getMessage()).contains("vgg19.safetensors"), e.getMessage());
  }

  @Test
  void inputsThatAreNotAtHandComeFromTheSession() throws Exception {
    new InputStore(store().folder()).keep(painting);
    Beginning.Inputs inputs =
        Beginning.inputs(
            reference ->
                reference.equals(photo.reference()) ? Optional.of(photo) : Optional.empty(),
            store().folder());
    assertArrayEquals(painting.picture().toArgb(), inputs.picture(painting.reference()).toArgb());
    assertEquals(photo.picture(), inputs.picture(photo.reference()));
  }

  /// Paints a recipe again with all that it goes on from, as the command line does.
  private Picture repeated(Recipe recipe) throws Exception {
    RunState from = null;
    if (recipe.continues() != null) {
      Recipe before = recipe.continues().recipe();
      assertNull(before.continues());
      try (Run run = engine.start(before, materials())) {
        RunResult ended =
            run.paint(
                painted -> {
                  boolean end =
                      new Moment(painted.stage().number(), painted.iteration())
                          .equals(before.end());
                  if (end) {
                    run.stop();
                  }
                });
        from =
            recipe.continues().start(recipe, ended.picture(), run::state, photo.picture().size());
      }
    }
    try (Run run = engine.goOn(recipe, materials(), from)) {
      return run.paint(_ -> {}).picture();
    }
  }

  private Beginning from(Snapshot snapshot, Branch branch, Tuning tuning, boolean withState)
      throws FileException {
    return Beginning.from(
        snapshot,
        branch,
        withState ? store().state(snapshot) : null,
        tuning,
        store(),
        reference -> reference.equals(photo.reference()) ? photo.picture() : painting.picture(),
        network);
  }

  /// Stops after so many iterations in all, if any, and keeps a snapshot there with its state.
  private RunResult paint(Beginning begin, int stopAfter) throws Exception {
    return run(begin, _ -> {}, stopAfter);
  }

  private interface Ear {
    void painted(Painted painted);
  }

  private RunResult run(Beginning begin, Ear ear, int stopAfter) throws Exception {
    try (Run run = engine.goOn(begin.recipe(), begin.materials(), begin.state())) {
      return run.paint(
          painted -> {
            ear.painted(painted);
            if (painted.done() == stopAfter) {
              keep(painted, run.state());
              run.stop();
            }
          });
    }
  }

  private void keep(Painted painted, RunState state) {
    Snapshot.Mark mark =
        new Snapshot.Mark(
            1,
            painted.stage().number() + 1,
            painted.stages(),
            painted.done(),
            painted.loss(),
            painted.distances(),
            new Size(181, 145),
            false);
    try {
      kept.add(store().keep(mark, painted.picture(), painted.recipe(), state, Sessions::noneLost));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SnapshotStore store() {
    if (store == null) {
      throw new IllegalStateException();
    }
    return store;
  }

  private static Branch branch(Recipe recipe) {
    return new Branch(1, "", null, recipe, new Size(181, 145));
  }

  private Materials materials() {
    return new Materials(photo.picture(), List.of(painting.picture()), null, network);
  }

  private Recipe recipe(OptimizerKind kind) {
    Recipe recipe =
        Recipe.defaults(
            new Inputs(photo.reference(), List.of(painting.reference()), null),
            NetworkReference.of(network));
    return recipe
        .withSchedule(Schedule.defaults().withSize(181).withIterations(ITERATIONS))
        .withOptimization(recipe.optimization().withOptimizer(kind))
        .withComputation(new Computation("cpu", Precision.FLOAT32, 1));
  }

  private static InputPicture waves(String name, int width, int height) {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | Arrays.hashCode(new int[] {i % width / 4, name.length()}) * 7919;
    }
    return InputPicture.ofPixels(name, width, height, argb);
  }

  private static FeatureNetwork network() {
    try {
      return CompactNetwork.load(null).network();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
