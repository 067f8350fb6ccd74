package studio.pastiche.ui.painting;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.Beginning;
import studio.pastiche.session.Branch;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.InputStore;
import studio.pastiche.session.RecipeSettings;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.task.PaintingJob;

/// Plans what runs begin with, from pictures and settings as they are when the run is asked for.
/// The plans are carried out on the painting thread.
final class RunPlans {
  private static final Logger LOG = LoggerFactory.getLogger(RunPlans.class);

  private final SnapshotStore store;

  RunPlans(SnapshotStore store) {
    this.store = store;
  }

  /// The pictures in the wells.
  record Wells(@Nullable InputPicture content, List<StyleInput> styles) {
    Wells {
      styles = List.copyOf(styles);
    }

    private Map<PictureReference, InputPicture> atHand() {
      Map<PictureReference, InputPicture> all = new HashMap<>();
      styles.forEach(s -> all.put(s.input().reference(), s.input()));
      if (content != null) {
        all.put(content.reference(), content);
      }
      return all;
    }
  }

  /// A run that starts anew.
  PaintingJob.Plan fresh(RecipeSettings settings, InputPicture photo, List<StyleInput> styles) {
    return network -> begun(settings, photo, styles, network);
  }

  /// A run by a plan of its own that goes on from a snapshot's picture.
  PaintingJob.Plan growing(
      Snapshot from, RecipeSettings settings, InputPicture photo, List<StyleInput> styles) {
    RecipeSettings grown = Beginning.growing(from.size(), settings);
    return network -> begun(grown, photo, styles, network).goingOnFrom(from, store.picture(from));
  }

  /// A run that goes on from a snapshot by its branch's plan.
  PaintingJob.Plan goingOn(Snapshot snapshot, Branch branch, Tuning tuning, Wells wells) {
    Beginning.Inputs inputs = inputs(wells);
    return network ->
        Beginning.from(snapshot, branch, store.state(snapshot), tuning, store, inputs, network);
  }

  /// The very run of a branch, where its state says.
  PaintingJob.Plan again(Branch branch, RunState state, Wells wells) {
    Beginning.Inputs inputs = inputs(wells);
    return network -> Beginning.again(branch, state, inputs, network);
  }

  private Beginning begun(
      RecipeSettings settings,
      InputPicture photo,
      List<StyleInput> styles,
      FeatureNetwork network) {
    keepInputs(photo, styles);
    List<Picture> paintings = styles.stream().map(s -> s.input().picture()).toList();
    return new Beginning(
        settings.of(references(photo, styles), NetworkReference.of(network)),
        new Materials(photo.picture(), paintings, null, network),
        null);
  }

  static Inputs references(InputPicture photo, List<StyleInput> styles) {
    return new Inputs(
        photo.reference(), styles.stream().map(s -> s.input().reference()).toList(), null);
  }

  /// The inputs of a recipe: those in the wells, else those that the session has kept.
  private Beginning.Inputs inputs(Wells wells) {
    Map<PictureReference, InputPicture> atHand = wells.atHand();
    return Beginning.inputs(
        reference -> Optional.ofNullable(atHand.get(reference)), store.folder());
  }

  /// A painting can do without this; but it could not be gone on from another day.
  private void keepInputs(InputPicture photo, List<StyleInput> styles) {
    InputStore inputs = new InputStore(store.folder());
    try {
      inputs.keep(photo);
      for (StyleInput each : styles) {
        inputs.keep(each.input());
      }
    } catch (IOException e) {
      LOG.warn("The inputs were not kept in the session's folder", e);
    }
  }
}
