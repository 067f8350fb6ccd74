package studio.pastiche.ui.networks;

import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.StudioAction;

/// What the artist can do with networks besides choosing one in the inspector.
public final class NetworkActions {
  private final StudioAction networks;

  /// @param open opens the networks' window
  public NetworkActions(Actions registry, Runnable open) {
    networks =
        registry.add(
            StudioAction.of(
                "action.networks", ActionGroup.PAINTING, MaterialDesignG.GRAPH_OUTLINE, open));
  }

  /// Opens the networks' window.
  public StudioAction networks() {
    return networks;
  }
}
