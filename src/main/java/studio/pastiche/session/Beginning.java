package studio.pastiche.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Continuation;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Pyramid;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Stage;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// What a run is given to begin with.
///
/// @param recipe to paint
/// @param materials of it
/// @param state to go on from, or null to start
public record Beginning(Recipe recipe, Materials materials, @Nullable RunState state) {

  /// Finds the inputs of a recipe.
  public interface Inputs {
    /// Throws FileException where it is not there any more.
    Picture picture(PictureReference reference) throws FileException;
  }

  /// Inputs that are at hand, else from the session's folder.
  public static Inputs inputs(
      Function<PictureReference, Optional<InputPicture>> atHand, SessionFolder folder) {
    return reference -> {
      Optional<InputPicture> known = atHand.apply(reference);
      return known.isPresent()
          ? known.get().picture()
          : new InputStore(folder).picture(reference).picture();
    };
  }

  /// A run that goes on from a snapshot.
  ///
  /// With the state of its moment it goes on bit for bit, and its recipe is the branch's own. From
  /// the picture alone the optimiser begins anew, at the same place of the plan. From a run's very
  /// end, where nothing of the plan is left, the last stage is painted once more. In the latter two
  /// the recipe tells the snapshot's as what it goes on from.
  ///
  /// @param branch that the snapshot is of
  /// @param state of the snapshot's moment, or null where there is none
  /// @param tuning that rules from here on
  /// @throws FileException where an input or the snapshot's picture is missing, or the network is
  ///   another one
  public static Beginning from(
      Snapshot snapshot,
      Branch branch,
      @Nullable RunState state,
      Tuning tuning,
      SnapshotStore store,
      Inputs inputs,
      FeatureNetwork network)
      throws FileException {
    Materials materials = materials(branch.recipe(), inputs, network);
    Picture content = materials.content();
    Pyramid pyramid = Pyramid.of(content.width(), content.height(), branch.recipe().schedule());
    Moment at = moment(snapshot.mark(), pyramid);
    Stage last = pyramid.last();
    boolean atEnd = at.stage() == last.number() && at.iteration() >= last.iterations();
    boolean gaveUp = snapshot.mark().last() && !atEnd && snapshot.recipe().end() == null;
    if (state != null && !atEnd && !gaveUp) {
      return new Beginning(branch.recipe(), materials, state.wanting(tuning));
    }
    @Nullable RunState ended = atEnd ? state : null;
    Continuation from =
        new Continuation(
            snapshot.recipe(), atEnd ? new Moment(last.number(), 0) : at, true, ended != null);
    Recipe recipe = branch.recipe().goingOnFrom(from);
    RunState start =
        ended != null
            ? from.start(recipe, ended)
            : from.start(recipe, store.picture(snapshot), content.size());
    return new Beginning(recipe, materials, start.wanting(tuning));
  }

  /// These settings for a run that goes on from a picture of that size by a plan of its own: the
  /// pyramid begins with the first stage that is as large, so that none of its details are lost.
  public static RecipeSettings growing(Size picture, RecipeSettings settings) {
    Schedule schedule = settings.schedule();
    return new RecipeSettings(
        settings.layers(),
        schedule.withSmallest(Math.min(picture.longSide(), schedule.size())),
        settings.optimization(),
        settings.init(),
        settings.tuning(),
        settings.computation());
  }

  /// The same run, but from a snapshot's picture.
  public Beginning goingOnFrom(Snapshot snapshot, Picture picture) {
    Continuation from = new Continuation(snapshot.recipe(), Moment.START, false, false);
    Recipe goesOn = recipe.goingOnFrom(from);
    return new Beginning(
        goesOn, materials, from.start(goesOn, picture, materials.content().size()));
  }

  /// The same run, going on where its state says, as if it had never been interrupted.
  public static Beginning again(
      Branch branch, RunState state, Inputs inputs, FeatureNetwork network) throws FileException {
    return new Beginning(branch.recipe(), materials(branch.recipe(), inputs, network), state);
  }

  private static Materials materials(Recipe recipe, Inputs inputs, FeatureNetwork network)
      throws FileException {
    if (!recipe.network().equals(NetworkReference.of(network))) {
      throw new FileException(
          recipe.network().name(),
          "this was painted with another network than %s; choose that one"
              .formatted(network.name()),
          null);
    }
    List<Picture> styles = new ArrayList<>();
    for (PictureReference each : recipe.inputs().styles()) {
      styles.add(inputs.picture(each));
    }
    return new Materials(inputs.picture(recipe.inputs().content()), styles, null, network);
  }

  /// The place in the plan of the iteration after a snapshot's.
  private static Moment moment(Snapshot.Mark mark, Pyramid pyramid) {
    int number = Math.clamp(mark.stage() - 1, 0, pyramid.stages().size() - 1);
    Stage stage = pyramid.stages().get(number);
    return new Moment(number, Math.clamp(mark.iteration() - stage.before(), 0, stage.iterations()));
  }
}
