package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.pastiche.networks.Networks;
import studio.pastiche.session.EmbeddedRecipe;
import studio.pastiche.session.WebPicture;
import studio.pastiche.ui.inputs.DropZones;
import studio.pastiche.ui.inputs.Drops;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.InputsView;
import studio.pastiche.ui.inputs.Restoring;
import studio.pastiche.ui.notice.Notice;

/// How pictures come in: the wells, the places to drop on, and the recipes inside pictures.
///
/// @param loader brings pictures into the wells
/// @param zones where something can be dropped
/// @param view the wells
record InputsRoom(InputLoader loader, DropZones zones, InputsView view) {
  /// @param networks those that a restored recipe may want
  /// @param fetching an offer to open the window that fetches them
  /// @param project opens a project that was dropped
  static InputsRoom of(
      Workplace place, Networks networks, Supplier<Notice.Offer> fetching, Consumer<Path> project) {
    InputLoader loader =
        new InputLoader(
            place.painting(),
            place.background(),
            place.notices(),
            place.texts(),
            new EmbeddedRecipe(place.recipes())::in);
    Restoring restoring =
        new Restoring(
            place.painting(),
            networks,
            fetching,
            loader,
            place.background(),
            place.notices(),
            place.texts());
    loader.onRecipe(restoring::offer);
    Drops drops =
        new Drops(
            place.painting(),
            loader,
            project,
            new WebPicture(WebPicture.Limits.USUAL),
            place.background(),
            place.notices(),
            place.texts());
    DropZones zones = new DropZones(drops);
    InputsView view =
        new InputsView(
            place.painting(),
            loader,
            zones,
            place.dialogs(),
            place.background(),
            place.notices(),
            place.texts());
    return new InputsRoom(loader, zones, view);
  }
}
