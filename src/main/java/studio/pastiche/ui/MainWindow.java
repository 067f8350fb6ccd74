package studio.pastiche.ui;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import studio.pastiche.ui.inspector.InspectorView;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.theme.Themes;
import studio.pastiche.ui.window.Placement;

/// The studio's window: where each part lies in it, and where it stands on the screen.
final class MainWindow {
  private final BorderPane root = new BorderPane();
  private final StackPane layers = new StackPane(root);
  private final Scene scene = new Scene(layers, 1280, 800);
  private final Themes themes = new Themes(scene);

  /// What lies in it.
  ///
  /// @param top the menu bar, the tool bar, and offers under them
  /// @param wells at the left
  /// @param canvas in the middle
  /// @param layers over the canvas
  /// @param strip under the canvas
  /// @param board over canvas and strip
  /// @param inspector at the right
  /// @param foot along the whole width
  /// @param palette over everything
  record Parts(
      VBox top,
      Node wells,
      Node canvas,
      Node layers,
      Node strip,
      Node board,
      InspectorView inspector,
      Node foot,
      Node palette) {}

  void arrange(Parts parts) {
    layers.getChildren().add(parts.palette());
    StackPane.setAlignment(parts.palette(), Pos.TOP_CENTER);
    StackPane.setMargin(parts.palette(), new Insets(64, 16, 16, 16));
    root.setTop(parts.top());
    root.setLeft(parts.wells());
    BorderPane middle = new BorderPane();
    middle.setCenter(center(parts.canvas(), parts.layers()));
    middle.setBottom(parts.strip());
    root.setCenter(center(middle, parts.board()));
    parts.inspector().widenWith(root.widthProperty(), themes.scale());
    root.setRight(parts.inspector().node());
    root.setBottom(parts.foot());
  }

  /// Large letters leave it less room, not the foot.
  private static StackPane center(Node... layers) {
    StackPane center = new StackPane(layers);
    center.setMinHeight(0);
    return center;
  }

  Scene scene() {
    return scene;
  }

  Themes themes() {
    return themes;
  }

  /// All of the window, to drop on.
  StackPane whole() {
    return layers;
  }

  /// Shows it where it was last.
  ///
  /// @param closing is asked in place of the window's closing by itself
  void show(Stage stage, StudioSettings settings, Consumer<Stage> closing) {
    stage.setScene(scene);
    stage.setMinWidth(1000);
    stage.setMinHeight(700);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          closing.accept(stage);
        });
    Placement last = settings.placement().get();
    if (last != null) {
      last.applyTo(stage);
    }
    stage.setOnHiding(_ -> settings.placement().set(Placement.of(stage)));
    stage.show();
  }
}
