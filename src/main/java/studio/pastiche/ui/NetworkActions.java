package studio.pastiche.ui;

import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.StudioAction;

/// What the artist can do with networks besides choosing one in the inspector.
final class NetworkActions {
  final StudioAction networks;

  /// @param open opens the networks' window
  NetworkActions(Actions registry, Runnable open) {
    networks =
        registry.add(
            StudioAction.of(
                "action.networks", ActionGroup.PAINTING, MaterialDesignG.GRAPH_OUTLINE, open));
  }
}
